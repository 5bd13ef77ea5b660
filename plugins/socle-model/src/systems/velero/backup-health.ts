import { Resource } from '../../definition/resource';
import { withHistory } from '../../judging/history';
import {
  degraded,
  healthy,
  HealthContext,
  Verdict,
} from '../../judging/verdict';
import { formatTime } from '../../reading/times';
import { counted } from '../../reading/wording';
import type { BackupFacts } from './backup';
import { definedInGit } from './defined-in-git';
import { atTime, hasEnded, isoOf, judgeRun } from './run';
import { lostMoves } from './volume-data';
import { waiting } from './waiting';

export function judgeBackup(
  of: Resource<BackupFacts>,
  context: HealthContext,
): Verdict {
  const { facts, meta } = of;
  if (meta.deleting !== undefined || facts.phase === 'Deleting') {
    return waiting(of, context, {
      reason: 'VeleroBackupBeingDeleted',
      lateReason: 'VeleroBackupDeletionStuck',
      message: 'Being deleted',
      since: meta.deleting,
      limitMillis: context.thresholds.veleroDeletionMinutes * 60_000,
      evidence: [
        { path: 'status.phase', value: facts.phase ?? null },
        { path: 'metadata.deletionTimestamp', value: isoOf(meta.deleting) },
      ],
    });
  }
  const inGit = definedInGit(meta);
  if (inGit) {
    return inGit;
  }
  const missing = volumesMissing(facts);
  if (facts.phase === 'Completed') {
    return judgeCompleted(of, context, missing);
  }
  const verdict = judgeRun(of, context, 'VeleroBackup');
  if (!hasEnded(facts)) {
    return verdict;
  }
  const endedAt = facts.completed ?? facts.started ?? meta.created;
  return withHistory(
    facts.phase === 'PartiallyFailed' && missing
      ? {
          ...verdict,
          message: `${verdict.message.replace(/\.$/, '')}; ${missing.text}.`,
          evidence: [...(verdict.evidence ?? []), missing.evidence],
        }
      : verdict,
    endedAt,
    context,
  );
}

function judgeCompleted(
  of: Resource<BackupFacts>,
  context: HealthContext,
  missing: ReturnType<typeof volumesMissing>,
): Verdict {
  const { facts } = of;
  const { expires, completed } = facts;
  const since = completed ?? facts.started ?? of.meta.created;
  const expired = expires !== undefined && expires <= context.now;
  const common = {
    since,
    ...(expired ? { flags: ['expired'] } : {}),
    ...(expires !== undefined && !expired ? { recheckAt: expires + 1 } : {}),
  };
  // Servers of the 1.11 line called a backup complete although the data of a volume had failed. What was cancelled is
  // not there either.
  const lost = lostMoves(context, 'backup');
  if (lost.length > 0) {
    return degraded(
      'VeleroBackupVolumesMissing',
      `Called complete, but the data of ${counted(
        lost.length,
        'volume',
      )} did not come along, the first in ${lost[0].kind.kind} ${
        lost[0].meta.name
      }.`,
      {
        ...common,
        evidence: [
          { path: 'status.phase', value: 'Completed' },
          {
            of: lost[0],
            path: 'status.phase',
            value: lost[0].facts.phase ?? null,
          },
        ],
      },
    );
  }
  if (missing) {
    return degraded(
      'VeleroBackupVolumesMissing',
      `Called complete, but ${missing.text}.`,
      { ...common, evidence: [missing.evidence] },
    );
  }
  const warnings = [
    ...(facts.hooksFailed
      ? [`${counted(facts.hooksFailed, 'hook')} failed.`]
      : []),
    ...(expired
      ? [`Expired at ${formatTime(expires)}: Velero is about to delete it.`]
      : []),
    ...locationWarning(context),
  ];
  return healthy(
    'VeleroBackupCompleted',
    `Complete${atTime(completed)}${
      facts.warnings ? `, with ${counted(facts.warnings, 'warning')}` : ''
    }.`,
    { ...common, ...(warnings.length > 0 ? { warnings } : {}) },
  );
}

function locationWarning(context: HealthContext): string[] {
  const location = context.target('location');
  if (location?.state === 'absent') {
    return ['Its storage location does not exist any more.'];
  }
  return location?.state === 'present' &&
    location.resource.verdict.status === 'failed'
    ? [`Storage location ${location.resource.meta.name} is unavailable now.`]
    : [];
}

/** Snapshots and uploads that were begun and not done; a count of nought is left out by Velero. */
function volumesMissing(facts: BackupFacts) {
  for (const [attempted, completed, path, what] of [
    [
      facts.snapshotsAttempted,
      facts.snapshotsCompleted,
      'status.volumeSnapshotsCompleted',
      'volume snapshots',
    ],
    [
      facts.csiAttempted,
      facts.csiCompleted,
      'status.csiVolumeSnapshotsCompleted',
      'volume snapshots',
    ],
    [
      facts.operationsAttempted,
      facts.operationsCompleted,
      'status.backupItemOperationsCompleted',
      'volume operations',
    ],
  ] as const) {
    if (attempted !== undefined && attempted > (completed ?? 0)) {
      return {
        text: `${completed ?? 0} of ${attempted} ${what} were done`,
        evidence: { path, value: completed ?? 0 },
      };
    }
  }
  return undefined;
}
