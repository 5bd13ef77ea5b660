import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { ClusterSummary } from '@socle/backstage-plugin-socle-common';
import {
  HealthChip,
  HealthCountsBar,
  RelativeTime,
  socleReactTranslationRef,
} from '@socle/backstage-plugin-socle-react';
import { socleTranslationRef } from '../translation/ref';
import styles from './overview.module.css';

/** One cluster: how it is, how fresh that is, and what it runs. */
export function ClusterCard(props: {
  cluster: ClusterSummary;
  explorer?: string;
}) {
  const { t } = useTranslationRef(socleTranslationRef);
  const { t: shared } = useTranslationRef(socleReactTranslationRef);
  const { cluster, explorer } = props;
  const isLive = cluster.state === 'live';
  // Nothing counted in a cluster that was never read does not mean that nothing is there.
  const hasCounts = Object.values(cluster.counts).some(count => count > 0);
  const filter = `cluster=${encodeURIComponent(cluster.name)}`;
  return (
    <article className={styles.card} aria-label={cluster.title}>
      <div className={styles.cardHead}>
        <h3 className={styles.cardTitle}>
          <Link href={`${explorer ?? ''}?${filter}`} variant="body-medium">
            {cluster.title}
          </Link>
        </h3>
      </div>
      <span className={styles.quiet}>
        {[
          cluster.distribution,
          cluster.version &&
            t('overview.version', { version: cluster.version }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
      <div className={styles.cardLine}>
        <span className={styles.quiet}>{t('overview.itself')}</span>
        <HealthChip mark={isLive ? cluster.health : 'unknown'} />
      </div>
      {isLive && cluster.healthMessage && (
        <span className={styles.quiet} translate="no">
          {cluster.healthMessage}
        </span>
      )}
      {(isLive || hasCounts) && (
        <span className={styles.quiet}>{t('overview.runsOnIt')}</span>
      )}
      {(isLive || hasCounts) && (
        <HealthCountsBar
          counts={cluster.counts}
          hrefFor={status =>
            explorer && `${explorer}?${filter}&health=${status}`
          }
        />
      )}
      <span className={styles.quiet}>
        {shared(`freshness.${cluster.state}`)}
        {!isLive && (
          <>
            {' · '}
            <RelativeTime at={cluster.since} />
          </>
        )}
        {cluster.message && ` · ${cluster.message}`}
      </span>
    </article>
  );
}
