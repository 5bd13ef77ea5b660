import { defineKind } from '../../definition/kind';
import { Link, linkByKey } from '../../definition/link';
import { managedBy, trackingIdOf } from '../../definition/ownership';
import { Resource } from '../../definition/resource';
import { cronInterval } from '../../reading/cron';
import {
  booleanAt,
  objectAt,
  RawObject,
  stringAt,
  stringsAt,
} from '../../reading/raw';
import { timeAt } from '../../reading/times';
import { allTold, GROUP, inVelero, labelKey, serverLink, VELERO } from './api';
import { judgeSchedule } from './schedule-health';

export type ScheduleFacts = {
  phase?: string;
  paused?: true;
  cron?: string;
  /** The longest time between two runs. */
  intervalMillis?: number;
  validationErrors?: string;
  /** When a Backup was last created, whatever came of it. */
  lastBackup?: number;
  lastSkipped?: number;
  location?: string;
  includedNamespaces?: string[];
  excludedNamespaces?: string[];
  /** How volumes are backed up: their files, or CSI snapshots whose data are moved. */
  volumeData?: 'fileSystem' | 'dataMover' | 'snapshot' | 'none';
  trackingId?: string;
};

/** A plan of backups. */
export const schedule = defineKind<ScheduleFacts>({
  ...VELERO,
  kind: 'Schedule',
  plural: 'schedules',
  title: 'Backup schedules',
  project,
  provides: ({ meta }) => [labelKey('Schedule', meta, meta.name)],
  links,
  health: judgeSchedule,
  reasons: [
    {
      code: 'VeleroScheduleKept',
      cause: 'The last good backup is as recent as planned.',
      evidence: 'status.completionTimestamp of the Backup',
      remedy: false,
    },
    {
      code: 'VeleroSchedulePaused',
      cause: 'No backups are taken, on purpose.',
      evidence: 'spec.paused',
      remedy: false,
    },
    {
      code: 'VeleroScheduleFirstRunDue',
      cause: 'The schedule is new and has not run yet.',
      evidence: 'status.lastBackup',
      remedy: false,
    },
    {
      code: 'VeleroScheduleRunsNotRead',
      cause: 'The backups that it made are not known.',
      evidence: 'status.lastBackup',
      remedy: false,
    },
    {
      code: 'VeleroSchedulePhaseUnknown',
      cause: 'The phase has a value that is not known.',
      evidence: 'status.phase',
      remedy: false,
    },
    {
      code: 'VeleroScheduleInvalid',
      cause: 'The schedule was refused.',
      evidence: 'status.validationErrors',
    },
    {
      code: 'VeleroScheduleLocationUnavailable',
      cause: 'The storage location that its backups go to is unavailable.',
      evidence: 'status.phase of the BackupStorageLocation',
    },
    {
      code: 'VeleroScheduleNeverRan',
      cause: 'The schedule has never made a backup.',
      evidence: 'status.lastBackup',
    },
    {
      code: 'VeleroScheduleLate',
      cause: 'The last good backup is older than planned.',
      evidence: 'status.completionTimestamp of the Backup',
    },
    {
      code: 'VeleroScheduleLastRunFailed',
      cause: 'The newest backup did not succeed.',
      evidence: 'status.phase of the Backup',
    },
  ],
  shows: [
    'cron',
    'lastSkipped',
    'includedNamespaces',
    'excludedNamespaces',
    'volumeData',
  ],
});

function project(raw: RawObject): ScheduleFacts {
  const template = objectAt(raw, 'spec', 'template');
  const included = stringsAt(template, 'includedNamespaces');
  const excluded = stringsAt(template, 'excludedNamespaces');
  const cron = stringAt(raw, 'spec', 'schedule');
  return {
    phase: stringAt(raw, 'status', 'phase'),
    ...(booleanAt(raw, 'spec', 'paused') ? { paused: true } : {}),
    cron,
    intervalMillis: cronInterval(cron),
    validationErrors: allTold(raw, 'status', 'validationErrors'),
    lastBackup: timeAt(raw, 'status', 'lastBackup'),
    lastSkipped: timeAt(raw, 'status', 'lastSkipped'),
    location: stringAt(template, 'storageLocation'),
    ...(included.length > 0 ? { includedNamespaces: included } : {}),
    ...(excluded.length > 0 ? { excludedNamespaces: excluded } : {}),
    volumeData: volumeDataOf(template),
    trackingId: trackingIdOf(raw, GROUP, 'Schedule'),
  };
}

function volumeDataOf(template: RawObject): ScheduleFacts['volumeData'] {
  if (booleanAt(template, 'defaultVolumesToFsBackup')) {
    return 'fileSystem';
  }
  if (booleanAt(template, 'snapshotMoveData')) {
    return 'dataMover';
  }
  return booleanAt(template, 'snapshotVolumes') === false ? 'none' : 'snapshot';
}

function links(of: Resource<ScheduleFacts>): Link[] {
  const { location, trackingId } = of.facts;
  const { namespace = '' } = of.meta;
  return [
    ...(location
      ? inVelero('location', of, 'BackupStorageLocation', location, 'target')
      : [
          linkByKey(
            'location',
            `veleroDefaultLocation:${namespace}`,
            [`${GROUP}/BackupStorageLocation`],
            'target' as const,
          ),
        ]),
    serverLink(of.meta),
    ...managedBy(trackingId),
  ];
}
