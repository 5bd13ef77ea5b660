import type { Meta, Resource } from '../../definition/resource';
import type { HealthContext } from '../../judging/verdict';
import type { PodFacts } from './pod-facts';

/** What the pods of a set add to its own figures, which carry no times. */
export interface Shortage {
  /** Since when too few pods have been ready, as far as the pods or the set itself tell. */
  since?: number;
  /** The time is that of a pod, not only of the set. */
  fromPods: boolean;
  failing?: Resource<PodFacts>;
  /** Those that are not ready and say why, however mild that is for themselves; a few of them. */
  unwell?: Resource<PodFacts>[];
}

const MAX_UNWELL = 3;

/**
 * Looks at the pods of a set that has too few of them ready; to be asked only then, as it goes through all of them.
 * None is ready since the last of them was lost, some are missing since the first was.
 */
export function shortageOf(
  meta: Meta,
  context: HealthContext,
  noneReady: boolean,
): Shortage {
  // What is wanted now is not what the status speaks of: the shortage cannot have lasted.
  if (lags(meta)) {
    return { since: context.now, fromPods: false };
  }
  const pods = context.incoming<PodFacts>('ownedBy', '/Pod').items;
  const waiting = pods.filter(({ facts }) => !facts.ready);
  const failing = waiting.find(({ verdict }) => verdict.status === 'failed');
  const unwell = waiting
    .filter(({ verdict }) => ['failed', 'degraded'].includes(verdict.status))
    .slice(0, MAX_UNWELL);
  const times = waiting
    .map(pod => pod.facts.readiness?.at ?? pod.meta.created)
    .filter((time): time is number => time !== undefined);
  if (times.length > 0) {
    const since = times.reduce((a, b) =>
      noneReady ? Math.max(a, b) : Math.min(a, b),
    );
    return { since, fromPods: true, failing, unwell };
  }
  const newest = pods.reduce(
    (latest, pod) => Math.max(latest, pod.meta.created ?? 0),
    0,
  );
  return newest > 0
    ? { since: newest, fromPods: true, failing, unwell }
    : { since: meta.created, fromPods: false, failing, unwell };
}

/** The status describes an older definition than the one that is wanted. */
export function lags({ generation, observedGeneration = 0 }: Meta): boolean {
  return (
    generation !== undefined &&
    observedGeneration > 0 &&
    observedGeneration < generation
  );
}
