import { Resource } from '../../definition/resource';
import { parseTime } from '../../reading/times';
import { Found, newest } from './found';
import { CoverageReader } from './reader';

type VolumeFacts = {
  lastBackup?: string;
  lastBackupAt?: string;
  restoreRequired?: true;
};
type BackupFacts = {
  state?: string;
  backupCreatedAt?: string;
  backupTarget?: string;
};
type JobFacts = { takesBackups?: true; intervalMillis?: number };

/** Backups of the Longhorn volume behind a claim. */
export function longhornCoverage(
  claim: Resource,
  reader: CoverageReader,
): Found[] {
  const none = { tool: 'longhorn', method: 'backup', plans: [] };
  const persistent = reader.targets(claim, 'volume');
  const [pv] = persistent.items;
  if (!pv) {
    // Without its volume it cannot be told whose it is; where Longhorn has no volume at all, it is not Longhorn's.
    const nothing = reader.all('longhorn.io/Volume').length === 0;
    return persistent.read || (nothing && reader.read('longhorn.io/Volume'))
      ? []
      : [{ ...none, read: false }];
  }
  const behind = reader.targets<VolumeFacts>(pv, 'volume');
  const volume = behind.items.find(one => one.kind.group === 'longhorn.io');
  if (!volume) {
    return behind.read ? [] : [{ ...none, read: false }];
  }
  return [coverageOf(volume, reader)];
}

function coverageOf(
  volume: Resource<VolumeFacts>,
  reader: CoverageReader,
): Found {
  const of = volume as unknown as Resource;
  const backups = reader.incoming<BackupFacts>(
    of,
    'backupOf',
    'longhorn.io/Backup',
  );
  const good = backups.flatMap(backup =>
    backup.verdict.status === 'healthy'
      ? {
          at: parseTime(backup.facts.backupCreatedAt) ?? backup.meta.created,
          of: backup as unknown as Resource,
        }
      : [],
  );
  const failed = backups.flatMap(backup =>
    backup.verdict.status === 'failed'
      ? {
          at: parseTime(backup.facts.backupCreatedAt) ?? backup.meta.created,
          of: backup as unknown as Resource,
          message: backup.verdict.message,
        }
      : [],
  );
  // The volume knows of its last backup even where the Backup objects are not read.
  const last = parseTime(volume.facts.lastBackupAt);
  const named = backups.find(one => one.meta.name === volume.facts.lastBackup);
  if (last !== undefined && (!named || named.verdict.status === 'healthy')) {
    good.push({ at: last, of: (named as unknown as Resource) ?? of });
  }
  const plans = reader
    .targets<JobFacts>(of, 'recurringJob')
    .items.filter(job => job.facts.takesBackups)
    .map(job => ({
      of: job as unknown as Resource,
      interval: job.facts.intervalMillis,
      suspended: false,
    }));
  const restored = reader
    .incoming<VolumeFacts>(of, 'restoredFrom', 'longhorn.io/Volume')
    .find(
      one =>
        !one.facts.restoreRequired &&
        ['healthy', 'degraded'].includes(one.verdict.status),
    );
  return {
    tool: 'longhorn',
    method: 'backup',
    // `lastBackupAt` is Longhorn's own word on it, also where it is empty.
    read: reader.read('longhorn.io/Volume'),
    good: newest(good),
    failed: newest(failed),
    plans,
    restore: {
      read: reader.read('longhorn.io/Volume'),
      ...(restored
        ? {
            proven: {
              at: restored.meta.created,
              of: restored as unknown as Resource,
            },
          }
        : {}),
    },
  };
}
