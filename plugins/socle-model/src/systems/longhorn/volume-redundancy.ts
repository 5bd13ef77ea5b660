import { Resource } from '../../definition/resource';
import {
  degraded,
  healthy,
  HealthContext,
  Verdict,
  VerdictEvidence,
} from '../../judging/verdict';
import { condition } from '../../reading/conditions';
import { parseTime } from '../../reading/times';
import type { EngineFacts } from './engine';
import type { VolumeFacts } from './volume';
import {
  conditionEvidence,
  Copies,
  copiesOf,
  inMode,
  noPlaceCauses,
  nodesOf,
  robustnessEvidence,
} from './volume-copies';
import { copies, oneLine } from './wording';

type Engine = Resource<EngineFacts> | undefined;

/** Attached with fewer copies in sync than wanted; it stays so while a copy is rebuilt. */
export function judgeDegraded(
  volume: Resource<VolumeFacts>,
  engine: Engine,
  context: HealthContext,
): Verdict {
  const { facts } = volume;
  const found = copiesOf(volume, context);
  const synced = inMode(engine, 'RW');
  const want = facts.numberOfReplicas;
  if (facts.sharded) {
    return degraded(
      'LonghornVolumeDegraded',
      `Some of its shards are missing or being rebuilt${
        facts.lastDegradedAt ? ` since ${facts.lastDegradedAt}` : ''
      }; the data is still readable.`,
      {
        evidence: robustnessEvidence(facts),
        since: parseTime(facts.lastDegradedAt),
      },
    );
  }
  const figures =
    synced && want !== undefined
      ? `${synced.length} of ${copies(want)} in sync`
      : `Fewer copies in sync than the ${want ?? 'number'} wanted`;
  const since = facts.lastDegradedAt ? ` since ${facts.lastDegradedAt}` : '';
  return degraded(
    'LonghornVolumeDegraded',
    `${figures}${since}; ${whatNext(facts, engine, found, context)}.`,
    {
      evidence: [
        ...robustnessEvidence(facts),
        ...modeEvidence(engine),
        ...(condition(facts.conditions, 'Scheduled')?.status === 'True'
          ? []
          : conditionEvidence(facts, 'Scheduled')),
      ],
      since: parseTime(facts.lastDegradedAt),
    },
  );
}

function whatNext(
  facts: VolumeFacts,
  engine: Engine,
  found: Copies,
  context: HealthContext,
): string {
  const rebuilt = inMode(engine, 'WO') ?? [];
  if (rebuilt.length > 0) {
    const percent = engine?.facts.rebuilding?.[rebuilt[0]];
    const on = nodesOf(found, rebuilt).join(', ') || rebuilt[0];
    return `rebuilding on ${on}${
      percent === undefined ? '' : ` (${percent} %)`
    }`;
  }
  if (condition(facts.conditions, 'Scheduled')?.status === 'False') {
    return `no disk for the next copy${noPlaceCauses(facts)}`;
  }
  if (found.unplaced.length > 0) {
    return `${copies(found.unplaced.length)} without a place`;
  }
  return `the next copy starts ${context.thresholds.longhornReplenishWaitMinutes} min after the loss`;
}

/** Attached and healthy by its robustness: what the engine and the replicas say all the same. */
export function judgeInSync(
  volume: Resource<VolumeFacts>,
  engine: Engine,
  context: HealthContext,
): Verdict | undefined {
  const { facts } = volume;
  if (facts.robustness !== 'healthy') {
    return undefined;
  }
  const want = facts.sharded ? undefined : facts.numberOfReplicas;
  const synced = facts.sharded ? undefined : inMode(engine, 'RW');
  let recheckAt: number | undefined;
  if (engine && synced && want !== undefined && synced.length < want) {
    const graceEnds =
      (engine.facts.instanceSince ?? engine.meta.created ?? 0) +
      context.thresholds.longhornAttachGraceSeconds * 1000;
    if (context.now > graceEnds) {
      return degraded(
        'LonghornVolumeCopiesMissing',
        `Reported healthy, but the engine has only ${synced.length} of ${copies(
          want,
        )} in sync.`,
        { evidence: [...robustnessEvidence(facts), ...modeEvidence(engine)] },
      );
    }
    recheckAt = graceEnds + 1;
  }
  if (want === 1) {
    return healthy('LonghornVolumeSingleCopy', 'Its only copy is in sync.', {
      recheckAt,
    });
  }
  const found = copiesOf(volume, context);
  const nodes = synced ? nodesOf(found, synced) : [];
  const placed = found.all.filter(one => synced?.includes(one.meta.name));
  if (
    synced &&
    synced.length > 1 &&
    placed.length === synced.length &&
    nodes.length === 1
  ) {
    return degraded(
      'LonghornVolumeOneNode',
      `All ${copies(synced.length)} are on node ${
        nodes[0]
      }: no protection against its loss.`,
      {
        evidence: placed.map(one => ({
          of: one,
          path: 'spec.nodeID',
          value: nodes[0],
        })),
      },
    );
  }
  const snapshots = condition(facts.conditions, 'TooManySnapshots');
  if (snapshots?.status === 'True') {
    return degraded(
      'LonghornVolumeTooManySnapshots',
      `${oneLine(snapshots.message ?? 'Too many snapshots')}; at ${
        context.thresholds.longhornSnapshotMaxCount
      } new ones fail.`,
      { evidence: conditionEvidence(facts, 'TooManySnapshots') },
    );
  }
  return healthy('LonghornVolumeInSync', inSync(want, synced, nodes), {
    recheckAt,
  });
}

function inSync(
  want: number | undefined,
  synced: string[] | undefined,
  nodes: string[],
): string {
  const on = nodes.length > 0 ? ` on ${nodes.join(', ')}` : '';
  if (want === undefined) {
    return `All wanted copies are in sync${on}.`;
  }
  const count = synced ? Math.min(synced.length, want) : want;
  return `${count} of ${copies(want)} in sync${on}.`;
}

function modeEvidence(engine: Engine): VerdictEvidence[] {
  return engine?.facts.modes
    ? [
        {
          of: engine,
          path: 'status.replicaModeMap',
          value: engine.facts.modes,
        },
      ]
    : [];
}
