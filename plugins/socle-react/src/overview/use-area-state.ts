import { useApi, useRouteRef } from '@backstage/frontend-plugin-api';
import {
  Area,
  HealthCounts,
  HealthStatus,
  Incident,
  ListAnswer,
  SystemSummary,
} from '@socle/backstage-plugin-socle-common';
import { useMemo } from 'react';
import { socleApiRef } from '../api/api-ref';
import { isAllRead } from '../freshness/troubled-sources';
import { areaMark, totalCounts } from '../health/area-health';
import { Live, useLive } from '../live/use-live';
import { explorerRouteRef } from '../routing/route-refs';
import { useLanguage } from '../time/use-language';

/** @public How an area is, and what is broken in it. */
export interface AreaHealth {
  /** What the counts are of. */
  counted: Pick<Live<unknown>, 'data' | 'error'>;
  incidents: Live<ListAnswer<Incident>>;
  /** Those of the incidents that reach the area. */
  broken: Incident[];
  counts: HealthCounts;
  mark: HealthStatus;
  /** The list of those that stand at a health. */
  hrefFor(status: HealthStatus): string | undefined;
}

/** @public How an area is, and which systems it is made of. */
export interface AreaState extends AreaHealth {
  systems: Live<ListAnswer<SystemSummary>>;
  /** Those of the systems that belong to the area. */
  own: SystemSummary[];
}

/**
 * Keeps the state of an area up to date, in one cluster or in all.
 * @public
 */
export function useAreaState(
  area: Area,
  cluster: string | undefined,
): AreaState {
  const api = useApi(socleApiRef);
  const language = useLanguage();
  const explorer = useRouteRef(explorerRouteRef)?.();
  const systems = useLive({
    key: `systems ${cluster} ${language}`,
    load: signal => api.getSystems({ cluster, language }, { signal }),
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
    () => incidents.data?.items.filter(one => one.areas.includes(area)) ?? [],
    [incidents.data, area],
  );
  const counts = totalCounts(own);
  return {
    systems,
    counted: systems,
    incidents,
    own,
    broken,
    counts,
    mark: areaMark(counts, broken, isAllRead(systems.data?.sources ?? [])),
    hrefFor: status =>
      explorer &&
      `${explorer}?${new URLSearchParams({
        area,
        health: status,
        ...(cluster ? { cluster } : {}),
      })}`,
  };
}
