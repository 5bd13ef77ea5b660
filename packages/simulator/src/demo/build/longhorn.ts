import { KubeObject } from '../../storage/object';
import { DemoNode, DemoPlatform } from '../platform';
import { PlacedVolume } from './claims';
import { condition, ObjectFactory, suffixOf, uidOf } from './object-factory';

const API = 'longhorn.io/v1beta2';
const NAMESPACE = 'longhorn-system';
const GI = 2 ** 30;

interface Copy {
  name: string;
  node: DemoNode;
  bytes: number;
}

/** Longhorn's side of all volumes: volume, engine, three copies, nodes with their disks. */
export function longhornObjects(
  platform: DemoPlatform,
  volumes: PlacedVolume[],
  make: ObjectFactory,
): KubeObject[] {
  const copies = new Map(
    volumes.map((volume, index) => [volume, copiesOf(platform, volume, index)]),
  );
  const all = [...copies.values()].flat();
  return [
    ...volumes.flatMap(volume => {
      const own = copies.get(volume)!;
      return [
        volumeObject(volume, own, make),
        engineObject(volume, own, make),
        ...own.map(copy => replicaObject(volume, copy, make)),
      ];
    }),
    ...platform.nodes.flatMap(node => [
      storageNode(
        node,
        all.filter(copy => copy.node === node),
        make,
      ),
      instanceManager(node, make),
    ]),
    engineImage(platform, make),
    ...settings(make),
  ];
}

/** Three nodes for each volume, in turn, so that the silent one holds its share of copies. */
function copiesOf(
  platform: DemoPlatform,
  volume: PlacedVolume,
  index: number,
): Copy[] {
  const count = platform.nodes.length;
  // The first volumes are spread as the platform's own picture shows it: worker-103, worker-104, controlplane-102.
  const picked =
    index === 0
      ? [3, 4, 2]
      : [0, 1, 2].map(step => (index * 3 + step * 3 + 1) % count);
  const distinct = [...new Set(picked)];
  for (let next = 0; distinct.length < 3; next += 1) {
    if (!distinct.includes(next)) distinct.push(next);
  }
  return distinct.map(at => ({
    name: `${volume.name}-r-${suffixOf(8, volume.name, String(at))}`,
    node: platform.nodes[at],
    bytes: volume.bytes,
  }));
}

function diskUuid(node: DemoNode): string {
  return uidOf('disk', node.name);
}

export function engineName(volume: { name: string }): string {
  return `${volume.name}-e-0`;
}

const lost = (copy: Copy) => copy.node.silentMinutes !== undefined;

function volumeObject(
  volume: PlacedVolume,
  copies: Copy[],
  make: ObjectFactory,
): KubeObject {
  const good = copies.filter(copy => !lost(copy));
  const degraded = good.length < copies.length;
  const since = make.ago(copies.find(lost)?.node.silentMinutes ?? 0);
  return make.make(API, 'Volume', NAMESPACE, volume.name, {
    metadata: {
      finalizers: ['longhorn.io'],
      labels: {
        longhornvolume: volume.name,
        'recurring-job-group.longhorn.io/default': 'enabled',
      },
    },
    spec: {
      accessMode: 'rwo',
      dataEngine: 'v1',
      dataLocality: 'disabled',
      frontend: 'blockdev',
      nodeID: volume.node.name,
      numberOfReplicas: 3,
      replicaAutoBalance: 'ignored',
      size: String(volume.bytes),
      staleReplicaTimeout: 30,
      image: 'longhornio/longhorn-engine:v1.12.1',
      backupTargetName: 'default',
    },
    status: {
      actualSize: Math.round(volume.bytes * 0.42),
      conditions: [
        condition('WaitForBackingImage', 'False', make.ago(60 * 24 * 12), ''),
        condition('TooManySnapshots', 'False', make.ago(60 * 24 * 12), ''),
        degraded
          ? condition(
              'Scheduled',
              'True',
              since,
              '',
              'Reset schedulable due to allow volume creation with degraded availability',
            )
          : condition('Scheduled', 'True', make.ago(60 * 24 * 12), ''),
        condition('Restore', 'False', make.ago(60 * 24 * 12), ''),
      ],
      currentImage: 'longhornio/longhorn-engine:v1.12.1',
      currentNodeID: volume.node.name,
      ownerID: volume.node.name,
      expansionRequired: false,
      frontendDisabled: false,
      isStandby: false,
      kubernetesStatus: {
        lastPVCRefAt: '',
        lastPodRefAt: '',
        namespace: volume.namespace,
        pvName: volume.name,
        pvStatus: 'Bound',
        pvcName: volume.claim,
        workloadsStatus: [
          {
            podName: volume.pod,
            podStatus: 'Running',
            workloadName: volume.workload.name,
            workloadType: volume.workload.kind,
          },
        ],
      },
      lastBackup: '',
      lastBackupAt: '',
      lastDegradedAt: degraded ? since : '',
      restoreInitiated: false,
      restoreRequired: false,
      robustness: degraded ? 'degraded' : 'healthy',
      state: 'attached',
    },
  });
}

