import { Resource } from '../../definition/resource';
import { HealthContext, VerdictEvidence } from '../../judging/verdict';
import { formatDuration, formatTime } from '../../reading/times';
import { isoOf } from './api';
import type { BackupFacts } from './backup';
import type { Findings } from './cluster-checks';
import type { ClusterFacts } from './cluster-facts';
import type { ObjectStoreFacts } from './object-store';
import type { ScheduledBackupFacts } from './scheduled-backup';

/** Whether the newest backup is as young as the schedules of the cluster promise. */
export function checkBackupAge(
  of: Resource<ClusterFacts>,
  context: HealthContext,
): Findings {
  const interval = promised(context);
  const last = lastBackup(of.facts, context);
  if (interval === undefined || last === undefined) {
    return { findings: [] };
  }
  const { now, thresholds } = context;
  const { at, evidence } = last;
  const due = at + thresholds.cnpgBackupIntervals * interval;
  if (now <= due) {
    return { findings: [], recheckAt: due + 1 };
  }
  return {
    findings: [
      {
        status: 'degraded',
        reason: 'CnpgClusterBackupStale',
        message: `Last backup ${formatTime(
          at,
        )}, planned at least every ${formatDuration(interval)}.`,
        evidence: [evidence],
        since: due,
      },
    ],
  };
}

/** The shortest interval of the schedules that are not suspended. */
function promised(context: HealthContext): number | undefined {
  const intervals = context
    .incoming<ScheduledBackupFacts>(
      'backsUp',
      'postgresql.cnpg.io/ScheduledBackup',
    )
    .items.flatMap(({ facts }) =>
      facts.suspend ? [] : facts.intervalMillis ?? [],
    );
  return intervals.length > 0 ? Math.min(...intervals) : undefined;
}

/** A time at which a backup ended well, and what says so. */
type GoodBackup = { at: number; evidence: VerdictEvidence };

/** The last good backup, as far as that is known. */
function lastBackup(
  { lastSuccessfulBackup, objectStore, serverName = '' }: ClusterFacts,
  context: HealthContext,
): GoodBackup | undefined {
  const { listed, items } = context.incoming<BackupFacts>(
    'backupOf',
    'postgresql.cnpg.io/Backup',
  );
  const found = items.flatMap(backup =>
    backup.facts.phase === 'completed' && backup.facts.stopped !== undefined
      ? [endedAt(backup.facts.stopped, 'status.stoppedAt', backup)]
      : [],
  );
  if (lastSuccessfulBackup !== undefined) {
    found.push(endedAt(lastSuccessfulBackup, 'status.lastSuccessfulBackup'));
  }
  const store = context.target<ObjectStoreFacts>('objectStore');
  if (store?.state === 'present') {
    const { windows } = store.resource.facts;
    const last = Object.hasOwn(windows, serverName)
      ? windows[serverName].lastGood
      : undefined;
    if (last !== undefined) {
      found.push(
        endedAt(
          last,
          `status.serverRecoveryWindow.${serverName}.lastSuccessfulBackupTime`,
          store.resource,
        ),
      );
    }
  }
  // Where not all are known there may be a younger one, unless the cluster or its store says which is the last.
  const certain =
    listed ||
    (objectStore
      ? store?.state === 'present'
      : lastSuccessfulBackup !== undefined);
  return certain ? found.sort((a, b) => b.at - a.at)[0] : undefined;
}

function endedAt(at: number, path: string, of?: Resource): GoodBackup {
  return {
    at,
    evidence: { ...(of ? { of } : {}), path, value: isoOf(at) },
  };
}
