import { ScmIntegrations } from '@backstage/integration';
import { ParsedLocationAnnotation } from '@backstage/plugin-techdocs-node';

/** Where the pages of a source can be edited, for hosts whose addresses are known; ends with `/`. */
export function editBaseOf(
  location: ParsedLocationAnnotation,
  docsDir: string,
  integrations: ScmIntegrations,
): string | undefined {
  if (location.type !== 'url') {
    return undefined;
  }
  const integration = integrations.byUrl(location.target);
  if (!integration || !['github', 'gitlab'].includes(integration.type)) {
    return undefined;
  }
  try {
    const folder = integration.resolveUrl({
      url: `./${docsDir}`,
      base: location.target.replace(/\/?$/, '/'),
    });
    return integration.resolveEditUrl(folder).replace(/\/?$/, '/');
  } catch {
    return undefined;
  }
}
