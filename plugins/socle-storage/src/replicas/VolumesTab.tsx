import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  EmptyState,
  Freshness,
  LiveContent,
  Section,
  socleApiRef,
  useLive,
} from '@socle/backstage-plugin-socle-react';
import { useMemo } from 'react';
import { socleStorageTranslationRef } from '../translation/ref';
import { replicaMatrices } from './matrix';
import { MatrixTable } from './MatrixTable';
import { readAll } from './read-all';

const SHOWN_VOLUMES = 200;

/** Every volume and the nodes its replicas lie on, the worst first. */
export function VolumesTab(props: { cluster?: string }) {
  const { t } = useTranslationRef(socleStorageTranslationRef);
  const api = useApi(socleApiRef);
  const cluster = props.cluster ? [props.cluster] : undefined;
  const live = useLive({
    key: `volumes ${props.cluster}`,
    load: async signal => {
      const [volumes, replicas, nodes] = await Promise.all([
        api.getResources(
          {
            cluster,
            kind: ['longhorn.io/Volume'],
            sort: 'health',
            limit: SHOWN_VOLUMES,
          },
          { signal },
        ),
        readAll(api, { cluster, kind: ['longhorn.io/Replica'] }, signal),
        readAll(api, { cluster, kind: ['longhorn.io/Node'] }, signal),
      ]);
      return {
        volumes: volumes.items,
        replicas: replicas.items,
        nodes: nodes.items,
        total: volumes.total,
        sources: volumes.sources,
      };
    },
  });

  const matrices = useMemo(
    () => (live.data ? replicaMatrices(live.data) : []),
    [live.data],
  );

  return (
    <Section title={t('volumes.matrix')}>
      <Freshness
        sources={live.data?.sources}
        refreshedAt={live.refreshedAt}
        error={live.error}
      />
      <LiveContent live={live} lines={10}>
        {({ volumes, total }) => (
          <>
            {matrices.length === 0 && (
              <EmptyState>{t('volumes.none')}</EmptyState>
            )}
            {matrices.map(matrix => (
              <MatrixTable
                key={matrix.cluster}
                nameCluster={matrices.length > 1}
                matrix={matrix}
              />
            ))}
            {volumes.length < total && (
              <EmptyState>
                {t('volumes.shown', {
                  shown: String(volumes.length),
                  total: String(total),
                })}
              </EmptyState>
            )}
          </>
        )}
      </LiveContent>
    </Section>
  );
}
