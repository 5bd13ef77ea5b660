import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/** How what is found is registered. */
export interface Settings {
  /** Name of the Domain entity that all systems belong to. */
  domain: string;
  domainTitle: string;
  /** Entity ref of the owner where nothing else says one. */
  owner: string;
  lifecycle: string;
  refreshSeconds: number;
  /** Entity ref of the documentation that tells of the systems and holds their runbooks. */
  runbooks: string;
}

export function readSettings(config: Config): Settings {
  const catalog = config.getOptionalConfig('socle.catalog');
  const refreshSeconds = catalog?.getOptionalNumber('refreshSeconds') ?? 30;
  if (!(refreshSeconds >= 5)) {
    throw new InputError(
      `socle.catalog.refreshSeconds must be 5 or more, not ${refreshSeconds}`,
    );
  }
  const domain = catalog?.getOptionalString('domain') ?? 'platform';
  return {
    domain,
    domainTitle: catalog?.getOptionalString('domainTitle') ?? domain,
    owner: catalog?.getOptionalString('owner') ?? 'group:default/platform',
    lifecycle: catalog?.getOptionalString('lifecycle') ?? 'production',
    refreshSeconds,
    runbooks:
      config.getOptionalString('socle.runbooks.entityRef') ??
      'component:default/socle',
  };
}
