import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { ClusterSummary } from '@socle/backstage-plugin-socle-common';
import {
  CardHead,
  CardTitle,
  HealthChip,
  HealthCountsBar,
  OverviewCard,
  Quiet,
  RelativeTime,
  socleReactTranslationRef,
  TextWithTimes,
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
    <OverviewCard label={cluster.title}>
      <CardHead>
        <CardTitle>
          <Link href={`${explorer ?? ''}?${filter}`} variant="body-medium">
            {cluster.title}
          </Link>
        </CardTitle>
      </CardHead>
      <Quiet>
        {[
          cluster.distribution,
          cluster.version &&
            t('overview.version', { version: cluster.version }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </Quiet>
      <div className={styles.cardLine}>
        <Quiet>{t('overview.itself')}</Quiet>
        <HealthChip mark={isLive ? cluster.health : 'unknown'} />
      </div>
      {isLive && cluster.healthMessage && (
        <Quiet translate="no">
          <span lang="en">
            <TextWithTimes text={cluster.healthMessage} />
          </span>
        </Quiet>
      )}
      {(isLive || hasCounts) && <Quiet>{t('overview.runsOnIt')}</Quiet>}
      {(isLive || hasCounts) && (
        <HealthCountsBar
          counts={cluster.counts}
          hrefFor={status =>
            explorer && `${explorer}?${filter}&health=${status}`
          }
        />
      )}
      <Quiet>
        {shared(`freshness.${cluster.state}`)}
        {!isLive && (
          <>
            {' · '}
            <RelativeTime at={cluster.since} />
          </>
        )}
        {cluster.message && ` · ${cluster.message}`}
      </Quiet>
    </OverviewCard>
  );
}
