import { defineKind } from '../../definition/kind';
import { Link, linkByKey } from '../../definition/link';
import { Resource } from '../../definition/resource';
import {
  annotationAt,
  booleanAt,
  labelAt,
  numberAt,
  objectAt,
  RawObject,
  stringAt,
  stringsAt,
} from '../../reading/raw';
import { timeAt } from '../../reading/times';
import { GROUP, inVelero, labelKey, VELERO } from './api';
import { judgeBackup } from './backup-health';
import { readRun, RunFacts, runReasons } from './run';

export type BackupFacts = RunFacts & {
  /** status.expiration: when Velero will delete it. */
  expires?: number;
  snapshotsAttempted?: number;
  snapshotsCompleted?: number;
  csiAttempted?: number;
  csiCompleted?: number;
  hooksFailed?: number;
  /** Label: the schedule that made it; none for one taken by hand. */
  schedule?: string;
  location?: string;
  includedNamespaces?: string[];
  excludedNamespaces?: string[];
  /** The data of CSI snapshots are moved to the location, and not only kept in the storage. */
  movesData?: true;
  /** Version of the cluster it was taken in: a location may be shared by several. */
  sourceVersion?: string;
};

/** One backup of objects and of the volumes that they use. */
export const backup = defineKind<BackupFacts>({
  ...VELERO,
  kind: 'Backup',
  plural: 'backups',
  title: 'Backups',
  judgesDeletion: true,
  project,
  provides: ({ meta }) => [
    labelKey('Backup', meta, meta.name),
    ...(meta.uid ? [`veleroBackupUid:${meta.uid}`] : []),
  ],
  links,
  health: judgeBackup,
  reasons: [
    ...runReasons('VeleroBackup', 'backup'),
    {
      code: 'VeleroBackupCompleted',
      cause: 'The backup is complete.',
      evidence: 'status.phase',
      remedy: false,
    },
    {
      code: 'VeleroBackupVolumesMissing',
      cause:
        'The backup is called complete, and volume data are missing in it.',
      evidence: 'status.csiVolumeSnapshotsCompleted',
    },
    {
      code: 'VeleroBackupBeingDeleted',
      cause: 'The backup is being deleted.',
      evidence: 'status.phase',
      remedy: false,
    },
    {
      code: 'VeleroBackupDeletionStuck',
      cause: 'The backup cannot be deleted.',
      evidence: 'metadata.deletionTimestamp',
    },
  ],
  shows: [
    'includedNamespaces',
    'excludedNamespaces',
    'movesData',
    'sourceVersion',
  ],
});

function project(raw: RawObject): BackupFacts {
  const status = objectAt(raw, 'status');
  const included = stringsAt(raw, 'spec', 'includedNamespaces');
  const excluded = stringsAt(raw, 'spec', 'excludedNamespaces');
  return {
    ...readRun(raw, 'backup', 'itemsBackedUp'),
    expires: timeAt(status, 'expiration'),
    snapshotsAttempted: numberAt(status, 'volumeSnapshotsAttempted'),
    snapshotsCompleted: numberAt(status, 'volumeSnapshotsCompleted'),
    csiAttempted: numberAt(status, 'csiVolumeSnapshotsAttempted'),
    csiCompleted: numberAt(status, 'csiVolumeSnapshotsCompleted'),
    hooksFailed: numberAt(status, 'hookStatus', 'hooksFailed'),
    schedule: labelAt(raw, 'velero.io/schedule-name'),
    location:
      stringAt(raw, 'spec', 'storageLocation') ??
      labelAt(raw, 'velero.io/storage-location'),
    ...(included.length > 0 ? { includedNamespaces: included } : {}),
    ...(excluded.length > 0 ? { excludedNamespaces: excluded } : {}),
    ...(booleanAt(raw, 'spec', 'snapshotMoveData') ? { movesData: true } : {}),
    sourceVersion: annotationAt(raw, 'velero.io/source-cluster-k8s-gitversion'),
  };
}

function links(of: Resource<BackupFacts>): Link[] {
  const { schedule, location } = of.facts;
  return [
    ...(schedule
      ? [
          linkByKey(
            'ofSchedule',
            labelKey('Schedule', of.meta, schedule),
            [`${GROUP}/Schedule`],
            'source',
          ),
        ]
      : []),
    ...inVelero('location', of, 'BackupStorageLocation', location, 'target'),
  ];
}
