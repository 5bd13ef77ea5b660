import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { socleApiRef, useLive } from '@socle/backstage-plugin-socle-react';
import { ChoiceAnswer } from '../field/ChoiceAnswer';
import { TextAnswer } from '../field/TextAnswer';
import { usePlatform } from '../live/use-platform';
import { socleScaffolderFieldsTranslationRef } from '../translation/ref';

export const clusterSchema = makeFieldSchema({ output: z => z.string() });

/** One of the clusters that are known; a name where they cannot be asked for. */
export function SocleCluster({
  formData,
  schema,
  rawErrors,
  required,
  disabled,
  onChange,
}: typeof clusterSchema.TProps) {
  const { t } = useTranslationRef(socleScaffolderFieldsTranslationRef);
  const api = useApi(socleApiRef);
  const clusters = useLive({
    key: 'clusters',
    load: signal => api.getClusters({ signal }),
  });
  const platform = usePlatform();
  const own = platform.data?.clusters ?? [];
  const shared = {
    label: schema.title ?? t('cluster.label'),
    description: schema.description,
    value: formData,
    required,
    disabled,
    errors: rawErrors,
    onChange,
  };
  if (!clusters.data && clusters.error) {
    return <TextAnswer {...shared} hint={t('notRead')} />;
  }
  const options = (clusters.data ?? [])
    .filter(({ name }) => own.length === 0 || own.includes(name))
    .map(({ name, title, version }) => ({
      value: name,
      label: version ? `${title} (${version})` : title,
    }));
  const chosen = clusters.data?.find(({ name }) => name === formData);
  return (
    <ChoiceAnswer
      {...shared}
      placeholder={t('cluster.default')}
      options={options}
      hint={chosen && chosen.state !== 'live' ? t('cluster.stale') : undefined}
    />
  );
}
