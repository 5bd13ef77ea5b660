import { KubeObject } from '../../../storage/object';
import { DemoNode, LonghornPlatform } from '../../platform';
import { condition, days, ObjectFactory } from '../object-factory';
import { API, ENGINE_IMAGE, MANAGER_IMAGE, NAMESPACE, VERSION } from './api';
import {
  engineName,
  HeldVolume,
  isLost,
  managerIp,
  managerName,
  portOf,
} from './copies';

const ENGINE_IMAGE_NAME = 'ei-51cc7b9c';

/** The pod-like thing on each node in which engines and copies run. */
export function instanceManager(
  node: DemoNode,
  volumes: HeldVolume[],
  make: ObjectFactory,
): KubeObject {
  const instance = (type: string) => (name: string) => {
    const port = portOf({ name, node });
    return [
      name,
      {
        spec: { dataEngine: 'v1', name },
        status: {
          conditions: null,
          endpoint: '',
          errorMsg: '',
          listen: '',
          portStart: port,
          portEnd: port + 9,
          resourceVersion: 1,
          state: 'running',
          type,
        },
      },
    ] as const;
  };
  const engines = volumes
    .filter(({ attached }) => attached?.node === node)
    .map(engineName);
  const replicas = volumes.flatMap(volume =>
    volume.copies
      .filter(
        copy => copy.node === node && volume.attached && !isLost(volume, copy),
      )
      .map(({ name }) => name),
  );
  return make.make(API, 'InstanceManager', NAMESPACE, managerName(node), {
    metadata: {
      labels: {
        'longhorn.io/component': 'instance-manager',
        'longhorn.io/data-engine': 'v1',
        'longhorn.io/instance-manager-type': 'aio',
        'longhorn.io/managed-by': 'longhorn-manager',
        'longhorn.io/node': node.name,
      },
    },
    spec: {
      dataEngine: 'v1',
      image: MANAGER_IMAGE,
      nodeID: node.name,
      type: 'aio',
    },
    status: {
      apiMinVersion: 1,
      apiVersion: 6,
      proxyApiMinVersion: 1,
      proxyApiVersion: 6,
      currentState: node.silentMinutes ? 'unknown' : 'running',
      instanceEngines: Object.fromEntries(engines.map(instance('engine'))),
      instanceReplicas: Object.fromEntries(replicas.map(instance('replica'))),
      ip: managerIp(node),
      ownerID: node.name,
    },
  });
}

/**
 * The engine's binary on each node. The map follows what the containers of its DaemonSet last said, so a node that
 * falls silent keeps its place in it.
 */
export function engineImage(
  platform: LonghornPlatform,
  volumes: HeldVolume[],
  make: ObjectFactory,
): KubeObject {
  return make.make(API, 'EngineImage', NAMESPACE, ENGINE_IMAGE_NAME, {
    metadata: { finalizers: ['longhorn.io'] },
    spec: { image: ENGINE_IMAGE },
    status: {
      state: 'deployed',
      version: VERSION,
      ownerID: platform.nodes[0].name,
      refCount: volumes.length,
      incompatible: false,
      noRefSince: '',
      nodeDeploymentMap: Object.fromEntries(
        platform.nodes.map(node => [node.name, true]),
      ),
      conditions: [
        condition(
          'ready',
          'True',
          make.ago(days(20)),
          '',
          `Engine image ${ENGINE_IMAGE_NAME} (${ENGINE_IMAGE}) is fully deployed on all ready nodes`,
        ),
      ],
    },
  });
}

/** Settings that rules and views read; the others have their defaults. */
export function settings(make: ObjectFactory): KubeObject[] {
  const values = {
    'auto-salvage': 'true',
    'current-longhorn-version': VERSION,
    'default-engine-image': ENGINE_IMAGE,
    'default-replica-count': '3',
    // Longer than a node takes to come back from repair: copies are not rebuilt elsewhere before.
    'replica-replenishment-wait-interval': '14400',
    'replica-soft-anti-affinity': 'false',
    'storage-minimal-available-percentage': '25',
    'storage-over-provisioning-percentage': '100',
  };
  return Object.entries(values).map(([name, value]) =>
    make.make(API, 'Setting', NAMESPACE, name, {
      value,
      status: { applied: true },
    }),
  );
}
