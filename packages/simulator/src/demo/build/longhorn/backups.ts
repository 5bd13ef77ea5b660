import { at, Fields, KubeObject } from '../../../storage/object';
import { LonghornPlatform } from '../../platform';
import { condition, days, ObjectFactory, suffixOf } from '../object-factory';
import { PlacedVolume } from '../storage/claims';
import { API, NAMESPACE } from './api';
import { nightBefore } from './nightly';
import { recurringJobs } from './recurring-jobs';

/** Whether the nightly job takes care of a volume. */
export function isBackedUp(
  { backups }: LonghornPlatform,
  { application }: PlacedVolume,
): boolean {
  return backups.nightly.includes(application);
}

/** Nightly backups of Longhorn volumes to the object store, and the volumes' account of them. */
export function backupObjects(
  platform: LonghornPlatform,
  volumes: PlacedVolume[],
  longhorn: KubeObject[],
  make: ObjectFactory,
): KubeObject[] {
  const { backups, nodes } = platform;
  const owner = nodes[0].name;
  const objects = [
    make.make(API, 'BackupTarget', NAMESPACE, 'default', {
      spec: {
        backupTargetURL: backups.target,
        credentialSecret: 'garage-backup',
        pollInterval: '5m0s',
        syncRequestedAt: null,
      },
      status: {
        available: true,
        conditions: [condition('Unavailable', 'False', make.ago(days(30)), '')],
        lastSyncedAt: make.ago(2),
        ownerID: owner,
      },
    }),
    ...recurringJobs(owner, make),
  ];
  for (const volume of volumes) {
    if (!isBackedUp(platform, volume)) continue;
    const failing = backups.failing === `${volume.namespace}/${volume.claim}`;
    const good = nightBefore(make.now, failing ? 1 : 0);
    const backup = `backup-${suffixOf(16, volume.name, 'good')}`;
    tell(longhorn, volume, { lastBackup: backup, lastBackupAt: good.ended });
    objects.push(
      backupVolume(volume, owner, backup, good.ended, make),
      ...nightOf(volume, owner, backup, good, make),
    );
    if (failing) {
      objects.push(
        ...nightOf(
          volume,
          owner,
          `backup-${suffixOf(16, volume.name, 'failed')}`,
          nightBefore(make.now),
          make,
          'error uploading block: RequestError: send request failed: Put: context deadline exceeded',
        ),
      );
    }
  }
  return objects;
}

function tell(longhorn: KubeObject[], volume: PlacedVolume, told: Fields) {
  const object = longhorn.find(
    ({ kind, metadata }) => kind === 'Volume' && metadata.name === volume.name,
  );
  Object.assign(at(object, 'status') as Fields, told);
}

function backupVolume(
  volume: PlacedVolume,
  ownerID: string,
  lastBackupName: string,
  lastBackupAt: string,
  make: ObjectFactory,
): KubeObject {
  return make.make(
    API,
    'BackupVolume',
    NAMESPACE,
    `${volume.name}-${suffixOf(8, volume.name, 'target')}`,
    {
      metadata: {
        finalizers: ['longhorn.io'],
        labels: { 'backup-target': 'default', 'backup-volume': volume.name },
      },
      spec: {
        backupTargetName: 'default',
        volumeName: volume.name,
        syncRequestedAt: null,
      },
      status: {
        lastBackupName,
        lastBackupAt,
        lastSyncedAt: make.ago(2),
        size: String(volume.bytes),
        dataStored: String(Math.round(volume.bytes * 0.3)),
        createdAt: make.ago(days(88)),
        storageClassName: 'longhorn',
        ownerID,
      },
    },
  );
}

/** Snapshot and backup of one night; `error` where the backup failed. */
function nightOf(
  volume: PlacedVolume,
  ownerID: string,
  backup: string,
  { began, ended }: { began: string; ended: string },
  make: ObjectFactory,
  error?: string,
): KubeObject[] {
  const snapshot = `nightly-${suffixOf(8, volume.name, began)}`;
  const metadata = (labels: object) => ({
    creationTimestamp: began,
    finalizers: ['longhorn.io'],
    labels,
  });
  return [
    make.make(API, 'Snapshot', NAMESPACE, snapshot, {
      metadata: metadata({ longhornvolume: volume.name }),
      spec: {
        volume: volume.name,
        createSnapshot: true,
        labels: { RecurringJob: 'nightly' },
      },
      status: {
        readyToUse: true,
        markRemoved: false,
        userCreated: true,
        creationTime: began,
        size: Math.round(volume.bytes * 0.02),
        restoreSize: volume.bytes,
        parent: '',
        children: { 'volume-head': true },
        labels: { RecurringJob: 'nightly' },
        ownerID: volume.node.name,
      },
    }),
    make.make(API, 'Backup', NAMESPACE, backup, {
      metadata: metadata({
        'backup-target': 'default',
        'backup-volume': volume.name,
      }),
      spec: {
        snapshotName: snapshot,
        backupMode: 'incremental',
        syncRequestedAt: null,
        labels: { RecurringJob: 'nightly', longhornvolume: volume.name },
      },
      status: {
        backupTargetName: 'default',
        volumeName: volume.name,
        snapshotName: snapshot,
        snapshotCreatedAt: began,
        lastSyncedAt: ended,
        ownerID,
        volumeSize: String(volume.bytes),
        ...(error
          ? { state: 'Error', progress: 12, error, backupCreatedAt: '' }
          : {
              state: 'Completed',
              progress: 100,
              backupCreatedAt: ended,
              size: String(Math.round(volume.bytes * 0.3)),
              volumeCreated: make.ago(days(90)),
              url: `s3://longhorn-backup@garage/?backup=${backup}&volume=${volume.name}`,
            }),
      },
    }),
  ];
}
