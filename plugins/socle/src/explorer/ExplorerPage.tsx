import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  FilterName,
  ResourceTable,
  useStandardColumns,
} from '@socle/backstage-plugin-socle-react';
import { useMemo } from 'react';
import { socleTranslationRef } from '../translation/ref';

const FILTERS: FilterName[] = [
  'cluster',
  'area',
  'system',
  'kind',
  'namespace',
  'health',
];

/** Any resource of any system. */
export function ExplorerPage() {
  const { t } = useTranslationRef(socleTranslationRef);
  const { health, kind, name, namespace, system, cluster, reason, since } =
    useStandardColumns();
  const columns = useMemo(
    () => [health, kind, name, namespace, cluster, system, reason, since],
    [health, kind, name, namespace, cluster, system, reason, since],
  );
  return (
    <ResourceTable
      label={t('explorer.label')}
      filters={FILTERS}
      columns={columns}
    />
  );
}
