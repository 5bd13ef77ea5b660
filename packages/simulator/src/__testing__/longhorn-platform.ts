import { KubeObject } from '../storage/object';

const longhorn = 'longhorn.io/v1beta2';
const system = 'longhorn-system';

function node(name: string, controlPlane = false): KubeObject {
  const condition = (type: string, status: string) => ({
    type,
    status,
    reason: `Kubelet${type}`,
    lastHeartbeatTime: '2026-01-01T00:00:00Z',
    lastTransitionTime: '2026-01-01T00:00:00Z',
  });
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: {
      name,
      labels: controlPlane
        ? { 'node-role.kubernetes.io/control-plane': '' }
        : {},
    },
    spec: {},
    status: {
      conditions: [
        condition('MemoryPressure', 'False'),
        condition('Ready', 'True'),
      ],
    },
  };
}

function owned(kind: string, name: string) {
  return [
    { apiVersion: 'apps/v1', kind, name, uid: `uid-${name}`, controller: true },
  ];
}

function pod(
  name: string,
  nodeName: string,
  owner: [string, string],
): KubeObject {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace: 'shop', ownerReferences: owned(...owner) },
    spec: {
      nodeName,
      containers: [{ name: 'main', image: 'registry.example/shop:1' }],
    },
    status: {
      phase: 'Running',
      conditions: [
        {
          type: 'Ready',
          status: 'True',
          lastTransitionTime: '2026-01-01T00:00:00Z',
        },
      ],
    },
  };
}

/** A Longhorn object of the volume `vol`; `more` is its spec and status. */
function part(
  kind: string,
  name: string,
  spec: object,
  status: object,
): KubeObject {
  return {
    apiVersion: longhorn,
    kind,
    metadata: { name, namespace: system },
    spec,
    status,
  };
}

function replica(name: string, volumeName: string, nodeID: string): KubeObject {
  return part(
    'Replica',
    name,
    {
      volumeName,
      nodeID,
      failedAt: '',
      healthyAt: '2026-01-01T00:00:00Z',
      desireState: 'running',
      active: true,
    },
    { currentState: 'running', started: true, ip: '10.0.0.1', port: 10000 },
  );
}

function volume(name: string, host: string, nodes: string[]): KubeObject[] {
  const copies = nodes.map(n => `${name}-r-${n}`);
  return [
    part(
      'Volume',
      name,
      { nodeID: host, numberOfReplicas: nodes.length },
      {
        state: 'attached',
        robustness: 'healthy',
        currentNodeID: host,
        lastDegradedAt: '',
      },
    ),
    part(
      'Engine',
      `${name}-e-0`,
      {
        volumeName: name,
        nodeID: host,
        active: true,
        replicaAddressMap: Object.fromEntries(
          copies.map(copy => [copy, `${copy}:10000`]),
        ),
      },
      {
        currentState: 'running',
        replicaModeMap: Object.fromEntries(copies.map(copy => [copy, 'RW'])),
      },
    ),
    ...nodes.map((n, i) => replica(copies[i], name, n)),
  ];
}

/** Three nodes, a web Deployment over two of them, and two volumes with copies on all. */
export function longhornPlatform(): KubeObject[] {
  const ready = { replicas: 2, readyReplicas: 2, availableReplicas: 2 };
  return [
    node('n1', true),
    node('n2', true),
    node('n3'),
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'web', namespace: 'shop', uid: 'uid-web' },
      spec: { replicas: 2 },
      status: { ...ready, conditions: [{ type: 'Available', status: 'True' }] },
    },
    {
      apiVersion: 'apps/v1',
      kind: 'ReplicaSet',
      metadata: {
        name: 'web-1',
        namespace: 'shop',
        uid: 'uid-web-1',
        ownerReferences: owned('Deployment', 'web'),
      },
      spec: { replicas: 2 },
      status: ready,
    },
    pod('web-1-a', 'n2', ['ReplicaSet', 'web-1']),
    pod('web-1-b', 'n3', ['ReplicaSet', 'web-1']),
    {
      apiVersion: 'discovery.k8s.io/v1',
      kind: 'EndpointSlice',
      metadata: { name: 'web-x', namespace: 'shop' },
      addressType: 'IPv4',
      endpoints: [
        {
          addresses: ['10.0.2.1'],
          nodeName: 'n2',
          conditions: { ready: true, serving: true },
        },
        {
          addresses: ['10.0.3.1'],
          nodeName: 'n3',
          conditions: { ready: true, serving: true },
        },
      ],
    },
    ...['n1', 'n2', 'n3'].map(name =>
      part(
        'Node',
        name,
        {},
        {
          conditions: [
            { type: 'Ready', status: 'True', reason: '', message: '' },
          ],
          diskStatus: {
            disk: {
              diskPath: '/var/lib/longhorn/',
              conditions: [{ type: 'Ready', status: 'True' }],
            },
          },
        },
      ),
    ),
    ...volume('far', 'n1', ['n1', 'n2', 'n3']),
    ...volume('here', 'n3', ['n1', 'n2', 'n3']),
    ...volume('single', 'n1', ['n3']),
  ];
}
