import { Resource } from '../../definition/resource';
import {
  degraded,
  failed,
  healthy,
  HealthContext,
  unknown,
  Verdict,
} from '../../judging/verdict';
import { condition } from '../../reading/conditions';
import { takingItsTime, underWay } from './under-way';
import type { VolumeFacts } from './volume';
import {
  conditionEvidence,
  Copies,
  copiesOf,
  noPlaceCauses,
  robustnessEvidence,
} from './volume-copies';
import { copies, oneLine } from './wording';

/** Restoring or cloning, as far as the Volume itself tells. */
export function fillingUp(
  facts: VolumeFacts,
): 'Restoring' | 'Cloning' | undefined {
  if (
    facts.restoreRequired ||
    condition(facts.conditions, 'Restore')?.status === 'True'
  ) {
    return 'Restoring';
  }
  return facts.cloneState === 'initiated' ||
    facts.cloneState === 'copy-completed-awaiting-healthy'
    ? 'Cloning'
    : undefined;
}

export function judgeDetached(
  volume: Resource<VolumeFacts>,
  context: HealthContext,
): Verdict {
  const { facts } = volume;
  const found = copiesOf(volume, context);
  const want = facts.numberOfReplicas;
  const scheduled = condition(facts.conditions, 'Scheduled')?.status === 'True';
  const evidence = robustnessEvidence(facts);
  const refused = condition(facts.conditions, 'Scheduled')?.status === 'False';
  // Where no replica was read, the condition alone says that one has no place.
  const unplaced =
    found.unplaced.length > 0
      ? !scheduled
      : refused && found.all.length === 0 && !found.complete;
  if (unplaced) {
    const figures =
      found.unplaced.length > 0
        ? `${found.unplaced.length} of ${copies(want ?? found.all.length)} ${
            found.unplaced.length === 1 ? 'has' : 'have'
          } no place`
        : 'Not every copy has a place';
    return failed(
      'LonghornVolumeUnschedulable',
      `${figures}${noPlaceCauses(facts)}: the volume cannot be attached.`,
      {
        evidence: [
          ...conditionEvidence(facts, 'Scheduled'),
          ...found.unplaced.map(one => ({
            of: one,
            path: 'spec.nodeID',
            value: '',
          })),
        ],
      },
    );
  }
  const filling = fillingUp(facts);
  if (filling) {
    return takingItsTime(
      context,
      `LonghornVolume${filling}`,
      filling === 'Restoring'
        ? 'A restore runs.'
        : 'A clone from another volume runs.',
      { evidence },
    );
  }
  const waiting = judgeBackingImage(volume, context);
  if (waiting) {
    return waiting;
  }
  return judgeCopies(facts, found) ?? judgeUnused(facts, found, scheduled);
}

/** A volume over a backing image that is not there, or too large for it, cannot be attached. */
export function judgeBackingImage(
  volume: Resource<VolumeFacts>,
  context: HealthContext,
): Verdict | undefined {
  const { facts } = volume;
  const large = condition(facts.conditions, 'BackingImageIncompatible');
  const wait = condition(facts.conditions, 'WaitForBackingImage');
  const bad = [large, wait].find(
    one =>
      one?.status === 'True' &&
      (one === large || one.reason === 'GetBackingImageFailed'),
  );
  if (bad) {
    return failed(
      'LonghornVolumeBackingImageUnusable',
      `Its backing image cannot be used: ${oneLine(
        bad.message ?? bad.reason ?? bad.type,
      )}.`,
      { evidence: conditionEvidence(facts, bad.type) },
    );
  }
  return wait?.status === 'True'
    ? underWay(
        volume,
        context,
        'LonghornVolumeWaitsForBackingImage',
        'Waits for its backing image to be ready on the disks of its copies.',
        { evidence: conditionEvidence(facts, 'WaitForBackingImage') },
      )
    : undefined;
}

function judgeCopies(facts: VolumeFacts, found: Copies): Verdict | undefined {
  const { all, intact, complete } = found;
  const want = facts.numberOfReplicas;
  const everHeldData = all.some(
    one =>
      one.facts.healthyAt !== undefined || one.facts.failedAt !== undefined,
  );
  const evidence = [
    ...robustnessEvidence(facts),
    ...found.failed.map(one => ({
      of: one,
      path: 'spec.failedAt',
      value: one.facts.failedAt ?? null,
    })),
  ];
  if (intact.length === 0 && everHeldData && (want ?? 1) > 0) {
    return failed(
      'LonghornVolumeNoIntactCopy',
      `Detached; none of its ${copies(all.length)} is intact.`,
      { evidence },
    );
  }
  const short = want !== undefined && intact.length < want;
  const lost = complete || found.failed.length > 0 || found.unplaced.length > 0;
  if (intact.length > 0 && short && lost) {
    return degraded(
      'LonghornVolumeCopiesLost',
      `Detached; only ${intact.length} of ${copies(want)} intact.`,
      { evidence },
    );
  }
  return undefined;
}

function judgeUnused(
  facts: VolumeFacts,
  found: Copies,
  scheduled: boolean,
): Verdict {
  const { all, intact, complete } = found;
  const want = facts.numberOfReplicas;
  const flags = facts.pods.length === 0 ? ['unused'] : [];
  const evidence = robustnessEvidence(facts);
  if (all.length > 0 && complete && intact.length === 0) {
    return healthy('LonghornVolumeNew', 'New, never attached.', { flags });
  }
  if (all.length > 0 && complete && want !== undefined) {
    return healthy(
      'LonghornVolumeDetached',
      `Not in use; ${Math.min(intact.length, want)} of ${copies(want)} intact.`,
      { flags },
    );
  }
  // Without its replicas the volume tells only that all of them have a place.
  const silent = all.length === 0 && (!complete || facts.sharded);
  if (silent && scheduled && facts.robustness !== 'degraded') {
    return healthy(
      'LonghornVolumeDetached',
      'Not in use; its copies have their places and none is reported lost.',
      { flags },
    );
  }
  return unknown(
    'LonghornVolumeCopiesNotKnown',
    `Detached; ${intact.length} intact of the ${copies(
      all.length,
    )} that were read, ${want ?? 'an unknown number'} wanted.`,
    {
      evidence: [...evidence, ...conditionEvidence(facts, 'Scheduled')],
      flags,
    },
  );
}
