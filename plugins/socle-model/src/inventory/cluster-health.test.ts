import { SystemRegistry } from '../definition/registry';
import { ResourceStore } from '../graph/store';
import { RawObject } from '../reading/raw';
import { systems } from '../systems';
import { clusterHealth } from './cluster-health';

const registry = new SystemRegistry(systems);
const now = Date.parse('2026-10-02T08:00:00Z');
const LONG_AGO = '2026-03-02T10:00:00Z';

function node(
  name: string,
  ready: string | undefined,
  { control = false, created = LONG_AGO, cordoned = false } = {},
): RawObject {
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: {
      name,
      uid: name,
      creationTimestamp: created,
      labels: control ? { 'node-role.kubernetes.io/control-plane': '' } : {},
    },
    spec: cordoned ? { unschedulable: true } : {},
    status: {
      nodeInfo: { osImage: 'Debian GNU/Linux 13' },
      conditions: ready ? [{ type: 'Ready', status: ready }] : [],
    },
  };
}

const brain = (name: string, ready = 'True') =>
  node(name, ready, { control: true });

function lease(renewTime: string): RawObject {
  return {
    apiVersion: 'coordination.k8s.io/v1',
    kind: 'Lease',
    metadata: { name: 'kube-scheduler', namespace: 'kube-system', uid: 'l' },
    spec: { holderIdentity: 'brain-1', leaseDurationSeconds: 15, renewTime },
  };
}

function dns(available: number): RawObject {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'coredns', namespace: 'kube-system', uid: 'dns' },
    spec: { replicas: 2 },
    status: {
      observedGeneration: 1,
      replicas: 2,
      updatedReplicas: 2,
      readyReplicas: available,
      availableReplicas: available,
    },
  };
}

function scheduler(waiting?: string): RawObject {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name: 'kube-scheduler-brain-1',
      namespace: 'kube-system',
      uid: 's',
      labels: { tier: 'control-plane', component: 'kube-scheduler' },
    },
    spec: { nodeName: 'brain-1' },
    status: {
      phase: 'Running',
      conditions: [{ type: 'Ready', status: waiting ? 'False' : 'True' }],
      containerStatuses: [
        {
          name: 'kube-scheduler',
          ready: !waiting,
          state: waiting ? { waiting: { reason: waiting } } : { running: {} },
        },
      ],
    },
  };
}

const silentMetrics: RawObject = {
  apiVersion: 'apiregistration.k8s.io/v1',
  kind: 'APIService',
  metadata: { name: 'v1beta1.metrics.k8s.io', uid: 'm' },
  status: {
    conditions: [
      { type: 'Available', status: 'False', reason: 'MissingEndpoints' },
    ],
  },
};

/** Fails for good reasons, and says nothing of the platform. */
const brokenApplication: RawObject = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: {
    name: 'shop',
    namespace: 'shop',
    uid: 'shop',
    creationTimestamp: LONG_AGO,
  },
  spec: { replicas: 2 },
  status: { observedGeneration: 1, replicas: 2, updatedReplicas: 2 },
};

it.each<[string, RawObject[], string | undefined, string | undefined]>([
  ['nothing is known', [], undefined, undefined],
  [
    'all is well',
    [brain('brain-1'), node('worker-1', 'True'), dns(2), scheduler()],
    'healthy',
    '2 nodes and the control plane work.',
  ],
  [
    'an application is broken',
    [brain('brain-1'), brokenApplication],
    'healthy',
    '1 node and the control plane work.',
  ],
  [
    'one of three brains is silent',
    [brain('brain-1'), brain('brain-2'), brain('brain-3', 'Unknown')],
    'degraded',
    '1 of 3 nodes is not well: brain-3: Node silent since an unknown time: the kubelet stopped reporting. No spare control plane left.',
  ],
  [
    'two of three brains are silent',
    [brain('brain-1'), brain('brain-2', 'Unknown'), brain('brain-3', 'False')],
    'failed',
    '1 of 3 control plane nodes work: no majority.',
  ],
  [
    'a worker is cordoned',
    [brain('brain-1'), node('worker-1', 'True', { cordoned: true })],
    'degraded',
    '1 of 2 nodes is not well: worker-1: Cordoned: no new pods.',
  ],
  [
    'nobody schedules',
    [brain('brain-1'), lease('2026-10-02T07:40:00Z')],
    'failed',
    'kube-scheduler: No active leader since 2026-10-02T07:40:00Z: nothing is scheduled.',
  ],
  [
    'a node joins',
    [
      brain('brain-1'),
      node('worker-9', 'False', { created: '2026-10-02T07:55:00Z' }),
    ],
    'progressing',
    'worker-9 joins: The kubelet is not ready: Ready',
  ],
  [
    'a part of the control plane crashes',
    [brain('brain-1'), scheduler('CrashLoopBackOff')],
    'degraded',
    'kube-scheduler-brain-1: kube-scheduler: CrashLoopBackOff.',
  ],
  [
    'names are resolved by fewer',
    [brain('brain-1'), dns(1)],
    'degraded',
    'Names are resolved by 1 of 2 replicas of coredns.',
  ],
  [
    'metrics are silent',
    [brain('brain-1'), silentMetrics],
    'degraded',
    'The API does not answer (MissingEndpoints): MissingEndpoints',
  ],
  [
    'a node says something new',
    [brain('brain-1'), node('worker-1', 'Perhaps')],
    'unknown',
    'worker-1: The readiness is "Perhaps", which is not known.',
  ],
])('%s', (_, objects, status, message) => {
  const store = new ResourceStore(registry);
  objects.forEach(raw => store.apply(raw));
  store.settle(now);
  const verdict = clusterHealth(store, now);
  expect(verdict?.status).toBe(status);
  expect(verdict?.message).toBe(message);
  expect(verdict?.because === undefined).toBe(
    status === undefined || status === 'healthy',
  );
});

it('tells nobody what he may not read', () => {
  const store = new ResourceStore(registry);
  [brain('brain-1'), brain('brain-2', 'Unknown')].forEach(raw =>
    store.apply(raw),
  );
  store.settle(now);
  expect(clusterHealth(store, now, () => false)).toBeUndefined();
  expect(
    clusterHealth(store, now, ({ meta }) => meta.name === 'brain-1')?.status,
  ).toBe('healthy');
});
