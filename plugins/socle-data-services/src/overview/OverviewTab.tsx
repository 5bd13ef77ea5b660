import {
  useApi,
  useRouteRef,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { Incident, refPath } from '@socle/backstage-plugin-socle-common';
import {
  Freshness,
  HealthCountsBar,
  HealthShape,
  IncidentList,
  isAllRead,
  LiveContent,
  Section,
  socleApiRef,
  useLive,
} from '@socle/backstage-plugin-socle-react';
import { useMemo } from 'react';
import { InstanceTable } from '../instances/InstanceTable';
import { useDataServices } from '../instances/use-data-services';
import { dataServicesRouteRef } from '../route-refs';
import { socleDataServicesTranslationRef } from '../translation/ref';
import { countsOf, dataMark, incidentsOf } from './data-health';
import styles from './overview.module.css';

/** Are data services well? What is broken and why? Which are there? */
export function OverviewTab(props: { cluster?: string }) {
  const { t } = useTranslationRef(socleDataServicesTranslationRef);
  const { cluster } = props;
  const api = useApi(socleApiRef);
  const root = useRouteRef(dataServicesRouteRef)?.();
  const services = useDataServices(cluster);
  const incidents = useLive({
    key: `incidents ${cluster}`,
    load: signal => api.getIncidents({ cluster }, { signal }),
  });
  const broken = useMemo(
    () => incidentsOf(incidents.data?.items ?? [], services.data?.items ?? []),
    [incidents.data, services.data],
  );
  const counts = useMemo(
    () => countsOf(services.data?.items ?? []),
    [services.data],
  );
  // A node that is down is no data service that is: how those on it are is in the counts.
  const mark = dataMark(
    counts,
    broken.filter(one => one.area === 'data'),
    isAllRead(services.data?.sources ?? []),
  );

  return (
    <>
      {services.data && incidents.data && (
        <div className={styles.headline}>
          <span className={styles.sentence} role="status">
            <HealthShape mark={mark} size={20} />
            <Sentence
              incidents={broken}
              mark={mark}
              services={services.data.total}
              notWell={counts.failed + counts.degraded}
            />
          </span>
          <div className={styles.counts}>
            <HealthCountsBar
              counts={counts}
              hrefFor={status =>
                root &&
                `${root}?${new URLSearchParams({
                  ...(cluster ? { cluster } : {}),
                  health: status,
                })}`
              }
            />
          </div>
        </div>
      )}
      <Freshness
        sources={incidents.data?.sources}
        refreshedAt={incidents.refreshedAt}
        error={incidents.error ?? services.error}
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
      <Section title={t('overview.instances')}>
        <InstanceTable cluster={cluster} known={services.data?.items} />
      </Section>
    </>
  );
}

function Sentence(props: {
  incidents: Incident[];
  mark: string;
  services: number;
  notWell: number;
}) {
  const { t } = useTranslationRef(socleDataServicesTranslationRef);
  const { incidents, mark, services, notWell } = props;
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
  if (mark === 'unknown') {
    return <>{t('overview.notKnown')}</>;
  }
  return <>{t(services === 0 ? 'overview.none' : 'overview.well')}</>;
}
