import { Resource } from '../../definition/resource';
import { condition } from '../../reading/conditions';
import { HealthContext, VerdictEvidence } from '../../judging/verdict';
import type { EngineFacts } from './engine';
import type { ReplicaFacts } from './replica';
import type { VolumeFacts } from './volume';
import { oneLine } from './wording';

/** What the Replica objects of a volume say. A failed one stays for re-use, so objects are never counted as copies. */
export interface Copies {
  /** All replicas there are, or at least as many as are wanted, are known. */
  complete: boolean;
  all: Resource<ReplicaFacts>[];
  unplaced: Resource<ReplicaFacts>[];
  failed: Resource<ReplicaFacts>[];
  intact: Resource<ReplicaFacts>[];
}

export function copiesOf(
  volume: Resource<VolumeFacts>,
  context: HealthContext,
): Copies {
  const { listed, items } = context.incoming<ReplicaFacts>(
    'replicaOf',
    'longhorn.io/Replica',
  );
  const all = items.filter(one => !one.facts.inactive && !one.meta.unreadable);
  const want = volume.facts.numberOfReplicas;
  return {
    complete: listed || (want !== undefined && all.length >= want),
    all,
    unplaced: all.filter(one => !one.facts.nodeID),
    failed: all.filter(one => one.facts.failedAt !== undefined),
    intact: all.filter(
      one =>
        one.facts.nodeID &&
        one.facts.healthyAt !== undefined &&
        one.facts.failedAt === undefined,
    ),
  };
}

/** The engine that serves the volume now: during a live migration there are two. */
export function engineOf(
  volume: Resource<VolumeFacts>,
  context: HealthContext,
): Resource<EngineFacts> | undefined {
  const engines = context
    .incoming<EngineFacts>('engineOf', 'longhorn.io/Engine')
    .items.filter(one => !one.meta.unreadable);
  const active = engines.filter(one => !one.facts.inactive);
  return (
    active.find(one => one.facts.nodeID === volume.facts.nodeID) ??
    active[0] ??
    engines[0]
  );
}

/** Names of the replicas in a mode, as the engine tells; undefined where it tells nothing. */
export function inMode(
  engine: Resource<EngineFacts> | undefined,
  mode: string,
): string[] | undefined {
  const modes = engine?.facts.modes;
  return modes && Object.keys(modes).filter(name => modes[name] === mode);
}

/** The nodes of some replicas, each once; those of replicas that are not known are left out. */
export function nodesOf(copies: Copies, names: string[]): string[] {
  const nodes = copies.all
    .filter(one => names.includes(one.meta.name))
    .flatMap(one => one.facts.nodeID ?? []);
  return [...new Set(nodes)];
}

/** Why there is no place, as Longhorn says it: causes joined by `;`. */
export function noPlaceCauses(facts: VolumeFacts): string {
  const scheduled = condition(facts.conditions, 'Scheduled');
  const causes = scheduled?.message ?? scheduled?.reason;
  return causes ? ` (${oneLine(causes)})` : '';
}

export function robustnessEvidence(facts: VolumeFacts): VerdictEvidence[] {
  return [
    { path: 'status.state', value: facts.state ?? null },
    { path: 'status.robustness', value: facts.robustness ?? null },
  ];
}

/** Evidence of a condition of the volume. */
export function conditionEvidence(
  facts: VolumeFacts,
  type: string,
): VerdictEvidence[] {
  const found = condition(facts.conditions, type);
  return found
    ? [
        {
          path: `status.conditions[type=${type}].status`,
          value: [found.status, found.reason, found.message]
            .filter(Boolean)
            .join(': '),
        },
      ]
    : [];
}
