import { Resource } from '../../definition/resource';
import { HealthContext } from '../../judging/verdict';
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
  const due = last + thresholds.cnpgBackupIntervals * interval;
  if (now <= due) {
    return { findings: [], recheckAt: due + 1 };
  }
  return {
    findings: [
      {
        status: 'degraded',
        reason: 'CnpgClusterBackupStale',
        message: `Last backup ${formatTime(
          last,
        )}, planned at least every ${formatDuration(interval)}.`,
        evidence: [
          { path: 'status.stoppedAt of the newest Backup', value: isoOf(last) },
        ],
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

/** When the last good backup ended, as far as that is known. */
function lastBackup(
  { lastSuccessfulBackup, objectStore, serverName = '' }: ClusterFacts,
  context: HealthContext,
): number | undefined {
  const { listed, items } = context.incoming<BackupFacts>(
    'backupOf',
    'postgresql.cnpg.io/Backup',
  );
  const times = items.flatMap(({ facts }) =>
    facts.phase === 'completed' ? facts.stopped ?? [] : [],
  );
  if (lastSuccessfulBackup !== undefined) {
    times.push(lastSuccessfulBackup);
  }
  const store = context.target<ObjectStoreFacts>('objectStore');
  if (store?.state === 'present') {
    const window = Object.hasOwn(store.resource.facts.windows, serverName)
      ? store.resource.facts.windows[serverName]
      : undefined;
    times.push(...(window?.lastGood === undefined ? [] : [window.lastGood]));
  }
  // Where not all are known there may be a younger one, unless the cluster or its store says which is the last.
  const certain =
    listed ||
    (objectStore
      ? store?.state === 'present'
      : lastSuccessfulBackup !== undefined);
  return certain && times.length > 0 ? Math.max(...times) : undefined;
}
