import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  EmptyState,
  Freshness,
  LiveContent,
  Section,
  socleApiRef,
  useLive,
} from '@socle/backstage-plugin-socle-react';
import { refPath } from '@socle/backstage-plugin-socle-common';
import { readAll } from '../replicas/read-all';
import { socleStorageTranslationRef } from '../translation/ref';
import { DiskBar } from './DiskBar';
import { disksOf, totalUse } from './disks';
import { NodeCard } from './NodeCard';
import styles from './capacity.module.css';

/** How full the disks are, in bytes and in promises. */
export function CapacityTab(props: { cluster?: string }) {
  const { t } = useTranslationRef(socleStorageTranslationRef);
  const { cluster } = props;
  const api = useApi(socleApiRef);
  const live = useLive({
    key: `capacity ${cluster}`,
    load: signal =>
      readAll(
        api,
        {
          cluster: cluster ? [cluster] : undefined,
          kind: ['longhorn.io/Node'],
          sort: 'name',
        },
        signal,
      ),
  });
  return (
    <Section title={t('tabs.capacity')}>
      <Freshness
        sources={live.data?.sources}
        refreshedAt={live.refreshedAt}
        error={live.error}
      />
      <LiveContent live={live} lines={8}>
        {answer => {
          const total = totalUse(answer.items.flatMap(disksOf));
          return answer.items.length === 0 ? (
            <EmptyState>{t('capacity.none')}</EmptyState>
          ) : (
            <>
              {total.maximum > 0 && (
                <div className={styles.node}>
                  <strong>{t('capacity.total')}</strong>
                  <DiskBar name={t('capacity.total')} use={total} />
                </div>
              )}
              <div className={styles.nodes}>
                {answer.items.map(node => (
                  <NodeCard
                    key={refPath(node.ref)}
                    node={node}
                    showCluster={!cluster}
                  />
                ))}
              </div>
            </>
          );
        }}
      </LiveContent>
    </Section>
  );
}
