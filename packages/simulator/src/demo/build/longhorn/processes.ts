import { KubeObject } from '../../../storage/object';
import { condition, ObjectFactory, suffixOf } from '../object-factory';
import { API, ENGINE_IMAGE, NAMESPACE, WELL_MINUTES } from './api';
import {
  Copy,
  diskUuid,
  engineName,
  HeldVolume,
  isLost,
  managerIp,
  managerName,
  portOf,
} from './copies';

/** The process that serves a volume on the node where it is attached, and knows which copies are in sync. */
export function engineObject(
  volume: HeldVolume,
  make: ObjectFactory,
): KubeObject {
  const { attached } = volume;
  const good = attached
    ? volume.copies.filter(copy => !isLost(volume, copy))
    : [];
  const node = attached?.node.name ?? '';
  const addresses = Object.fromEntries(
    good.map(copy => [copy.name, `${managerIp(copy.node)}:${portOf(copy)}`]),
  );
  return make.make(API, 'Engine', NAMESPACE, engineName(volume), {
    metadata: {
      finalizers: ['longhorn.io'],
      labels: { longhornvolume: volume.name, longhornnode: node },
    },
    spec: {
      active: true,
      backupVolume: '',
      dataEngine: 'v1',
      desireState: attached ? 'running' : 'stopped',
      disableFrontend: false,
      frontend: 'blockdev',
      image: ENGINE_IMAGE,
      logRequested: false,
      nodeID: node,
      replicaAddressMap: addresses,
      requestedBackupRestore: '',
      salvageRequested: false,
      volumeName: volume.name,
      volumeSize: String(volume.bytes),
    },
    status: {
      conditions: [
        condition('InstanceCreation', 'True', make.ago(WELL_MINUTES), ''),
        condition('FilesystemReadOnly', 'False', make.ago(WELL_MINUTES), ''),
      ],
      currentState: attached ? 'running' : 'stopped',
      currentImage: attached ? ENGINE_IMAGE : '',
      currentReplicaAddressMap: addresses,
      currentSize: attached ? String(volume.bytes) : '0',
      endpoint: attached ? `/dev/longhorn/${volume.name}` : '',
      instanceManagerName: attached ? managerName(attached.node) : '',
      ip: attached ? managerIp(attached.node) : '',
      isExpanding: false,
      lastExpansionError: '',
      lastExpansionFailedAt: '',
      ownerID: node || volume.copies[0].node.name,
      port: attached
        ? portOf({ name: engineName(volume), node: attached.node })
        : 0,
      replicaModeMap: Object.fromEntries(good.map(copy => [copy.name, 'RW'])),
      started: attached !== undefined,
    },
  });
}

/** One copy on one disk. */
export function replicaObject(
  volume: HeldVolume,
  copy: Copy,
  make: ObjectFactory,
): KubeObject {
  const well = make.ago(WELL_MINUTES);
  const lost = isLost(volume, copy);
  const failedAt = lost ? make.ago(copy.node.silentMinutes ?? 0) : '';
  const runs = volume.attached !== undefined && !lost;
  return make.make(API, 'Replica', NAMESPACE, copy.name, {
    metadata: {
      finalizers: ['longhorn.io'],
      labels: {
        longhornvolume: volume.name,
        longhornnode: copy.node.name,
        longhorndiskuuid: diskUuid(copy.node),
      },
    },
    spec: {
      active: true,
      dataDirectoryName: `${volume.name}-${suffixOf(8, copy.name)}`,
      dataEngine: 'v1',
      desireState: runs ? 'running' : 'stopped',
      diskID: diskUuid(copy.node),
      diskPath: '/var/lib/longhorn/',
      engineName: engineName(volume),
      evictionRequested: false,
      failedAt,
      hardNodeAffinity: '',
      // A copy keeps the time at which it was whole for the first time.
      healthyAt: well,
      image: ENGINE_IMAGE,
      lastFailedAt: failedAt,
      lastHealthyAt: well,
      logRequested: false,
      nodeID: copy.node.name,
      rebuildRetryCount: 0,
      salvageRequested: false,
      volumeName: volume.name,
      volumeSize: String(volume.bytes),
    },
    status: {
      conditions: [
        condition('InstanceCreation', 'True', well, ''),
        condition('WaitForBackingImage', 'False', well, ''),
      ],
      currentState: runs ? 'running' : 'stopped',
      currentImage: runs ? ENGINE_IMAGE : '',
      instanceManagerName: runs ? managerName(copy.node) : '',
      ip: runs ? managerIp(copy.node) : '',
      storageIP: runs ? managerIp(copy.node) : '',
      port: runs ? portOf(copy) : 0,
      ownerID: copy.node.name,
      started: runs,
    },
  });
}
