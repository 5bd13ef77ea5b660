import {
  ClusterSummary,
  counts,
  emptyCounts,
  HealthCounts,
  SystemSummary,
  worstOfCounts,
} from '@socle/backstage-plugin-socle-common';
import {
  clusterHealth,
  distributionVersion,
  KindDefinition,
  Resource,
  resourcesOf,
  titleIn,
} from '@socle/backstage-plugin-socle-model';
import { MayRead } from '../access/authorizer';
import { ClusterEngine } from '../engine/cluster-engine';

function add(to: HealthCounts, { verdict }: Resource): void {
  const { status, reason, flags } = verdict;
  if (counts({ reason, flags })) {
    to[status] += 1;
  } else {
    to.uncounted += 1;
  }
}

/** One cluster as a whole. What cannot be reached is not well, whatever was last known of it. */
export function clusterSummary(
  engine: ClusterEngine,
  mayRead: MayRead,
): ClusterSummary {
  const of = emptyCounts();
  for (const resource of engine.store.all()) {
    if (mayRead(engine.name, resource)) {
      add(of, resource);
    }
  }
  const { state, since, message } = engine.freshness.overall();
  const known = state === 'live' || state === 'syncing';
  // By its own rule; the worst of what is in it only where nothing of the platform itself is to be seen.
  const own = clusterHealth(engine.store, Date.now(), one =>
    mayRead(engine.name, one),
  );
  const health = own?.status ?? worstOfCounts(of) ?? 'unknown';
  return {
    name: engine.name,
    title: engine.title,
    ...(engine.version ? { version: engine.version } : {}),
    ...distribution(engine),
    state,
    since,
    ...(message ? { message } : {}),
    counts: of,
    health: known && engine.complete ? health : 'unknown',
    ...(own && own.status !== 'healthy' ? { healthMessage: own.message } : {}),
  };
}

function distribution(engine: ClusterEngine) {
  for (const node of engine.store.ofKind('/Node')) {
    const image = node.facts.osImage;
    if (typeof image === 'string' && image !== '') {
      return { distribution: image };
    }
  }
  return {};
}

/** The systems that a cluster has something of, their titles in the reader's language. */
export function systemSummaries(
  engine: ClusterEngine,
  mayRead: MayRead,
  language = 'en',
): SystemSummary[] {
  const found: SystemSummary[] = [];
  for (const system of engine.store.registry.systems) {
    const of = emptyCounts();
    const byKind = new Map<KindDefinition, number>();
    for (const resource of resourcesOf(engine.store, system)) {
      if (mayRead(engine.name, resource)) {
        add(of, resource);
        byKind.set(resource.kind, (byKind.get(resource.kind) ?? 0) + 1);
      }
    }
    const kinds: SystemSummary['kinds'] = [...byKind].map(
      ([{ group, kind }, count]) => ({ group, kind, count }),
    );
    if (kinds.length > 0) {
      const version =
        distributionVersion(engine.store, system) ??
        // Of many products none is the one.
        systemVersion(engine, system.scattered ? [] : system.images ?? []);
      found.push({
        cluster: engine.name,
        system: system.id,
        title: titleIn(system, language),
        area: system.area,
        ...(version ? { version } : {}),
        health: worstOfCounts(of) ?? 'unknown',
        counts: of,
        kinds,
      });
    }
  }
  return found;
}

/** The tag of the first container that runs one of a system's own images. */
function systemVersion(
  engine: ClusterEngine,
  images: readonly string[],
): string | undefined {
  if (images.length === 0) {
    return undefined;
  }
  for (const pod of engine.store.ofKind('/Pod')) {
    const { images: running } = pod.facts;
    for (const image of Array.isArray(running) ? running : []) {
      const match = /^(.*?)(?::([^:/@]+))?(?:@.*)?$/.exec(String(image));
      if (match?.[2] && images.some(own => match[1].endsWith(own))) {
        return match[2];
      }
    }
  }
  return undefined;
}
