import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { ResourceRef } from '@socle/backstage-plugin-socle-common';
import {
  refParams,
  ResourceColumn,
  ResourceTable,
  useStandardColumns,
} from '@socle/backstage-plugin-socle-react';
import { useCallback, useMemo } from 'react';
import { appChainRouteRef } from '../route-refs';
import { narrow } from '../table/narrow';
import { socleDeliveryTranslationRef } from '../translation/ref';
import { ReadyCell } from './ReadyCell';
import { SourceCell } from './SourceCell';

/** What Flux applies: Kustomizations and HelmReleases; a row leads to its chain. */
export function FluxTab(props: { cluster?: string }) {
  const { t } = useTranslationRef(socleDeliveryTranslationRef);
  const { cluster } = props;
  const standard = useStandardColumns();
  const chain = useRouteRef(appChainRouteRef);
  const hrefOf = useCallback(
    (ref: ResourceRef) => chain?.(refParams(ref)),
    [chain],
  );
  const fixed = useMemo(
    () => ({
      kind: [
        'kustomize.toolkit.fluxcd.io/Kustomization',
        'helm.toolkit.fluxcd.io/HelmRelease',
      ],
      ...(cluster ? { cluster: [cluster] } : {}),
    }),
    [cluster],
  );
  const columns = useMemo(
    (): ResourceColumn[] => [
      standard.health,
      { ...standard.name, width: '14%' },
      narrow(standard.kind),
      narrow(standard.namespace),
      ...(cluster ? [] : [narrow(standard.cluster)]),
      {
        id: 'revision',
        label: t('flux.source'),
        sortable: true,
        width: '20%',
        cell: ({ facts }) => <SourceCell facts={facts} />,
      },
      {
        id: 'ready.status',
        label: t('flux.ready'),
        sortable: true,
        width: '1%',
        cell: ({ facts }) => <ReadyCell facts={facts} />,
      },
      standard.reason,
      standard.since,
    ],
    [standard, cluster, t],
  );
  return (
    <ResourceTable
      label={t('flux.label')}
      fixed={fixed}
      filters={['namespace', 'health', 'flag']}
      columns={columns}
      hrefOf={hrefOf}
    />
  );
}
