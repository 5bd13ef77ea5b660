import {
  ChainBreak,
  ChainEdge,
  healthRank,
  ResourceRef,
} from '@socle/backstage-plugin-socle-common';
import { Resource } from '../definition/resource';
import { causesOf, dependencesOf, isBroken } from '../graph/dependence';
import { runbookOf } from '../graph/health-of';
import { refOf } from '../graph/stored-resource';
import type { ResourceStore } from '../graph/store';
import type { Box } from './chain';
import { ViewDefinition } from './view';

/**
 * Where a chain is broken: the link that explains the others. Ground (nodes) is named as its cause, since a chain
 * breaks at what stood there.
 */
export function findBreak(
  store: ResourceStore,
  cluster: string,
  view: ViewDefinition,
  boxes: Map<string, Box>,
  edges: readonly ChainEdge[],
  start: Resource,
): ChainBreak | undefined {
  const all = [...boxes.values()];
  const here = new Map(
    all.flatMap(box => (box.resource ? [[box.resource, box] as const] : [])),
  );
  const isGround = (box: Box) => Boolean(view.ranks[box.node.rank].ground);
  const needed = needs(store, start);
  const broken = all.filter(box =>
    box.resource ? isBroken(box.resource) : box.node.health.status === 'failed',
  );
  const missing = (box: Box) =>
    edges
      .filter(edge => edge.from === box.node.id)
      .map(edge => boxes.get(edge.to)!)
      .filter(
        other => !other.resource && other.node.health.status === 'failed',
      );
  /** What is not there and should have been written is missing because of who did not write it. */
  const writers = (box: Box) =>
    edges
      .filter(edge => edge.from === box.node.id)
      .map(edge => boxes.get(edge.to)!)
      .filter(other => other.resource && isBroken(other.resource));
  const causes = (box: Box) =>
    box.resource
      ? [
          ...missing(box),
          ...causesOf(store, box.resource).flatMap(
            cause => here.get(cause.on) ?? [],
          ),
        ]
      : writers(box);
  const candidates = broken.filter(
    box => !isGround(box) && causes(box).every(cause => isGround(cause)),
  );
  const onGround = broken.filter(
    box => isGround(box) && box.node.health.status === 'failed',
  );
  const weight = (box: Box) =>
    Number(
      !(
        (!box.resource && box.node.state === 'absent') ||
        (box.resource && needed.has(box.resource))
      ),
    ) *
      10 +
    healthRank(box.node.health.status);
  const found = (candidates.length > 0 ? candidates : onGround).sort(
    (a, b) => weight(a) - weight(b) || a.node.rank - b.node.rank,
  )[0];
  if (!found) {
    return undefined;
  }
  const cause = found.resource && deepestCause(store, found.resource);
  return {
    ...told(found.node.ref, found.node.health),
    ...(found.node.health.reason &&
    runbookOf(store.registry, found.node.health.reason)
      ? { runbook: runbookOf(store.registry, found.node.health.reason) }
      : {}),
    ...(cause
      ? {
          cause: told(refOf(cause, cluster), cause.verdict),
        }
      : {}),
  };
}

function told(ref: ResourceRef, health: { reason?: string; message?: string }) {
  return { ref, reason: health.reason ?? '', message: health.message ?? '' };
}

/** Everything that a resource needs, directly or not, and itself. */
function needs(store: ResourceStore, start: Resource): Set<Resource> {
  const found = new Set([start]);
  const queue = [start];
  for (let at = queue.pop(); at; at = queue.pop()) {
    for (const { on } of dependencesOf(store, at)) {
      if (!found.has(on)) {
        found.add(on);
        queue.push(on);
      }
    }
  }
  return found;
}

/** The end of the chain of causes, where there is any. */
function deepestCause(
  store: ResourceStore,
  resource: Resource,
): Resource | undefined {
  const seen = new Set([resource]);
  let at = resource;
  for (;;) {
    const next = causesOf(store, at)
      .map(cause => cause.on)
      .find(on => !seen.has(on));
    if (!next) {
      return at === resource ? undefined : at;
    }
    seen.add(next);
    at = next;
  }
}
