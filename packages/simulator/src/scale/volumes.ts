import { KubeObject } from '../storage/object';
import { nodeName, uidOf } from './generated';
import { placeOf } from './pods';

const created = '2026-06-01T07:58:00Z';
const longhorn = 'longhorn.io/v1beta2';
const size = '10737418240';

/** One in sixty has lost a copy. */
function isDegraded(v: number): boolean {
  return v % 60 === 23;
}

function longhornObject(
  kind: string,
  name: string,
  volume: string,
): KubeObject {
  return {
    apiVersion: longhorn,
    kind,
    metadata: {
      name,
      namespace: 'longhorn-system',
      uid: uidOf(`${kind} ${name}`),
      creationTimestamp: created,
      generation: 1,
      labels: { longhornvolume: volume },
    },
  };
}

function replicaName(volume: string, r: number): string {
  return `${volume}-r-${uidOf(`${volume} ${r}`).slice(0, 8)}`;
}

function replica(
  volume: string,
  v: number,
  r: number,
  nodes: number,
): KubeObject {
  const failed = isDegraded(v) && r === 2;
  const node = nodeName((v + r) % nodes);
  return {
    ...longhornObject('Replica', replicaName(volume, r), volume),
    spec: {
      active: true,
      dataEngine: 'v1',
      desireState: failed ? 'stopped' : 'running',
      diskID: uidOf(`disk ${node}`),
      diskPath: '/var/lib/longhorn/',
      engineName: `${volume}-e-0`,
      failedAt: failed ? created : '',
      healthyAt: created,
      lastFailedAt: failed ? created : '',
      lastHealthyAt: created,
      nodeID: node,
      volumeName: volume,
      volumeSize: size,
    },
    status: {
      currentState: failed ? 'stopped' : 'running',
      conditions: [],
      ownerID: node,
      started: !failed,
    },
  };
}

/** A claim with everything under it: PersistentVolume, Longhorn Volume, Engine and three copies. */
export function volumeObjects(v: number, nodes: number): KubeObject[] {
  const { app, namespace } = placeOf(v * 10);
  const claim = `data-${app}`;
  const claimUid = uidOf(`PersistentVolumeClaim ${claim}`);
  const volume = `pvc-${claimUid}`;
  const degraded = isDegraded(v);
  const host = nodeName(v % nodes);
  const names = [0, 1, 2].map(r => replicaName(volume, r));
  const inSync = names.slice(0, degraded ? 2 : 3);
  return [
    {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: {
        name: claim,
        namespace,
        uid: claimUid,
        creationTimestamp: created,
      },
      spec: {
        accessModes: ['ReadWriteOnce'],
        resources: { requests: { storage: '10Gi' } },
        storageClassName: 'longhorn',
        volumeMode: 'Filesystem',
        volumeName: volume,
      },
      status: {
        phase: 'Bound',
        accessModes: ['ReadWriteOnce'],
        capacity: { storage: '10Gi' },
      },
    },
    {
      apiVersion: 'v1',
      kind: 'PersistentVolume',
      metadata: {
        name: volume,
        uid: uidOf(`PersistentVolume ${volume}`),
        creationTimestamp: created,
      },
      spec: {
        accessModes: ['ReadWriteOnce'],
        capacity: { storage: '10Gi' },
        claimRef: {
          apiVersion: 'v1',
          kind: 'PersistentVolumeClaim',
          name: claim,
          namespace,
          uid: claimUid,
        },
        csi: {
          driver: 'driver.longhorn.io',
          fsType: 'ext4',
          volumeHandle: volume,
        },
        persistentVolumeReclaimPolicy: 'Delete',
        storageClassName: 'longhorn',
        volumeMode: 'Filesystem',
      },
      status: { phase: 'Bound' },
    },
    {
      ...longhornObject('Volume', volume, volume),
      spec: {
        accessMode: 'rwo',
        dataEngine: 'v1',
        frontend: 'blockdev',
        nodeID: host,
        numberOfReplicas: 3,
        size,
      },
      status: {
        actualSize: 2147483648,
        conditions: [
          {
            type: 'Scheduled',
            status: 'True',
            reason: '',
            message: '',
            lastTransitionTime: created,
          },
        ],
        currentNodeID: host,
        kubernetesStatus: {
          namespace,
          pvName: volume,
          pvStatus: 'Bound',
          pvcName: claim,
        },
        lastBackup: '',
        lastBackupAt: '',
        lastDegradedAt: degraded ? created : '',
        ownerID: host,
        robustness: degraded ? 'degraded' : 'healthy',
        state: 'attached',
      },
    },
    {
      ...longhornObject('Engine', `${volume}-e-0`, volume),
      spec: {
        active: true,
        dataEngine: 'v1',
        desireState: 'running',
        nodeID: host,
        volumeName: volume,
        volumeSize: size,
      },
      status: {
        currentState: 'running',
        currentSize: size,
        endpoint: `/dev/longhorn/${volume}`,
        ownerID: host,
        replicaModeMap: Object.fromEntries(inSync.map(name => [name, 'RW'])),
        started: true,
      },
    },
    ...names.map((_, r) => replica(volume, v, r, nodes)),
  ];
}
