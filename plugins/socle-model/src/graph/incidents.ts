import {
  healthRank,
  Incident,
  refPath,
} from '@socle/backstage-plugin-socle-common';
import { Resource } from '../definition/resource';
import { formatTime } from '../reading/times';
import { causesOf, dependentsOf, isBroken } from './dependence';
import { runbookOf } from './health-of';
import { refOf } from './stored-resource';
import type { ResourceStore } from './store';
import { commonRoots } from './together';

/**
 * The root causes in a store, those that take down most first: what is broken and is not explained by something
 * broken that it rests on, with everything that it explains in turn.
 * @public
 */
export function findIncidents(
  store: ResourceStore,
  cluster: string,
): Incident[] {
  const broken = [...store.all()].filter(isBroken);
  const causes = new Map<Resource, Resource[]>(
    broken.map(resource => [
      resource,
      causesOf(store, resource).map(cause => cause.on),
    ]),
  );
  const affectedBy = new Map<Resource, Set<Resource>>();
  const explained = new Set<Resource>();
  const open = (root: Resource) => {
    const affected = spread(store, root);
    affectedBy.set(root, affected);
    affected.forEach(resource => explained.add(resource));
    explained.add(root);
  };
  broken.filter(resource => causes.get(resource)!.length === 0).forEach(open);
  // What is left rests on each other in a circle: the worst and oldest of it stands for the circle.
  const left = broken
    .filter(resource => !explained.has(resource))
    .sort(byWorstThenOldest);
  for (const resource of left) {
    if (!explained.has(resource)) {
      open(resource);
    }
  }
  return commonRoots(store, affectedBy.keys())
    .map(common => {
      const [root, ...others] = common.members;
      const affected = new Set([
        ...others,
        ...common.members.flatMap(member => [...affectedBy.get(member)!]),
      ]);
      affected.delete(root);
      return incident(store, cluster, root, [...affected], common.words);
    })
    .sort(bySeverity);
}

/** Everything that a root explains, step by step. What is merely unknown because of it counts as affected too. */
function spread(store: ResourceStore, root: Resource): Set<Resource> {
  const found = new Set<Resource>();
  const queue = [root];
  for (let at = queue.pop(); at; at = queue.pop()) {
    for (const { on: dependent } of dependentsOf(store, at)) {
      if (dependent === root || found.has(dependent)) {
        continue;
      }
      const touched =
        dependent.verdict.status !== 'healthy' &&
        dependent.verdict.reason !== 'NoState' &&
        !dependent.verdict.flags?.includes('suspended') &&
        causesOf(store, dependent).some(cause => cause.on === at);
      if (touched) {
        found.add(dependent);
        queue.push(dependent);
      }
    }
  }
  return found;
}

function incident(
  store: ResourceStore,
  cluster: string,
  root: Resource,
  affected: Resource[],
  words?: string,
): Incident {
  const { status, reason } = root.verdict;
  const said = root.verdict.message;
  const message = words
    ? `${said}${/[.!?…]$/.test(said) ? '' : '.'} ${words}`
    : said;
  const ref = refOf(root, cluster);
  const runbook = runbookOf(store.registry, reason);
  const critical =
    status === 'failed' ||
    affected.some(resource => resource.verdict.status === 'failed');
  return {
    id: refPath(ref),
    severity: critical ? 'critical' : 'warning',
    root: ref,
    system: root.system,
    area: root.area,
    areas: [...new Set([root, ...affected].map(resource => resource.area))],
    status,
    reason,
    message,
    ...(runbook ? { runbook } : {}),
    since: formatTime(root.since),
    affected: affected
      .sort(byWorstThenOldest)
      .map(resource => refOf(resource, cluster)),
    blastRadius: affected.length,
  };
}

function byWorstThenOldest(a: Resource, b: Resource): number {
  return (
    healthRank(a.verdict.status) - healthRank(b.verdict.status) ||
    a.since - b.since ||
    a.meta.name.localeCompare(b.meta.name)
  );
}

/**
 * The order of incidents, of one cluster or several: the critical first, then the worse, then what takes down more, then
 * the older.
 * @public
 */
export function bySeverity(a: Incident, b: Incident): number {
  return (
    Number(b.severity === 'critical') - Number(a.severity === 'critical') ||
    healthRank(a.status) - healthRank(b.status) ||
    b.blastRadius - a.blastRadius ||
    a.since.localeCompare(b.since) ||
    a.id.localeCompare(b.id)
  );
}
