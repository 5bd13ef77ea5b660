import { Resource } from '../../definition/resource';
import {
  failed,
  HealthContext,
  progressing,
  degraded,
  unknown,
  Verdict,
} from '../../judging/verdict';
import { condition } from '../../reading/conditions';
import { formatTime } from '../../reading/times';
import type { VolumeFacts } from './volume';
import { judgeAttached } from './volume-attached';
import { volumeFlags } from './volume-backup-age';
import {
  conditionEvidence,
  copiesOf,
  robustnessEvidence,
} from './volume-copies';
import { judgeDetached } from './volume-detached';
import { oneLine } from './wording';

const HOUR = 3_600_000;
const ROBUSTNESS = ['healthy', 'degraded', 'faulted', 'unknown'];

/** The rules of a Volume, first match wins; flags stand beside them and change nothing. */
export function judgeVolume(
  volume: Resource<VolumeFacts>,
  context: HealthContext,
): Verdict {
  const verdict = judgeState(volume, context);
  const beside = volumeFlags(volume, context);
  const flags = [...(verdict.flags ?? []), ...beside.flags];
  const recheckAt = Math.min(
    verdict.recheckAt ?? Infinity,
    beside.recheckAt ?? Infinity,
  );
  return {
    ...verdict,
    ...(flags.length > 0 ? { flags } : {}),
    ...(Number.isFinite(recheckAt) ? { recheckAt } : {}),
  };
}

function judgeState(
  volume: Resource<VolumeFacts>,
  context: HealthContext,
): Verdict {
  const { facts } = volume;
  const evidence = robustnessEvidence(facts);
  if (volume.meta.deleting !== undefined || facts.state === 'deleting') {
    return judgeDeletion(volume, context);
  }
  if (facts.robustness === 'faulted') {
    return judgeFaulted(volume, context);
  }
  const restore = condition(facts.conditions, 'Restore');
  if (restore?.status === 'False' && restore.reason === 'RestoreFailure') {
    return failed(
      'LonghornVolumeRestoreFailed',
      `Restore failed: ${oneLine(restore.message ?? 'no cause given')}.`,
      { evidence: conditionEvidence(facts, 'Restore') },
    );
  }
  if (facts.cloneState === 'failed') {
    return failed(
      'LonghornVolumeCloneFailed',
      'The clone from its source volume failed.',
      { evidence: [{ path: 'status.cloneStatus.state', value: 'failed' }] },
    );
  }
  if (
    !facts.state ||
    !facts.robustness ||
    !ROBUSTNESS.includes(facts.robustness)
  ) {
    return stateUnknown(facts, evidence);
  }
  switch (facts.state) {
    case 'detached':
      return judgeDetached(volume, context);
    case 'attached':
    case 'creating':
    case 'attaching':
    case 'detaching':
      return judgeAttached(volume, context) ?? stateUnknown(facts, evidence);
    default:
      return stateUnknown(facts, evidence);
  }
}

function stateUnknown(
  facts: VolumeFacts,
  evidence: Verdict['evidence'],
): Verdict {
  return unknown(
    'LonghornVolumeStateUnknown',
    `State "${facts.state ?? ''}" with robustness "${
      facts.robustness ?? ''
    }" is not known.`,
    { evidence },
  );
}

function judgeDeletion(
  { meta }: Resource<VolumeFacts>,
  context: HealthContext,
): Verdict {
  const since = meta.deleting ?? context.now;
  const lasts = context.now - since;
  const limit = context.thresholds.longhornDeletionStuckHours * HOUR;
  const evidence = [
    {
      path: 'metadata.deletionTimestamp',
      value: meta.deleting === undefined ? null : formatTime(meta.deleting),
    },
    { path: 'metadata.finalizers', value: meta.finalizers ?? [] },
  ];
  if (lasts > limit) {
    return degraded(
      'LonghornVolumeDeletionStuck',
      `Being deleted since ${formatTime(since)}; held by ${
        (meta.finalizers ?? []).join(', ') || 'no finalizer'
      }.`,
      { evidence, since },
    );
  }
  return progressing('LonghornVolumeDeleting', 'Being deleted.', {
    evidence,
    since,
    recheckAt: since + limit + 1,
    // Judged here, not by the patience that holds for other progress.
    progressingSince: context.now,
  });
}

function judgeFaulted(
  volume: Resource<VolumeFacts>,
  context: HealthContext,
): Verdict {
  const { facts } = volume;
  const { all, failed: lost } = copiesOf(volume, context);
  const figures =
    all.length > 0 ? ` (${lost.length} of ${all.length} failed)` : '';
  const backup = facts.lastBackupAt
    ? `restore the backup of ${facts.lastBackupAt}`
    : 'there is no backup to restore';
  return failed(
    'LonghornVolumeFaulted',
    `No usable copy left${figures}: salvage a replica, or ${backup}.`,
    {
      evidence: [
        ...robustnessEvidence(facts),
        ...lost.map(one => ({
          of: one,
          path: 'spec.failedAt',
          value: one.facts.failedAt ?? null,
        })),
      ],
    },
  );
}
