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
import { useClaimUsage } from './claim-usage';
import { UsedCell } from './UsedCell';

/** All claims; a row leads to the chain of its claim. */
export function ClaimsTab(props: { cluster?: string }) {
  const { t } = useTranslationRef(socleStorageTranslationRef);
  const { cluster } = props;
  const standard = useStandardColumns();
  const usageOf = useClaimUsage(cluster);
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
        id: 'used',
        label: t('claims.used'),
        width: '1%',
        cell: ({ ref }) => (usageOf ? <UsedCell usage={usageOf(ref)} /> : null),
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
    [standard, cluster, t, usageOf],
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
