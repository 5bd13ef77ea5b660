import { defineKind } from '../../definition/kind';
import { Resource } from '../../definition/resource';
import {
  degraded,
  failed,
  healthy,
  HealthContext,
  unknown,
  Verdict,
  VerdictEvidence,
} from '../../judging/verdict';
import { formatTime, parseTime } from '../../reading/times';
import { labelAt, numberAt, stringAt } from '../../reading/raw';
import { inLonghorn, LONGHORN } from './api';
import { textAt } from './longhorn-conditions';
import { backupVolumeKey } from './backup';
import type { BackupTargetFacts } from './backup-target';
import type { VolumeFacts } from './volume';
import { oneLine } from './wording';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** All backups of one volume on one target: what a restore starts from. */
export type BackupVolumeFacts = {
  volumeName?: string;
  backupTarget?: string;
  lastBackupName?: string;
  lastBackupAt?: string;
  dataStored?: number;
  trouble?: string;
};

export const backupVolume = defineKind<BackupVolumeFacts>({
  ...LONGHORN,
  kind: 'BackupVolume',
  plural: 'backupvolumes',
  project: raw => ({
    // Up to 1.7 the object had the name of its volume, and no field for it.
    volumeName:
      stringAt(raw, 'spec', 'volumeName') ??
      labelAt(raw, 'backup-volume') ??
      stringAt(raw, 'metadata', 'name'),
    backupTarget:
      stringAt(raw, 'spec', 'backupTargetName') ??
      labelAt(raw, 'backup-target'),
    lastBackupName: stringAt(raw, 'status', 'lastBackupName'),
    lastBackupAt: stringAt(raw, 'status', 'lastBackupAt'),
    dataStored: numberAt(raw, 'status', 'dataStored'),
    trouble: textAt(raw, 'status', 'messages', 'error'),
  }),
  provides: ({ facts }) =>
    facts.volumeName
      ? [backupVolumeKey(facts.backupTarget, facts.volumeName)]
      : [],
  links: of => [
    ...inLonghorn('backupOf', of, 'Volume', of.facts.volumeName),
    ...inLonghorn(
      'backupTarget',
      of,
      'BackupTarget',
      of.facts.backupTarget ?? 'default',
      'target',
    ),
  ],
  health: judgeBackupVolume,
  reasons: [
    {
      code: 'LonghornBackupVolumeCurrent',
      cause: 'The last backup is recent.',
      evidence: 'status.lastBackupAt',
      remedy: false,
    },
    {
      code: 'LonghornBackupVolumeLate',
      cause:
        'The last backup is older than its schedule allows, or there is none.',
      evidence: 'status.lastBackupAt',
    },
    {
      code: 'LonghornBackupVolumeUnreadable',
      cause: 'The backups cannot be read on their target.',
      evidence: 'status.messages.error',
    },
    {
      code: 'LonghornBackupVolumeAgeNotJudged',
      cause:
        'The last backup is old, and no schedule is known to judge that by.',
      evidence: 'status.lastBackupAt',
      remedy: false,
    },
    {
      code: 'LonghornBackupVolumeEmpty',
      cause: 'No completed backup is known.',
      evidence: 'status.lastBackupAt',
      remedy: false,
    },
    {
      code: 'LonghornBackupVolumeOfDeleted',
      cause: 'The volume is gone, its backups are kept.',
      evidence: 'spec.volumeName',
      remedy: false,
    },
  ],
  shows: ['dataStored', 'lastBackupName'],
});

function judgeBackupVolume(
  of: Resource<BackupVolumeFacts>,
  context: HealthContext,
): Verdict {
  const { facts } = of;
  const { now } = context;
  const last = parseTime(facts.lastBackupAt);
  const evidence = [
    { path: 'status.lastBackupAt', value: facts.lastBackupAt ?? '' },
  ];
  if (facts.trouble) {
    return degraded(
      'LonghornBackupVolumeUnreadable',
      `Cannot be read on its target: ${oneLine(facts.trouble)}.`,
      {
        evidence: [
          { path: 'status.messages.error', value: oneLine(facts.trouble) },
        ],
      },
    );
  }
  const volume = context.target<VolumeFacts>('backupOf');
  const flags =
    volume?.state === 'present' ? volume.resource.verdict.flags ?? [] : [];
  // Ages move without events.
  const recheckAt = now + HOUR;
  const target = targetInTheWay(context);
  const age =
    last === undefined ? 'Never backed up' : `Last backup ${formatTime(last)}`;
  if (flags.includes('backupOverdue') || flags.includes('backupLate')) {
    const rule = flags.includes('backupOverdue') || target ? failed : degraded;
    return rule(
      'LonghornBackupVolumeLate',
      `${age}, which is more than its recurring job allows${
        target ? `: ${target.says}` : ''
      }.`,
      {
        evidence: [...evidence, ...(target ? [target.evidence] : [])],
        recheckAt,
      },
    );
  }
  if (last === undefined) {
    return unknown(
      'LonghornBackupVolumeEmpty',
      'No completed backup is known.',
      { evidence },
    );
  }
  if (volume?.state === 'absent') {
    return healthy(
      'LonghornBackupVolumeOfDeleted',
      `${age}; its volume is gone, so this is what is left of it.`,
      { flags: ['orphaned'] },
    );
  }
  if (now - last > context.thresholds.longhornBackupPlainDays * DAY) {
    return unknown(
      'LonghornBackupVolumeAgeNotJudged',
      `${age}; no schedule is known to judge that by.`,
      { evidence, recheckAt },
    );
  }
  return healthy('LonghornBackupVolumeCurrent', `${age}.`, {
    recheckAt,
    ...(target ? { warnings: [`It cannot be read now: ${target.says}.`] } : {}),
  });
}

/** The backup target, where it cannot be written to or read. */
function targetInTheWay(
  context: HealthContext,
): { says: string; evidence: VerdictEvidence } | undefined {
  const target = context.target<BackupTargetFacts>('backupTarget');
  if (target?.state !== 'present') {
    return undefined;
  }
  const { resource } = target;
  const { url, available } = resource.facts;
  const name = `backup target ${resource.meta.name}`;
  if (!url) {
    return {
      says: `${name} is not set up`,
      evidence: { of: resource, path: 'spec.backupTargetURL', value: '' },
    };
  }
  return available === false
    ? {
        says: `${name} is not reachable`,
        evidence: { of: resource, path: 'status.available', value: false },
      }
    : undefined;
}