function engineObject(
  volume: PlacedVolume,
  copies: Copy[],
  make: ObjectFactory,
): KubeObject {
  const good = copies.filter(copy => !lost(copy));
  const addresses = Object.fromEntries(
    good.map((copy, index) => [
      copy.name,
      `${podIp(copy.node)}:${10_000 + index * 10}`,
    ]),
  );
  return make.make(API, 'Engine', NAMESPACE, engineName(volume), {
    metadata: {
      finalizers: ['longhorn.io'],
      labels: { longhornvolume: volume.name, longhornnode: volume.node.name },
    },
    spec: {
      active: true,
      dataEngine: 'v1',
      desireState: 'running',
      disableFrontend: false,
      frontend: 'blockdev',
      image: 'longhornio/longhorn-engine:v1.12.1',
      nodeID: volume.node.name,
      replicaAddressMap: addresses,
      volumeName: volume.name,
      volumeSize: String(volume.bytes),
    },
    status: {
      currentState: 'running',
      currentImage: 'longhornio/longhorn-engine:v1.12.1',
      currentReplicaAddressMap: addresses,
      currentSize: String(volume.bytes),
      endpoint: `/dev/longhorn/${volume.name}`,
      instanceManagerName: managerName(volume.node),
      isExpanding: false,
      lastExpansionError: '',
      lastExpansionFailedAt: '',
      ownerID: volume.node.name,
      replicaModeMap: Object.fromEntries(good.map(copy => [copy.name, 'RW'])),
      started: true,
      starting: false,
      conditions: [],
    },
  });
}

function replicaObject(
  volume: PlacedVolume,
  copy: Copy,
  make: ObjectFactory,
): KubeObject {
  const at = make.ago(60 * 24 * 12);
  const failedAt = lost(copy) ? make.ago(copy.node.silentMinutes!) : '';
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
      desireState: lost(copy) ? 'stopped' : 'running',
      diskID: diskUuid(copy.node),
      diskPath: '/var/lib/longhorn/',
      engineName: engineName(volume),
      failedAt,
      healthyAt: lost(copy) ? '' : at,
      lastFailedAt: failedAt,
      lastHealthyAt: at,
      image: 'longhornio/longhorn-engine:v1.12.1',
      nodeID: copy.node.name,
      volumeName: volume.name,
      volumeSize: String(volume.bytes),
    },
    status: {
      conditions: [
        condition('InstanceCreation', 'True', at, ''),
        condition('WaitForBackingImage', 'False', at, ''),
      ],
      currentState: lost(copy) ? 'stopped' : 'running',
      currentImage: 'longhornio/longhorn-engine:v1.12.1',
      instanceManagerName: lost(copy) ? '' : managerName(copy.node),
      ip: lost(copy) ? '' : podIp(copy.node),
      storageIP: lost(copy) ? '' : podIp(copy.node),
      ownerID: copy.node.name,
      started: !lost(copy),
    },
  });
}

function podIp(node: DemoNode): string {
  return `10.244.${node.ip.split('.')[3]}.9`;
}

function managerName(node: DemoNode): string {
  return `instance-manager-${uidOf('manager', node.name).replace(/-/g, '')}`;
}

