import { useApi } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import {
  emptyCounts,
  HealthCounts,
  HealthStatus,
  Incident,
  refPath,
  ResourceItem,
  SourceStatus,
} from '@socle/backstage-plugin-socle-common';
import {
  Live,
  ListedResource,
  markOf,
  socleApiRef,
  useLive,
} from '@socle/backstage-plugin-socle-react';
import { EntityScope, scopeOf } from './entity-scope';

/** Enough for the incidents and counts of one entity; the table pages through all. */
const READ_AT_ONCE = 500;

/** What the platform says of the entity at hand. */
export interface EntityPlatform {
  items: ListedResource[];
  total: number;
  counts: HealthCounts;
  incidents: Incident[];
  sources: SourceStatus[];
}

/** Reads the resources of the entity at hand and the incidents that concern them. */
export function useEntityPlatform(): {
  scope: EntityScope;
  live: Live<EntityPlatform>;
} {
  const { entity } = useEntity();
  const api = useApi(socleApiRef);
  const scope = scopeOf(entity);
  const live = useLive({
    key: JSON.stringify(scope),
    load: async signal => {
      const cluster = scope.resource?.cluster ?? scope.query?.cluster?.[0];
      const [found, incidents] = await Promise.all([
        scope.query
          ? api.getResources(
              { ...scope.query, sort: 'health', limit: READ_AT_ONCE },
              { signal },
            )
          : readOne(scope),
        api.getIncidents({ cluster }, { signal }),
      ]);
      const own = new Set(found.items.map(item => refPath(item.ref)));
      return {
        items: found.items,
        total: found.total,
        counts: countsOf(found.items),
        incidents: incidents.items.filter(
          one =>
            own.has(refPath(one.root)) ||
            one.affected.some(ref => own.has(refPath(ref))),
        ),
        sources: found.sources,
      };
    },
  });

  async function readOne(of: EntityScope) {
    if (!of.resource) {
      return { items: [], total: 0, sources: [] };
    }
    const { links, sources, ...item } = await api.getResource(of.resource);
    return { items: [item as ResourceItem], total: 1, sources };
  }

  return { scope, live };
}

function countsOf(items: ResourceItem[]): HealthCounts {
  const counts = emptyCounts();
  for (const item of items) {
    const mark = markOf(item.health);
    const isStatus = mark in counts;
    counts[isStatus ? (mark as HealthStatus) : 'uncounted'] += 1;
  }
  return counts;
}
