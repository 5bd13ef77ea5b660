import {
  useApi,
  useRouteRef,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import {
  AreaHeadline,
  areaMark,
  isAllRead,
  Section,
  socleApiRef,
  useLive,
} from '@socle/backstage-plugin-socle-react';
import { useMemo } from 'react';
import { InstanceTable } from '../instances/InstanceTable';
import { useDataServices } from '../instances/use-data-services';
import { dataServicesRouteRef } from '../route-refs';
import { socleDataServicesTranslationRef } from '../translation/ref';
import { countsOf, incidentsOf } from './data-health';

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
  const mark = areaMark(
    counts,
    broken.filter(one => one.area === 'data'),
    isAllRead(services.data?.sources ?? []),
  );

  return (
    <>
      <AreaHeadline
        of={{
          counted: services,
          incidents,
          broken,
          counts,
          mark,
          hrefFor: status =>
            root &&
            `${root}?${new URLSearchParams({
              ...(cluster ? { cluster } : {}),
              health: status,
            })}`,
        }}
        cluster={cluster}
        words={{
          well: t(
            services.data?.total === 0 ? 'overview.none' : 'overview.well',
          ),
          notKnown: t('overview.notKnown'),
          worse: count => t('overview.worse', { count }),
          alone: count => t('overview.alone', { count }),
          broken: (count, affected) =>
            t('overview.broken', { count, affected }),
        }}
      />
      <Section title={t('overview.instances')}>
        <InstanceTable cluster={cluster} known={services.data?.items} />
      </Section>
    </>
  );
}
