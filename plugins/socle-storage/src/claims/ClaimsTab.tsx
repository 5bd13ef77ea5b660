import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { ResourceRef } from '@socle/backstage-plugin-socle-common';
import {
  FactValue,
  refParams,
  ResourceColumn,
  ResourceTable,
  useStandardColumns,
} from '@socle/backstage-plugin-socle-react';
import { useCallback, useMemo } from 'react';
import { storageChainRouteRef } from '../route-refs';
import { socleStorageTranslationRef } from '../translation/ref';

/** All claims; a row leads to the chain of its claim. */
export function ClaimsTab(props: { cluster?: string }) {
  const { t } = useTranslationRef(socleStorageTranslationRef);
  const { cluster } = props;
  const standard = useStandardColumns();
  const chain = useRouteRef(storageChainRouteRef);
  const hrefOf = useCallback(
    (ref: ResourceRef) => chain?.(refParams(ref)),
    [chain],
  );
  const fixed = useMemo(
    () => ({
      kind: ['core/PersistentVolumeClaim'],
      ...(cluster ? { cluster: [cluster] } : {}),
    }),
    [cluster],
  );
  const columns = useMemo(
    (): ResourceColumn[] => [
      standard.health,
      standard.name,
      standard.namespace,
      ...(cluster ? [] : [standard.cluster]),
      {
        id: 'capacity',
        label: t('claims.capacity'),
        sortable: true,
        width: '1%',
        cell: ({ facts }) => (
          <FactValue name="capacity" value={facts.capacity ?? facts.request} />
        ),
      },
      {
        id: 'class',
        label: t('claims.class'),
        sortable: true,
        cell: ({ facts }) =>
          facts.class === undefined ? (
            t('claims.defaultClass')
          ) : (
            <FactValue name="class" value={facts.class} />
          ),
      },
      standard.reason,
      standard.since,
    ],
    [standard, cluster, t],
  );
  return (
    <ResourceTable
      label={t('claims.label')}
      fixed={fixed}
      filters={['namespace', 'health', 'flag']}
      columns={columns}
      hrefOf={hrefOf}
    />
  );
}
