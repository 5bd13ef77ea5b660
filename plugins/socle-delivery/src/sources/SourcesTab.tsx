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
import { OriginCell } from './OriginCell';

const FLUX_SOURCES = 'source.toolkit.fluxcd.io';
const KINDS = [
  'argoproj.io/ApplicationSet',
  'argoproj.io/AppProject',
  `${FLUX_SOURCES}/GitRepository`,
  `${FLUX_SOURCES}/OCIRepository`,
  `${FLUX_SOURCES}/HelmRepository`,
  `${FLUX_SOURCES}/HelmChart`,
  `${FLUX_SOURCES}/Bucket`,
];

/** Where deliveries come from and what bounds them: Flux's sources, Argo CD's ApplicationSets and projects. */
export function SourcesTab(props: { cluster?: string }) {
  const { t } = useTranslationRef(socleDeliveryTranslationRef);
  const { cluster } = props;
  const standard = useStandardColumns();
  const chain = useRouteRef(appChainRouteRef);
  const hrefOf = useCallback(
    (ref: ResourceRef) => chain?.(refParams(ref)),
    [chain],
  );
  const fixed = useMemo(
    () => ({ kind: KINDS, ...(cluster ? { cluster: [cluster] } : {}) }),
    [cluster],
  );
  const columns = useMemo(
    (): ResourceColumn[] => [
      standard.health,
      narrow(standard.kind),
      { ...standard.name, width: '14%' },
      narrow(standard.namespace),
      ...(cluster ? [] : [narrow(standard.cluster)]),
      {
        id: 'url',
        label: t('sources.from'),
        sortable: true,
        width: '34%',
        cell: ({ facts }) => <OriginCell facts={facts} />,
      },
      standard.reason,
    ],
    [standard, cluster, t],
  );
  return (
    <ResourceTable
      label={t('sources.label')}
      fixed={fixed}
      filters={['namespace', 'health']}
      columns={columns}
      hrefOf={hrefOf}
    />
  );
}
