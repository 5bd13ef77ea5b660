import { objectAt } from '../reading/raw';
import { STORAGE_NODE_RANK, VOLUME_RANK } from './storage-ranks';
import { ViewDefinition } from './view';

/**
 * From the pod that needs a claim to the disks that hold its data and the backups that could bring it back.
 * @public
 */
export const storageView: ViewDefinition = {
  id: 'storage',
  title: 'Storage',
  ranks: [
    {
      title: 'Database',
      kinds: ['postgresql.cnpg.io/Cluster'],
      limit: 4,
    },
    { title: 'Pod', kinds: ['/Pod'], limit: 8 },
    { title: 'Claim', kinds: ['/PersistentVolumeClaim'], limit: 8 },
    { title: 'Persistent volume', kinds: ['/PersistentVolume'] },
    { title: 'Storage class', kinds: ['storage.k8s.io/StorageClass'] },
    { title: 'CSI driver', kinds: ['storage.k8s.io/CSIDriver'] },
    VOLUME_RANK,
    { title: 'Engine', kinds: ['longhorn.io/Engine'] },
    { title: 'Replica', kinds: ['longhorn.io/Replica'] },
    { title: 'Ceph cluster', kinds: ['ceph.rook.io/CephCluster'] },
    { title: 'Disk', kinds: [], ground: true },
    STORAGE_NODE_RANK,
    { title: 'Node', kinds: ['/Node'], ground: true },
    {
      title: 'Snapshot',
      kinds: ['longhorn.io/Snapshot', 'snapshot.storage.k8s.io/VolumeSnapshot'],
      limit: 5,
    },
    {
      title: 'Backup',
      kinds: [
        'longhorn.io/Backup',
        'velero.io/PodVolumeBackup',
        'velero.io/DataUpload',
      ],
      limit: 5,
    },
    {
      title: 'Backup target',
      kinds: ['longhorn.io/BackupTarget', 'velero.io/BackupStorageLocation'],
    },
    {
      title: 'Bucket',
      kinds: ['garage.socle.dev/Bucket', 's3.socle.dev/Bucket'],
    },
  ],
  parts: [
    {
      of: 'longhorn.io/Node',
      rank: 'Disk',
      parts: node =>
        disksOf(node.facts.disks).map(disk => ({
          kind: 'Disk',
          name: disk.name,
          keys: [`longhornDisk:${disk.uuid}`],
          health: diskHealth(disk, node.verdict.status === 'failed'),
          facts: { ...disk },
        })),
    },
  ],
};

type Disk = {
  name: string;
  uuid: string;
  ready?: boolean;
  schedulable?: boolean;
  maximum?: number;
  available?: number;
};

function disksOf(disks: unknown): Disk[] {
  return Array.isArray(disks)
    ? disks.map(disk => objectAt(disk) as Disk).filter(disk => disk.uuid)
    : [];
}

function diskHealth(disk: Disk, nodeFailed: boolean) {
  if (nodeFailed) {
    return {
      status: 'unknown' as const,
      reason: 'LonghornNodeDown',
      message: `Disk ${disk.name} is on a node that does not answer.`,
    };
  }
  if (disk.ready === false) {
    return {
      status: 'failed' as const,
      reason: 'LonghornDiskNotReady',
      message: `Disk ${disk.name} is not ready.`,
    };
  }
  if (disk.schedulable === false) {
    return {
      status: 'degraded' as const,
      reason: 'LonghornDiskFull',
      message: `Disk ${disk.name} takes no new copies.`,
    };
  }
  return {
    status: 'healthy' as const,
    reason: 'LonghornDiskReady',
    message: `Disk ${disk.name} is ready.`,
  };
}
