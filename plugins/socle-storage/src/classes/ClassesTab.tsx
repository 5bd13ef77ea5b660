import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  FactValue,
  ResourceColumn,
  ResourceTable,
  useStandardColumns,
} from '@socle/backstage-plugin-socle-react';
import { useMemo } from 'react';
import { socleStorageTranslationRef } from '../translation/ref';

const FACTS = [
  ['provisioner', 'classes.provisioner'],
  ['reclaimPolicy', 'classes.reclaim'],
  ['bindingMode', 'classes.binding'],
  ['allowExpansion', 'classes.expansion'],
  ['isDefault', 'classes.isDefault'],
] as const;

/** The storage classes and what they do. */
export function ClassesTab(props: { cluster?: string }) {
  const { t } = useTranslationRef(socleStorageTranslationRef);
  const { cluster } = props;
  const standard = useStandardColumns();
  const fixed = useMemo(
    () => ({
      kind: ['storage.k8s.io/StorageClass'],
      ...(cluster ? { cluster: [cluster] } : {}),
    }),
    [cluster],
  );
  const columns = useMemo(
    (): ResourceColumn[] => [
      standard.health,
      standard.name,
      ...(cluster ? [] : [standard.cluster]),
      ...FACTS.map(([id, label]) => ({
        id,
        label: t(label),
        sortable: true,
        cell: ({ facts }: Parameters<ResourceColumn['cell']>[0]) => (
          <FactValue name={id} value={facts[id]} />
        ),
      })),
      standard.reason,
    ],
    [standard, cluster, t],
  );
  return (
    <ResourceTable
      label={t('classes.label')}
      fixed={fixed}
      columns={columns}
      defaultSort="name"
    />
  );
}
