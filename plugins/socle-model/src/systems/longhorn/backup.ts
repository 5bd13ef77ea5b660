import { defineKind } from '../../definition/kind';
import { linkByKey } from '../../definition/link';
import { degraded } from '../../judging/verdict';
import { labelAt, numberAt, stringAt, valueAt } from '../../reading/raw';
import { inLonghorn, LONGHORN } from './api';
import { textAt } from './longhorn-conditions';
import {
  judgeUpload,
  UPLOAD_PATIENCE_MINUTES,
  UploadFacts,
} from './backup-state';
import { oneLine } from './wording';

/** A backup of one snapshot of one volume on a backup target. Failed ones vanish after a day. */
export type BackupFacts = UploadFacts & {
  volumeName?: string;
  snapshotName?: string;
  backupTarget?: string;
  /** What Longhorn could not read of it on the target. */
  trouble?: string;
};

export const backup = defineKind<BackupFacts>({
  ...LONGHORN,
  kind: 'Backup',
  plural: 'backups',
  patienceMinutes: UPLOAD_PATIENCE_MINUTES,
  project: raw => ({
    state: emptyOrStringAt(raw, 'status', 'state'),
    error: textAt(raw, 'status', 'error'),
    progress: numberAt(raw, 'status', 'progress'),
    backupCreatedAt: stringAt(raw, 'status', 'backupCreatedAt'),
    size: numberAt(raw, 'status', 'size'),
    volumeName:
      stringAt(raw, 'status', 'volumeName') ?? labelAt(raw, 'backup-volume'),
    snapshotName:
      stringAt(raw, 'status', 'snapshotName') ??
      stringAt(raw, 'spec', 'snapshotName'),
    backupTarget:
      stringAt(raw, 'status', 'backupTargetName') ??
      labelAt(raw, 'backup-target'),
    trouble: textAt(raw, 'status', 'messages', 'error'),
  }),
  // As a CSI snapshot's content names it, wherever Longhorn is installed.
  provides: ({ facts, meta }) =>
    facts.volumeName
      ? [
          `csiSnapshot:driver.longhorn.io/bak://${facts.volumeName}/${meta.name}`,
        ]
      : [],
  links: of => [
    ...inLonghorn('backupOf', of, 'Volume', of.facts.volumeName),
    ...(of.facts.volumeName
      ? [
          linkByKey(
            'backupOf',
            backupVolumeKey(of.facts.backupTarget, of.facts.volumeName),
            ['longhorn.io/BackupVolume'],
          ),
        ]
      : []),
    ...inLonghorn('snapshot', of, 'Snapshot', of.facts.snapshotName),
    // The snapshot that it uploads is named as the CSI sidecar asked for it, long before its content has a handle.
    ...(of.facts.snapshotName
      ? [
          linkByKey(
            'snapshot',
            `csiSnapshotName:driver.longhorn.io/${of.facts.snapshotName}`,
            ['snapshot.storage.k8s.io/VolumeSnapshotContent'],
          ),
        ]
      : []),
    ...inLonghorn('backupTarget', of, 'BackupTarget', of.facts.backupTarget),
  ],
  health: (of, context) =>
    of.facts.state === 'Completed' && of.facts.trouble
      ? degraded(
          'LonghornBackupUnreadable',
          `Completed, but cannot be read on the target: ${oneLine(
            of.facts.trouble,
          )}.`,
          {
            evidence: [
              {
                path: 'status.messages.error',
                value: oneLine(of.facts.trouble),
              },
            ],
          },
        )
      : judgeUpload(of, context, 'LonghornBackup'),
  reasons: [
    {
      code: 'LonghornBackupCompleted',
      cause: 'The backup is complete.',
      evidence: 'status.state',
      remedy: false,
    },
    {
      code: 'LonghornBackupRunning',
      cause: 'The backup waits, runs or is being deleted.',
      evidence: 'status.progress',
      remedy: false,
    },
    {
      code: 'LonghornBackupFailed',
      cause: 'The backup failed.',
      evidence: 'status.error',
    },
    {
      code: 'LonghornBackupUnreadable',
      cause: 'The backup cannot be read on its target.',
      evidence: 'status.messages.error',
    },
    {
      code: 'LonghornBackupStateUnknown',
      cause: 'The state has a value that is not known.',
      evidence: 'status.state',
      remedy: false,
    },
  ],
});

/** A BackupVolume is found by target and volume: since 1.8 its name is neither. */
export function backupVolumeKey(
  target: string | undefined,
  volumeName: string,
): string {
  return `longhornBackupVolume:${target ?? 'default'}/${volumeName}`;
}

/** A string, also an empty one: `''` is a state of backups. */
export function emptyOrStringAt(
  from: unknown,
  ...path: string[]
): string | undefined {
  const value = valueAt(from, ...path);
  return typeof value === 'string' ? value : undefined;
}
