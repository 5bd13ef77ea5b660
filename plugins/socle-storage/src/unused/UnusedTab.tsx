import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  ResourceColumn,
  ResourceTable,
  useStandardColumns,
} from '@socle/backstage-plugin-socle-react';
import { useMemo } from 'react';
import { socleStorageTranslationRef } from '../translation/ref';

/** What takes space and serves nobody. */
export function UnusedTab(props: { cluster?: string }) {
  const { t } = useTranslationRef(socleStorageTranslationRef);
  const { cluster } = props;
  const standard = useStandardColumns();
  const fixed = useMemo(
    () => ({
      area: ['storage'],
      flag: ['orphaned', 'unused'],
      ...(cluster ? { cluster: [cluster] } : {}),
    }),
    [cluster],
  );
  const columns = useMemo(
    (): ResourceColumn[] => [
      standard.kind,
      standard.name,
      standard.namespace,
      ...(cluster ? [] : [standard.cluster]),
      standard.health,
      standard.reason,
      standard.since,
    ],
    [standard, cluster],
  );
  return (
    <>
      <span>{t('unused.hint')}</span>
      <ResourceTable
        label={t('unused.label')}
        fixed={fixed}
        filters={['kind', 'namespace']}
        columns={columns}
        defaultSort="kind"
      />
    </>
  );
}
