import {
  useApi,
  useRouteRef,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { Incident, refPath } from '@socle/backstage-plugin-socle-common';
import {
  areaMark,
  EmptyState,
  explorerRouteRef,
  Freshness,
  HealthChip,
  HealthCountsBar,
  HealthShape,
  IncidentList,
  isAllRead,
  LiveContent,
  Section,
  socleApiRef,
  totalCounts,
  useLive,
} from '@socle/backstage-plugin-socle-react';
import { useMemo } from 'react';
import { socleStorageTranslationRef } from '../translation/ref';
import styles from './overview.module.css';

/** Is storage well? What is broken and why? What is it made of? */
export function OverviewTab(props: { cluster?: string }) {
  const { t } = useTranslationRef(socleStorageTranslationRef);
  const { cluster } = props;
  const api = useApi(socleApiRef);
  const explorer = useRouteRef(explorerRouteRef)?.();
  const systems = useLive({
    key: `systems ${cluster}`,
    load: signal => api.getSystems({ cluster }, { signal }),
  });
  const incidents = useLive({
    key: `incidents ${cluster}`,
    load: signal => api.getIncidents({ cluster }, { signal }),
  });
  const own = useMemo(
    () => systems.data?.items.filter(one => one.area === 'storage') ?? [],
    [systems.data],
  );
  const broken = useMemo(
    () =>
      incidents.data?.items.filter(one => one.areas.includes('storage')) ?? [],
    [incidents.data],
  );
  const counts = totalCounts(own);
  const mark = areaMark(counts, broken, isAllRead(systems.data?.sources ?? []));

  return (
    <>
      {systems.data && incidents.data && (
        <div className={styles.headline}>
          <span className={styles.sentence} role="status">
            <HealthShape mark={mark} size={20} />
            <Sentence
              incidents={broken}
              mark={mark}
              notWell={counts.failed + counts.degraded}
            />
          </span>
          <div className={styles.counts}>
            <HealthCountsBar
              counts={counts}
              hrefFor={status =>
                explorer &&
                `${explorer}?${new URLSearchParams({
                  area: 'storage',
                  health: status,
                  ...(cluster ? { cluster } : {}),
                })}`
              }
            />
          </div>
        </div>
      )}
      <Freshness
        sources={incidents.data?.sources}
        refreshedAt={incidents.refreshedAt}
        error={incidents.error ?? systems.error}
      />
      <Section title={t('overview.incidents')}>
        <LiveContent live={incidents} lines={5}>
          {({ sources }) => (
            <IncidentList
              incidents={broken}
              sources={sources}
              showCluster={!cluster}
            />
          )}
        </LiveContent>
      </Section>
      <Section title={t('overview.systems')}>
        <LiveContent live={systems} lines={5}>
          {() =>
            own.length === 0 ? (
              <EmptyState>{t('overview.none')}</EmptyState>
            ) : (
              <div className={styles.cards}>
                {own.map(one => (
                  <article
                    key={`${one.cluster} ${one.system}`}
                    className={styles.card}
                    aria-label={one.title}
                  >
                    <span className={styles.cardHead}>
                      <Link
                        variant="body-medium"
                        href={`${explorer ?? ''}?${new URLSearchParams({
                          cluster: one.cluster,
                          system: one.system,
                        })}`}
                      >
                        {one.title}
                      </Link>
                      <HealthChip mark={one.health} />
                    </span>
                    <span className={styles.quiet}>
                      {[!cluster && one.cluster, one.version]
                        .filter(Boolean)
                        .join(' · ')}
                    </span>
                    <HealthCountsBar counts={one.counts} />
                    <span className={styles.quiet}>
                      {one.kinds
                        .map(({ kind, count }) => `${count} ${kind}`)
                        .join(' · ')}
                    </span>
                  </article>
                ))}
              </div>
            )
          }
        </LiveContent>
      </Section>
    </>
  );
}

function Sentence(props: {
  incidents: Incident[];
  mark: string;
  notWell: number;
}) {
  const { t } = useTranslationRef(socleStorageTranslationRef);
  const { incidents, mark, notWell } = props;
  if (incidents.length > 0) {
    const affected = new Set(
      incidents.flatMap(one => one.affected.map(ref => refPath(ref))),
    ).size;
    if (affected === 0) {
      return <>{t('overview.alone', { count: incidents.length })}</>;
    }
    return (
      <>
        {t('overview.broken', {
          count: incidents.length,
          affected: t('overview.affected', { count: affected }),
        })}
      </>
    );
  }
  if (notWell > 0) {
    return <>{t('overview.worse', { count: notWell })}</>;
  }
  return <>{t(mark === 'unknown' ? 'overview.notKnown' : 'overview.well')}</>;
}