function storageNode(
  node: DemoNode,
  copies: Copy[],
  make: ObjectFactory,
): KubeObject {
  const silent = node.silentMinutes;
  const at = make.ago(silent ?? 60 * 24 * 20);
  const maximum = node.diskGi * GI;
  const scheduled = Object.fromEntries(
    copies.map(copy => [copy.name, copy.bytes]),
  );
  const used = copies.reduce(
    (sum, copy) => sum + copy.bytes * 0.42,
    0.1 * maximum,
  );
  const diskName = `disk-${diskUuid(node).slice(0, 8)}`;
  return make.make(API, 'Node', NAMESPACE, node.name, {
    metadata: { finalizers: ['longhorn.io'] },
    spec: {
      allowScheduling: true,
      evictionRequested: false,
      instanceManagerCPURequest: 0,
      name: node.name,
      tags: [],
      disks: {
        [diskName]: {
          allowScheduling: true,
          diskType: 'filesystem',
          evictionRequested: false,
          path: '/var/lib/longhorn/',
          storageReserved: Math.round(maximum * 0.1),
          tags: [],
          diskDriver: '',
        },
      },
    },
    status: {
      autoEvicting: false,
      region: '',
      zone: '',
      snapshotCheckStatus: {},
      conditions: [
        silent
          ? condition(
              'Ready',
              'False',
              at,
              'KubernetesNodeNotReady',
              `Kubernetes node ${node.name} not ready: NodeStatusUnknown`,
            )
          : condition('Ready', 'True', at, '', `Node ${node.name} is ready`),
        condition('Schedulable', 'True', at, ''),
        condition('MountPropagation', 'True', at, ''),
        condition('RequiredPackages', 'True', at, ''),
        condition('KernelModulesLoaded', 'True', at, ''),
        condition('NFSClientInstalled', 'True', at, ''),
        condition('Multipathd', 'True', at, ''),
      ],
      diskStatus: {
        [diskName]: {
          conditions: silent
            ? [
                condition(
                  'Ready',
                  'False',
                  at,
                  'NodeNotReady',
                  'node is not ready',
                ),
                condition(
                  'Schedulable',
                  'False',
                  at,
                  'NodeNotReady',
                  'node is not ready',
                ),
              ]
            : [
                condition('Ready', 'True', at, '', `Disk ${diskName} is ready`),
                condition('Schedulable', 'True', at, ''),
              ],
          diskDriver: '',
          diskName,
          diskPath: '/var/lib/longhorn/',
          diskType: 'filesystem',
          diskUUID: diskUuid(node),
          filesystemType: 'ext2/ext3',
          instanceManagerName: managerName(node),
          scheduledReplica: silent ? {} : scheduled,
          storageAvailable: silent ? 0 : Math.round(maximum - used),
          storageMaximum: silent ? 0 : maximum,
          storageScheduled: silent
            ? 0
            : copies.reduce((sum, copy) => sum + copy.bytes, 0),
        },
      },
    },
  });
}

function instanceManager(node: DemoNode, make: ObjectFactory): KubeObject {
  return make.make(API, 'InstanceManager', NAMESPACE, managerName(node), {
    metadata: {
      labels: {
        'longhorn.io/node': node.name,
        'longhorn.io/instance-manager-type': 'aio',
      },
    },
    spec: {
      dataEngine: 'v1',
      image: 'longhornio/longhorn-instance-manager:v1.12.1',
      nodeID: node.name,
      type: 'aio',
    },
    status: {
      apiMinVersion: 1,
      apiVersion: 6,
      proxyApiMinVersion: 1,
      proxyApiVersion: 6,
      currentState: node.silentMinutes ? 'unknown' : 'running',
      ip: podIp(node),
      ownerID: node.name,
    },
  });
}

function engineImage(platform: DemoPlatform, make: ObjectFactory): KubeObject {
  return make.make(API, 'EngineImage', NAMESPACE, 'ei-51cc7b9c', {
    spec: { image: 'longhornio/longhorn-engine:v1.12.1' },
    status: {
      state: 'deployed',
      version: 'v1.12.1',
      ownerID: platform.nodes[0].name,
      refCount: 1,
      incompatible: false,
      nodeDeploymentMap: Object.fromEntries(
        platform.nodes.map(node => [node.name, !node.silentMinutes]),
      ),
      conditions: [condition('ready', 'True', make.ago(60 * 24 * 20), '')],
    },
  });
}

function settings(make: ObjectFactory): KubeObject[] {
  const values = {
    'default-replica-count': '3',
    'storage-minimal-available-percentage': '25',
    'storage-over-provisioning-percentage': '100',
    'replica-soft-anti-affinity': 'false',
    'auto-salvage': 'true',
    'current-longhorn-version': 'v1.12.1',
  };
  return Object.entries(values).map(([name, value]) =>
    make.make(API, 'Setting', NAMESPACE, name, {
      value,
      status: { applied: true },
    }),
  );
}
