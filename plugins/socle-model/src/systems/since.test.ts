import { SystemRegistry } from '../definition/registry';
import { ResourceStore } from '../graph/store';
import { RawObject } from '../reading/raw';
import { systems } from '.';

const NOW = Date.parse('2026-05-04T12:00:00Z');
const SAID = '2026-05-04T10:17:05Z';
const CREATED = '2026-05-01T00:00:00Z';

function of(
  apiVersion: string,
  kind: string,
  spec: object,
  status: object,
  metadata: object = {},
): RawObject {
  return {
    apiVersion,
    kind,
    metadata: {
      name: 'one',
      namespace: 'shop',
      uid: 'u-1',
      creationTimestamp: CREATED,
      ...metadata,
    },
    spec,
    status,
  };
}
const ready = (status: string, more: object = {}) => ({
  conditions: [{ type: 'Ready', status, lastTransitionTime: SAID, ...more }],
});
const argo = (status: object) =>
  of(
    'argoproj.io/v1alpha1',
    'Application',
    {
      project: 'default',
      source: { repoURL: 'https://git.example/x', path: 'x' },
    },
    status,
  );
const container = (state: object, more: object = {}) => [
  { name: 'web', ready: false, restartCount: 0, state, ...more },
];

/** Where an object says since when it is so, that is what is told. */
describe('since when an object is as it is', () => {
  it.each<[string, RawObject, string, string]>([
    [
      'a node that is silent',
      of('v1', 'Node', {}, ready('Unknown')),
      'NodeSilent',
      SAID,
    ],
    [
      'a node that is not ready',
      of('v1', 'Node', {}, ready('False')),
      'NodeNotReady',
      SAID,
    ],
    [
      'a node that is ready',
      of('v1', 'Node', {}, ready('True')),
      'NodeReady',
      SAID,
    ],
    [
      'a pod no node takes',
      of(
        'v1',
        'Pod',
        {},
        {
          phase: 'Pending',
          conditions: [
            {
              type: 'PodScheduled',
              status: 'False',
              reason: 'Unschedulable',
              lastTransitionTime: SAID,
            },
          ],
        },
      ),
      'PodUnschedulable',
      SAID,
    ],
    [
      'a pod that crashes again and again',
      of(
        'v1',
        'Pod',
        {},
        {
          phase: 'Running',
          ...ready('False'),
          containerStatuses: container({
            waiting: { reason: 'CrashLoopBackOff' },
          }),
        },
      ),
      'PodCrashLooping',
      SAID,
    ],
    [
      'a pod that was restarted',
      of(
        'v1',
        'Pod',
        {},
        {
          phase: 'Running',
          ...ready('True', { lastTransitionTime: CREATED }),
          containerStatuses: [
            {
              name: 'web',
              ready: true,
              restartCount: 1,
              state: { running: {} },
              lastState: {
                terminated: { exitCode: 1, finishedAt: '2026-05-04T11:40:00Z' },
              },
            },
          ],
        },
      ),
      'PodRestarted',
      '2026-05-04T11:40:00Z',
    ],
    [
      'a claim without a volume',
      of(
        'v1',
        'PersistentVolumeClaim',
        { storageClassName: 'fast', accessModes: [] },
        { phase: 'Pending' },
      ),
      'ClaimNotProvisioned',
      CREATED,
    ],
    [
      'a volume short of copies',
      of(
        'longhorn.io/v1beta2',
        'Volume',
        { numberOfReplicas: 3 },
        {
          state: 'attached',
          robustness: 'degraded',
          lastDegradedAt: SAID,
        },
      ),
      'LonghornVolumeDegraded',
      SAID,
    ],
    [
      'a copy that failed',
      of(
        'longhorn.io/v1beta2',
        'Replica',
        { nodeID: 'n1', failedAt: SAID },
        { currentState: 'stopped' },
      ),
      'LonghornReplicaFailed',
      SAID,
    ],
    [
      'a backup that failed',
      of(
        'longhorn.io/v1beta2',
        'Backup',
        {},
        { state: 'Error', error: 'no route to host' },
      ),
      'LonghornBackupFailed',
      CREATED,
    ],
    [
      'an Application that cannot be compared',
      argo({
        sync: { status: 'Unknown' },
        health: { status: 'Healthy' },
        conditions: [
          {
            type: 'ComparisonError',
            message: 'no such chart',
            lastTransitionTime: SAID,
          },
        ],
      }),
      'ArgoComparisonError',
      SAID,
    ],
    [
      'an Application that differs since its last sync',
      argo({
        sync: { status: 'OutOfSync' },
        health: { status: 'Healthy' },
        operationState: { phase: 'Succeeded', finishedAt: SAID },
      }),
      'ArgoOutOfSync',
      SAID,
    ],
    [
      'an Application that is degraded',
      argo({
        sync: { status: 'Synced' },
        health: { status: 'Degraded', lastTransitionTime: SAID },
      }),
      'ArgoHealthDegraded',
      SAID,
    ],
    [
      'an ExternalSecret that fails',
      of(
        'external-secrets.io/v1',
        'ExternalSecret',
        { secretStoreRef: { name: 's' } },
        ready('False', { reason: 'SecretSyncedError' }),
      ),
      'ExternalSecretNeverSynced',
      SAID,
    ],
    [
      'a store that cannot be used',
      of(
        'external-secrets.io/v1',
        'SecretStore',
        { provider: { vault: {} } },
        ready('False', { reason: 'InvalidProviderConfig' }),
      ),
      'SecretStoreUnusable',
      SAID,
    ],
  ])('%s', (_, raw, reason, since) => {
    const store = new ResourceStore(new SystemRegistry(systems));
    const resource = store.apply(raw)!;
    store.settle(NOW);
    expect(resource.verdict.reason).toBe(reason);
    expect(new Date(resource.since).toISOString()).toBe(
      new Date(since).toISOString(),
    );
  });
});
