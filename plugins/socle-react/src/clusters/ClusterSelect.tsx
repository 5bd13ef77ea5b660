import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Select } from '@backstage/ui';
import { socleApiRef } from '../api/api-ref';
import { useLive } from '../live/use-live';
import { socleReactTranslationRef } from '../translation/ref';

const ALL = '';

/**
 * Chooses one cluster or all; nothing where there is only one.
 * @public
 */
export function ClusterSelect(props: {
  value: string | undefined;
  onChange: (cluster: string | undefined) => void;
}) {
  const { t } = useTranslationRef(socleReactTranslationRef);
  const api = useApi(socleApiRef);
  const clusters = useLive({
    key: 'clusters',
    load: signal => api.getClusters({ signal }),
  });
  const known = clusters.data ?? [];
  if (known.length < 2 && !props.value) {
    return null;
  }
  const options = [
    { value: ALL, label: t('cluster.all') },
    ...known.map(one => ({ value: one.name, label: one.title })),
  ];
  if (props.value && !known.some(one => one.name === props.value)) {
    options.push({ value: props.value, label: props.value });
  }
  return (
    <Select
      size="small"
      style={{ width: '12rem' }}
      aria-label={t('cluster.select')}
      placeholder={t('cluster.all')}
      options={options}
      value={props.value ?? ALL}
      onChange={key => props.onChange(key ? String(key) : undefined)}
    />
  );
}
