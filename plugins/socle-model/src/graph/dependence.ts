import {
  counts,
  HealthStatus,
  healthRank,
} from '@socle/backstage-plugin-socle-common';
import { kindId } from '../definition/kind';
import { Resource } from '../definition/resource';
import type { ResourceStore } from './store';

/** One resource rests on another through a link. */
export interface Dependence {
  on: Resource;
  rel: string;
}

/**
 * Links to the ground that things stand on. Being short of something there (a cordoned node, a full disk) explains
 * nothing about what stands on it; only its failure does.
 */
const GROUND_RELS = new Set([
  'runsOn',
  'storedOn',
  'attachedTo',
  'disk',
  'heartbeat',
]);

/** What a resource needs, by its own links and by those that others state to it. */
export function dependencesOf(
  store: ResourceStore,
  resource: Resource,
): Dependence[] {
  const found: Dependence[] = [];
  for (const link of store.linksOf(resource)) {
    if (link.depends === 'target') {
      for (const on of store.providersOf(link.to)) {
        if (link.kinds.includes(kindId(on.kind))) {
          found.push({ on, rel: link.rel });
        }
      }
    }
  }
  for (const { from, link } of store.linkersOf(resource)) {
    if (link.depends === 'source') {
      found.push({ on: from, rel: link.rel });
    }
  }
  return found;
}

/** Who needs a resource. */
export function dependentsOf(
  store: ResourceStore,
  resource: Resource,
): Dependence[] {
  const found: Dependence[] = [];
  for (const link of store.linksOf(resource)) {
    if (link.depends === 'source') {
      for (const of of store.providersOf(link.to)) {
        found.push({ on: of, rel: link.rel });
      }
    }
  }
  for (const { from, link } of store.linkersOf(resource)) {
    if (link.depends === 'target') {
      found.push({ on: from, rel: link.rel });
    }
  }
  return found;
}

/** Failed or degraded, and neither on purpose nor so long ago that it is history. */
export function isBroken(resource: Resource): boolean {
  const { status } = resource.verdict;
  return (
    (status === 'failed' || status === 'degraded') && counts(resource.verdict)
  );
}

/**
 * Whether what a resource rests on explains its state: it is at least as badly off, or the rule named it.
 * A degraded thing does not explain a failed one.
 */
export function explains(
  dependence: Dependence,
  status: HealthStatus,
  named: boolean,
): boolean {
  const { on, rel } = dependence;
  if (!isBroken(on)) {
    return false;
  }
  if (GROUND_RELS.has(rel)) {
    return on.verdict.status === 'failed';
  }
  return named || healthRank(on.verdict.status) <= healthRank(status);
}

/** How far a cause is looked for through what is merely unknown. */
const MAX_UNKNOWN = 3;

/**
 * The dependences that explain the state of a broken or unknown resource. What is unknown explains too, where it is
 * unknown for a cause of its own: a pod on a silent node.
 */
export function causesOf(
  store: ResourceStore,
  resource: Resource,
  depth = 0,
): Dependence[] {
  const { explainedBy } = resource.verdict;
  const named = new Set(
    resource.verdict.evidence?.map(evidence => evidence.of).filter(Boolean),
  );
  return dependencesOf(store, resource).filter(
    dependence =>
      dependence.on !== resource &&
      (explainedBy === undefined || explainedBy.includes(dependence.rel)) &&
      (explains(
        dependence,
        resource.verdict.status,
        named.has(dependence.on),
      ) ||
        (depth < MAX_UNKNOWN &&
          isUnknown(dependence.on) &&
          causesOf(store, dependence.on, depth + 1).length > 0)),
  );
}

/** Cannot be told how it is, though it has a state and is not switched off. */
function isUnknown({ verdict }: Resource): boolean {
  return (
    verdict.status === 'unknown' &&
    verdict.reason !== 'NoState' &&
    !verdict.flags?.includes('suspended')
  );
}
