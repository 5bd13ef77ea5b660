import { Resource } from '../../definition/resource';
import { HealthContext } from '../../judging/verdict';
import { parseTime } from '../../reading/times';
import type { BackupTargetFacts } from './backup-target';
import type { BackupVolumeFacts } from './backup-volume';
import type { RecurringJobFacts } from './recurring-job';
import type { VolumeFacts } from './volume';

/**
 * Flags of a volume: whether it has but one copy, and how its backups stand. Backups never change the health of the
 * data; they are flagged here and judged at the BackupVolume.
 */
export function volumeFlags(
  volume: Resource<VolumeFacts>,
  context: HealthContext,
): { flags: string[]; recheckAt?: number } {
  const { facts } = volume;
  const flags: string[] = [];
  if (facts.numberOfReplicas === 1 && !facts.sharded) {
    flags.push('notReplicated');
  }
  const last = lastBackup(facts, context);
  if (last === undefined && couldBeBackedUp(context)) {
    flags.push('notBackedUp');
  }
  const interval = backupInterval(context);
  const since = last ?? volume.meta.created;
  if (interval === undefined || since === undefined) {
    return { flags };
  }
  const { longhornBackupLateIntervals, longhornBackupOverdueIntervals } =
    context.thresholds;
  const lateAt = since + longhornBackupLateIntervals * interval;
  // A volume that was never backed up is past all patience as soon as it is late.
  const overdueAt =
    last === undefined
      ? lateAt
      : since + longhornBackupOverdueIntervals * interval;
  if (context.now > overdueAt) {
    flags.push('backupOverdue');
    return { flags };
  }
  if (context.now > lateAt) {
    flags.push('backupLate');
    return { flags, recheckAt: overdueAt + 1 };
  }
  return { flags, recheckAt: lateAt + 1 };
}

/** What the volume knows, or what lies on a target: the volume forgets its backups when it is given another target. */
function lastBackup(
  { lastBackupAt }: VolumeFacts,
  context: HealthContext,
): number | undefined {
  const times = [
    lastBackupAt,
    ...context
      .incoming<BackupVolumeFacts>('backupOf', 'longhorn.io/BackupVolume')
      .items.map(({ facts }) => facts.lastBackupAt),
  ].flatMap(time => parseTime(time) ?? []);
  return times.length > 0 ? Math.max(...times) : undefined;
}

/** False only where it is known that there is no backup target. */
function couldBeBackedUp(context: HealthContext): boolean {
  const target = context.target<BackupTargetFacts>('backupTarget');
  return (
    target?.state !== 'absent' &&
    !(target?.state === 'present' && !target.resource.facts.url)
  );
}

/** The shortest interval of the jobs that select the volume and take backups. */
function backupInterval(context: HealthContext): number | undefined {
  const intervals = context
    .targets<RecurringJobFacts>('recurringJob')
    .flatMap(job =>
      job.state === 'present' && job.resource.facts.takesBackups
        ? job.resource.facts.intervalMillis ?? []
        : [],
    );
  return intervals.length > 0 ? Math.min(...intervals) : undefined;
}
