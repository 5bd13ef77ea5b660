import { KubeObject } from '../../storage/object';
import { DemoPlatform } from '../platform';
import { PlacedVolume } from './claims';
import { condition, ObjectFactory, suffixOf } from './object-factory';

const API = 'longhorn.io/v1beta2';
const NAMESPACE = 'longhorn-system';

/** Nightly backups of Longhorn volumes to the object store, and the volumes' account of them. */
export function backupObjects(
  { backups, nodes }: DemoPlatform,
  volumes: PlacedVolume[],
  longhorn: KubeObject[],
  make: ObjectFactory,
): KubeObject[] {
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
        conditions: [
          condition('Unavailable', 'False', make.ago(60 * 24 * 30), ''),
        ],
        lastSyncedAt: make.ago(2),
        ownerID: nodes[0].name,
      },
    }),
    make.make(API, 'RecurringJob', NAMESPACE, 'nightly', {
      spec: {
        name: 'nightly',
        task: 'backup',
        cron: '0 2 * * *',
        retain: 14,
        concurrency: 2,
        groups: ['default'],
        labels: {},
        parameters: {},
      },
      status: { ownerID: nodes[0].name, executionCount: 88 },
    }),
  ];
  for (const volume of volumes.filter(one =>
    backups.nightly.includes(one.application),
  )) {
    const failing = volume.application === backups.failing;
    const good = make.ago(60 * (failing ? 58 : 10));
    const snapshot = `nightly-${suffixOf(8, volume.name)}`;
    const name = `backup-${suffixOf(16, volume.name, 'good')}`;
    const told = longhorn.find(
      object =>
        object.kind === 'Volume' && object.metadata.name === volume.name,
    );
    Object.assign(told?.status as object, {
      lastBackup: name,
      lastBackupAt: good,
    });
    objects.push(
      make.make(
        API,
        'BackupVolume',
        NAMESPACE,
        `${volume.name}-${suffixOf(8, volume.name, 'target')}`,
        {
          metadata: {
            finalizers: ['longhorn.io'],
            labels: {
              'backup-target': 'default',
              'backup-volume': volume.name,
            },
          },
          spec: {
            backupTargetName: 'default',
            volumeName: volume.name,
            syncRequestedAt: null,
          },
          status: {
            lastBackupName: name,
            lastBackupAt: good,
            lastSyncedAt: make.ago(2),
            size: String(volume.bytes),
            dataStored: String(Math.round(volume.bytes * 0.3)),
            createdAt: make.ago(60 * 24 * 88),
            storageClassName: 'longhorn',
            ownerID: nodes[0].name,
          },
        },
      ),
      snapshotObject(volume, snapshot, good, make),
      backupObject(volume, name, snapshot, good, make),
    );
    if (failing) {
      objects.push(failedBackup(volume, make));
    }
  }
  return objects;
}

function snapshotObject(
  volume: PlacedVolume,
  name: string,
  at: string,
  make: ObjectFactory,
): KubeObject {
  return make.make(API, 'Snapshot', NAMESPACE, name, {
    ageDays: 0.42,
    metadata: {
      finalizers: ['longhorn.io'],
      labels: { longhornvolume: volume.name },
    },
    spec: {
      volume: volume.name,
      createSnapshot: true,
      labels: { RecurringJob: 'nightly' },
    },
    status: {
      readyToUse: true,
      markRemoved: false,
      userCreated: true,
      creationTime: at,
      size: Math.round(volume.bytes * 0.02),
      restoreSize: volume.bytes,
      parent: '',
      children: { 'volume-head': true },
    },
  });
}

function backupObject(
  volume: PlacedVolume,
  name: string,
  snapshot: string,
  at: string,
  make: ObjectFactory,
): KubeObject {
  return make.make(API, 'Backup', NAMESPACE, name, {
    ageDays: 0.42,
    metadata: {
      finalizers: ['longhorn.io'],
      labels: { 'backup-volume': volume.name, 'backup-target': 'default' },
    },
    spec: {
      snapshotName: snapshot,
      backupMode: 'incremental',
      syncRequestedAt: null,
      labels: { RecurringJob: 'nightly' },
    },
    status: {
      state: 'Completed',
      progress: 100,
      backupTargetName: 'default',
      volumeName: volume.name,
      snapshotName: snapshot,
      snapshotCreatedAt: at,
      backupCreatedAt: at,
      lastSyncedAt: make.ago(2),
      size: String(Math.round(volume.bytes * 0.3)),
      volumeSize: String(volume.bytes),
      volumeCreated: make.ago(60 * 24 * 90),
      url: `s3://longhorn-backup@garage/?backup=${name}&volume=${volume.name}`,
    },
  });
}

function failedBackup(volume: PlacedVolume, make: ObjectFactory): KubeObject {
  const name = `backup-${suffixOf(16, volume.name, 'failed')}`;
  return make.make(API, 'Backup', NAMESPACE, name, {
    ageDays: 0.42,
    metadata: {
      finalizers: ['longhorn.io'],
      labels: { 'backup-volume': volume.name, 'backup-target': 'default' },
    },
    spec: {
      snapshotName: `nightly-${suffixOf(8, volume.name)}`,
      backupMode: 'incremental',
      syncRequestedAt: null,
      labels: { RecurringJob: 'nightly' },
    },
    status: {
      state: 'Error',
      progress: 12,
      error:
        'failed to backup snapshot: AWS Error: RequestError send request failed: dial tcp: i/o timeout',
      backupTargetName: 'default',
      volumeName: volume.name,
      snapshotName: `nightly-${suffixOf(8, volume.name)}`,
      backupCreatedAt: '',
      lastSyncedAt: make.ago(2),
    },
  });
}
