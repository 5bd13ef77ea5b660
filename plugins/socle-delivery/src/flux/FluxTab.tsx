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
import { RevisionCell } from '../apps/RevisionCell';
import { fluxSource } from '../facts/delivery-facts';
import { factAt, textAt } from '../facts/read-fact';
import { appChainRouteRef } from '../route-refs';
import { narrow } from '../table/narrow';
import { socleDeliveryTranslationRef } from '../translation/ref';

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
        id: 'source',
        label: t('flux.source'),
        cell: ({ facts }) => (
          <FactValue name="source" value={fluxSource(facts)} />
        ),
      },
      {
        id: 'revision',
        label: t('flux.revision'),
        sortable: true,
        width: '1%',
        cell: ({ facts }) => (
          <RevisionCell revision={textAt(facts, 'revision')} />
        ),
      },
      {
        id: 'ready.status',
        label: t('flux.ready'),
        sortable: true,
        width: '1%',
        cell: ({ facts }) => (
          <FactValue name="ready" value={factAt(facts, 'ready', 'status')} />
        ),
      },
      {
        id: 'suspend',
        label: t('flux.suspended'),
        sortable: true,
        width: '1%',
        cell: ({ facts }) => (
          <FactValue name="suspend" value={facts.suspend === true} />
        ),
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
