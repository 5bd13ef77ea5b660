import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';
import { SystemRegistry } from '../../definition/registry';
import { ResourceStore } from '../../graph/store';
import { isObject } from '../../reading/raw';
import { systems } from '..';
import { yamlSchema } from '../__testUtils__/fixtures';

const registry = new SystemRegistry(systems);
const MINUTE = 60_000;
const eight = Date.UTC(2026, 9, 2, 8);

function storeOf(system: string, fixture: string) {
  const store = new ResourceStore(registry);
  const path = join(__dirname, '..', system, '__fixtures__', `${fixture}.yaml`);
  for (const raw of loadAll(readFileSync(path, 'utf8'), undefined, {
    schema: yamlSchema,
  })) {
    if (isObject(raw)) {
      store.apply(raw);
    }
  }
  store.settle(eight);
  return store;
}

/** Nothing happens but that time passes: the rules have asked to be run again. */
it.each([
  [
    'workloads',
    'degraded-pod-killed-for-memory-runs-again',
    'Pod',
    45,
    'healthy',
    'PodReady',
  ],
  [
    'workloads',
    'degraded-pod-restarted-lately',
    'Pod',
    45,
    'healthy',
    'PodReady',
  ],
  [
    'workloads',
    'progressing-pod-unschedulable-for-a-minute',
    'Pod',
    2,
    'failed',
    'PodUnschedulable',
  ],
  [
    'workloads',
    'progressing-not-ready-for-minutes',
    'Pod',
    8,
    'degraded',
    'PodNotReady',
  ],
  [
    'workloads',
    'progressing-containers-are-created',
    'Pod',
    7,
    'failed',
    'PodVolumeNotMounted',
  ],
  [
    'workloads',
    'progressing-containers-are-created',
    'Pod',
    30,
    'degraded',
    'PodStartStuck',
  ],
  [
    'workloads',
    'failed-volume-not-mounted',
    'Pod',
    30,
    'degraded',
    'PodStartStuck',
  ],
  [
    'workloads',
    'progressing-deployment-rolls-out',
    'Deployment',
    9,
    'degraded',
    'DeploymentRolloutStuck',
  ],
  [
    'workloads',
    'progressing-deployment-just-lost-all',
    'Deployment',
    9,
    'failed',
    'DeploymentUnavailable',
  ],
  [
    'workloads',
    'progressing-stateful-set-starts',
    'StatefulSet',
    8,
    'degraded',
    'StatefulSetDown',
  ],
  [
    'workloads',
    'progressing-replica-set-starts',
    'ReplicaSet',
    8,
    'degraded',
    'ReplicaSetPodsMissing',
  ],
  [
    'workloads',
    'progressing-pod-being-deleted',
    'Pod',
    11,
    'degraded',
    'DeletionStuck',
  ],
  [
    'kubernetes',
    'healthy-node-with-heartbeat',
    'Node',
    1,
    'degraded',
    'NodeHeartbeatLate',
  ],
  [
    'kubernetes',
    'progressing-leader-steps-down',
    'Lease',
    1,
    'failed',
    'LeaseReleased',
  ],
  [
    'kubernetes',
    'progressing-namespace-terminating',
    'Namespace',
    9,
    'degraded',
    'NamespaceDeletionStuck',
  ],
])(
  '%s/%s: %s after %d minutes is %s (%s)',
  (system, fixture, kind, minutes, status, reason) => {
    const store = storeOf(system, fixture);
    const resource = [...store.all()].find(one => one.kind.kind === kind)!;
    expect(resource.verdict.reason).not.toBe('NotJudged');
    // As the engine does it: at each deadline, and at nothing else.
    const until = eight + minutes * MINUTE;
    for (
      let next = store.nextDeadline();
      next !== undefined && next <= until;
      next = store.nextDeadline()
    ) {
      store.settle(next);
    }
    expect(resource.verdict).toMatchObject({ status, reason });
  },
);

it('a node that falls silent takes its pods along, and gives them back', () => {
  const store = storeOf('workloads', 'unknown-pod-on-a-silent-node');
  const pod = [...store.all()].find(one => one.kind.kind === 'Pod')!;
  expect(pod.verdict.reason).toBe('PodNodeSilent');
  store.apply({
    apiVersion: 'v1',
    kind: 'Node',
    metadata: { name: 'metal-07', uid: 'another' },
    status: { conditions: [{ type: 'Ready', status: 'True' }] },
  });
  store.settle(eight);
  expect(pod.verdict.reason).toBe('PodReady');
});

it('a rollout that has just been asked for does not read as broken', () => {
  const store = new ResourceStore(registry);
  const scaled = store.apply({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: {
      name: 'x',
      namespace: 'shop',
      uid: 'u',
      generation: 3,
      creationTimestamp: '2026-01-01T00:00:00Z',
    },
    spec: { replicas: 2 },
    status: {
      observedGeneration: 2,
      conditions: [
        {
          type: 'Available',
          status: 'True',
          lastTransitionTime: '2026-01-01T00:01:00Z',
        },
      ],
    },
  })!;
  store.settle(eight);
  expect(scaled.verdict.status).toBe('progressing');
});
