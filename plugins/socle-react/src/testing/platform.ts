import {
  Area,
  Health,
  HealthStatus,
  JsonValue,
  ResourceLink,
  ResourceRef,
} from '@socle/backstage-plugin-socle-common';
import { ListedResource } from '../api/socle-api';

const GIB = 1024 ** 3;
const HOUR_MILLISECONDS = 3_600_000;

/** A moment some hours ago, RFC 3339. */
export function hoursAgo(hours: number): string {
  return new Date(Date.now() - hours * HOUR_MILLISECONDS).toISOString();
}

/** A verdict. */
export function health(
  status: HealthStatus,
  reason: string,
  message: string,
  more: Partial<Health> = {},
): Health {
  return { status, reason, message, since: hoursAgo(3), ...more };
}

interface Made {
  cluster?: string;
  apiVersion?: string;
  kind: string;
  namespace?: string;
  name: string;
  system: string;
  area: Area;
  health: Health;
  facts?: Record<string, JsonValue>;
}

/** A resource of the invented platform. */
export function resource(of: Made): ListedResource {
  return {
    ref: {
      cluster: of.cluster ?? 'atlas',
      apiVersion: of.apiVersion ?? 'v1',
      kind: of.kind,
      ...(of.namespace ? { namespace: of.namespace } : {}),
      name: of.name,
    },
    system: of.system,
    area: of.area,
    health: of.health,
    facts: of.facts ?? {},
  };
}

/** A relation from one resource to another, as seen from the first. */
export function link(
  rel: string,
  direction: 'out' | 'in',
  to: ListedResource,
): ResourceLink {
  return { rel, direction, ref: to.ref, state: 'present', health: to.health };
}

const APPS = ['orders', 'ledger', 'mailroom', 'atelier', 'depot', 'kiosk'];
const STORAGE_NODES = ['oak-1', 'oak-2', 'oak-3', 'oak-4'];
const LONGHORN = {
  apiVersion: 'longhorn.io/v1beta2',
  namespace: 'longhorn-system',
  system: 'longhorn',
  area: 'storage',
} as const;

function storageNode(name: string, index: number): ListedResource {
  const down = name === 'oak-3';
  return resource({
    ...LONGHORN,
    kind: 'Node',
    name,
    health: down
      ? health('failed', 'LonghornNodeDown', `Storage node ${name} is down.`, {
          evidence: [
            { path: 'status.conditions[Ready].status', value: 'False' },
          ],
          runbook: 'runbooks/storage/LonghornNodeDown',
        })
      : health(
          'healthy',
          'LonghornNodeReady',
          `Storage node ${name} is ready.`,
        ),
    facts: {
      disks: [
        {
          name: 'default',
          uuid: `disk-${name}`,
          path: '/var/lib/longhorn',
          maximum: 500 * GIB,
          available: (index === 1 ? 30 : 260) * GIB,
          reserved: 50 * GIB,
          scheduled: (index === 1 ? 520 : 300) * GIB,
          replicas: 5 + index,
          ready: !down,
          schedulable: index !== 1,
        },
      ],
    },
  });
}

interface Stack {
  pod: ListedResource;
  claim: ListedResource;
  persistentVolume: ListedResource;
  volume: ListedResource;
  replicas: ListedResource[];
}

function stack(app: string, index: number): Stack {
  const broken = index === 0;
  const name = `pvc-${app}-0f3a`;
  const replicas = STORAGE_NODES.slice(index % 2, (index % 2) + 3).map(node =>
    resource({
      ...LONGHORN,
      kind: 'Replica',
      name: `${name}-r-${node}`,
      health:
        node === 'oak-3'
          ? health(
              'failed',
              'LonghornReplicaFailed',
              `The copy on ${node} failed.`,
            )
          : health('healthy', 'LonghornReplicaRunning', 'The copy is in sync.'),
      facts: { volumeName: name, nodeID: node, diskID: `disk-${node}` },
    }),
  );
  const volume = resource({
    ...LONGHORN,
    kind: 'Volume',
    name,
    health: broken
      ? health('failed', 'LonghornVolumeFaulted', 'No copy can be used.', {
          runbook: 'runbooks/storage/LonghornVolumeFaulted',
          evidence: [{ path: 'status.robustness', value: 'faulted' }],
        })
      : health('degraded', 'LonghornVolumeDegraded', '2 of 3 copies in sync.', {
          runbook: 'runbooks/storage/LonghornVolumeDegraded',
          evidence: [{ path: 'status.robustness', value: 'degraded' }],
        }),
    facts: {
      size: (index + 1) * 10 * GIB,
      actualSize: (index + 1) * 4 * GIB,
      numberOfReplicas: 3,
      nodeID: STORAGE_NODES[index % 2],
      claim: { namespace: app, name: `${app}-data` },
    },
  });
  const persistentVolume = resource({
    kind: 'PersistentVolume',
    name,
    system: 'persistent-storage',
    area: 'storage',
    health: health('healthy', 'VolumeBound', 'The volume is bound.'),
    facts: { capacity: (index + 1) * 10 * GIB },
  });
  const claim = resource({
    kind: 'PersistentVolumeClaim',
    namespace: app,
    name: `${app}-data`,
    system: 'persistent-storage',
    area: 'storage',
    health: broken
      ? health('failed', 'ClaimVolumeFailed', 'Its volume cannot be used.')
      : health('healthy', 'ClaimBound', 'The claim has its volume.', {
          flags: index === 4 ? ['unused'] : undefined,
        }),
    facts: {
      capacity: (index + 1) * 10 * GIB,
      class: 'longhorn',
      phase: 'Bound',
      volumeName: name,
    },
  });
  const pod = resource({
    kind: 'Pod',
    namespace: app,
    name: `${app}-0`,
    system: 'workloads',
    area: 'application',
    health: broken
      ? health('failed', 'PodNotReady', 'A volume cannot be mounted.')
      : health('healthy', 'PodReady', 'All containers are ready.'),
  });
  return { pod, claim, persistentVolume, volume, replicas };
}

/** The invented platform: one storage node is down and takes a volume with it. */
export const stacks = APPS.map(stack);

const storageClass = resource({
  apiVersion: 'storage.k8s.io/v1',
  kind: 'StorageClass',
  name: 'longhorn',
  system: 'persistent-storage',
  area: 'storage',
  health: health('unknown', 'NoState', 'A class has no state of its own.'),
  facts: {
    provisioner: 'driver.longhorn.io',
    reclaimPolicy: 'Delete',
    allowExpansion: true,
    isDefault: true,
  },
});

/** The storage nodes. */
export const storageNodes = STORAGE_NODES.map(storageNode);

/** The class of all claims. */
export const onlyClass = storageClass;

/** Everything that is there. */
export const everything: ListedResource[] = [
  ...stacks.flatMap(one => [
    one.pod,
    one.claim,
    one.persistentVolume,
    one.volume,
    ...one.replicas,
  ]),
  ...storageNodes,
  storageClass,
  ...APPS.map(name =>
    resource({
      kind: 'Namespace',
      name,
      system: 'kubernetes',
      area: 'cluster',
      health: health('healthy', 'NamespaceActive', 'The namespace is active.'),
    }),
  ),
];

/** The same resource of another cluster, for what has several. */
export function inCluster(
  cluster: string,
  item: ListedResource,
): ListedResource {
  const ref: ResourceRef = { ...item.ref, cluster };
  return { ...item, ref };
}
