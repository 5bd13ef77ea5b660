import { useApi } from '@backstage/frontend-plugin-api';
import {
  HealthCounts,
  HealthStatus,
  Incident,
  ListAnswer,
  SystemSummary,
} from '@socle/backstage-plugin-socle-common';
import {
  areaMark,
  isAllRead,
  Live,
  socleApiRef,
  totalCounts,
  useLive,
} from '@socle/backstage-plugin-socle-react';
import { useMemo } from 'react';

/** The two areas that this plugin is about. */
export type DeliveryArea = 'delivery' | 'secrets';

/** How an area is, and what is broken in it. */
export interface AreaState {
  systems: Live<ListAnswer<SystemSummary>>;
  incidents: Live<ListAnswer<Incident>>;
  own: SystemSummary[];
  /** Those whose root is in the area first, then those that reach it from elsewhere. */
  broken: Incident[];
  counts: HealthCounts;
  mark: HealthStatus;
}

/** Keeps the state of an area up to date. */
export function useAreaState(
  area: DeliveryArea,
  cluster: string | undefined,
): AreaState {
  const api = useApi(socleApiRef);
  const systems = useLive({
    key: `systems ${cluster}`,
    load: signal => api.getSystems({ cluster }, { signal }),
  });
  const incidents = useLive({
    key: `incidents ${cluster}`,
    load: signal => api.getIncidents({ cluster }, { signal }),
  });
  const own = useMemo(
    () => systems.data?.items.filter(one => one.area === area) ?? [],
    [systems.data, area],
  );
  const broken = useMemo(
    () => incidentsOf(area, incidents.data?.items ?? []),
    [incidents.data, area],
  );
  const counts = totalCounts(own);
  const mark = areaMark(counts, broken, isAllRead(systems.data?.sources ?? []));
  return { systems, incidents, own, broken, counts, mark };
}

/** What reaches an area, with what began in it first. */
export function incidentsOf(
  area: DeliveryArea,
  incidents: readonly Incident[],
): Incident[] {
  const reaching = incidents.filter(one => one.areas.includes(area));
  return [
    ...reaching.filter(one => one.area === area),
    ...reaching.filter(one => one.area !== area),
  ];
}
