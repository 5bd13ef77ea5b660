import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { ListedResource } from '@socle/backstage-plugin-socle-react';
import { answerOf } from '../field/form-answers';
import { TextAnswer } from '../field/TextAnswer';
import { useLiveResources } from '../live/use-live-resources';
import { usePlatform } from '../live/use-platform';
import { socleScaffolderFieldsTranslationRef } from '../translation/ref';
import { hostProblem, wholeHost } from './host-problem';

export const hostSchema = makeFieldSchema({ output: z => z.string() });

/** A host under a domain of the platform that no other route has. */
export function SocleHost({
  formData,
  formContext,
  schema,
  rawErrors,
  required,
  disabled,
  onChange,
}: typeof hostSchema.TProps) {
  const { t } = useTranslationRef(socleScaffolderFieldsTranslationRef);
  const cluster = answerOf(formContext, 'cluster');
  const platform = usePlatform(cluster);
  const routes = useLiveResources(
    'gateway.networking.k8s.io/HTTPRoute',
    cluster,
  );
  const domains = platform.data?.domains ?? [];
  const host = wholeHost(formData, answerOf(formContext, 'name'), domains);
  const problem =
    platform.data && host
      ? hostProblem(host, platform.data, routes.data?.items.flatMap(hostsOf))
      : undefined;
  const words = () => {
    switch (problem?.code) {
      case 'taken':
        return t('host.taken', { host: host ?? '', by: problem.by ?? '' });
      case 'domain':
        return t('host.domain', { domains: domains.join(', ') });
      case 'form':
        return t('host.form');
      default:
        return undefined;
    }
  };
  return (
    <TextAnswer
      label={schema.title ?? t('host.label')}
      description={schema.description}
      value={formData}
      required={required}
      disabled={disabled}
      errors={rawErrors}
      problem={words()}
      hint={host ? t('host.means', { host }) : undefined}
      onChange={text => onChange(text?.trim().toLowerCase() || undefined)}
    />
  );
}

/** Hosts of a route; facts are what the engine kept of it. */
function hostsOf({ ref, facts }: ListedResource) {
  const hosts = [facts.hostnames ?? facts.hosts ?? []].flat();
  return hosts
    .filter((host): host is string => typeof host === 'string')
    .map(host => ({ host, by: `HTTPRoute ${ref.namespace}/${ref.name}` }));
}
