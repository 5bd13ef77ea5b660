import { KubeObject } from '../../../storage/object';
import { DemoNode } from '../../platform';
import { condition, days, ObjectFactory } from '../object-factory';
import { API, NAMESPACE } from './api';
import { diskUuid, HeldVolume, managerName } from './copies';

const GI = 2 ** 30;
/** Of the disk: kept from Longhorn, used by other things, and used of what a volume may hold. */
const RESERVED = 0.1;
const USED_BY_OTHERS = 0.1;
const FILLED = 0.42;

/** A node as Longhorn sees it, with its one disk. */
export function storageNode(
  node: DemoNode,
  volumes: HeldVolume[],
  make: ObjectFactory,
): KubeObject {
  const { silentMinutes } = node;
  const at = make.ago(silentMinutes ?? days(20));
  const name = `disk-${diskUuid(node).slice(0, 8)}`;
  return make.make(API, 'Node', NAMESPACE, node.name, {
    metadata: { finalizers: ['longhorn.io'] },
    spec: {
      allowScheduling: true,
      evictionRequested: false,
      instanceManagerCPURequest: 0,
      name: node.name,
      tags: [],
      disks: {
        [name]: {
          allowScheduling: true,
          diskDriver: '',
          diskType: 'filesystem',
          evictionRequested: false,
          path: '/var/lib/longhorn/',
          storageReserved: Math.round(node.diskGi * GI * RESERVED),
          tags: [],
        },
      },
    },
    status: {
      autoEvicting: false,
      region: '',
      zone: '',
      snapshotCheckStatus: {},
      conditions: [
        silentMinutes
          ? condition(
              'Ready',
              'False',
              at,
              'KubernetesNodeNotReady',
              `Kubernetes node ${node.name} not ready: NodeStatusUnknown`,
            )
          : condition('Ready', 'True', at, '', `Node ${node.name} is ready`),
        ...[
          'Schedulable',
          'MountPropagation',
          'RequiredPackages',
          'KernelModulesLoaded',
          'NFSClientInstalled',
          'Multipathd',
        ].map(type => condition(type, 'True', make.ago(days(20)), '')),
      ],
      diskStatus: { [name]: diskStatus(name, node, volumes, make) },
    },
  });
}

/** Nobody asks the disk of a silent node any more: its numbers stay as they were. */
function diskStatus(
  name: string,
  node: DemoNode,
  volumes: HeldVolume[],
  make: ObjectFactory,
): object {
  const here = volumes.flatMap(({ bytes, copies }) =>
    copies.filter(copy => copy.node === node).map(copy => ({ copy, bytes })),
  );
  const maximum = node.diskGi * GI;
  const scheduled = here.reduce((sum, { bytes }) => sum + bytes, 0);
  const waiting = (type: string, word: string) =>
    condition(
      type,
      'False',
      make.ago(node.silentMinutes ?? 0),
      'NodeNotReady',
      `Waiting for disk ${name} (/var/lib/longhorn/) on node ${node.name} to be ${word}`,
    );
  const well = make.ago(days(20));
  return {
    conditions: node.silentMinutes
      ? [waiting('Ready', 'ready'), waiting('Schedulable', 'schedulable')]
      : [
          condition(
            'Ready',
            'True',
            well,
            '',
            `Disk ${name}(/var/lib/longhorn/) on node ${node.name} is ready`,
          ),
          condition(
            'Schedulable',
            'True',
            well,
            '',
            `Disk ${name}(/var/lib/longhorn/) on node ${node.name} is schedulable`,
          ),
        ],
    diskDriver: '',
    diskName: name,
    diskPath: '/var/lib/longhorn/',
    diskType: 'filesystem',
    diskUUID: diskUuid(node),
    filesystemType: 'xfs',
    instanceManagerName: managerName(node),
    scheduledBackingImage: {},
    scheduledReplica: Object.fromEntries(
      here.map(({ copy, bytes }) => [copy.name, bytes]),
    ),
    storageAvailable: Math.round(
      maximum * (1 - USED_BY_OTHERS) - scheduled * FILLED,
    ),
    storageMaximum: maximum,
    storageScheduled: scheduled,
  };
}
