import { findIncidents } from '../../graph/incidents';
import { SystemRegistry } from '../../definition/registry';
import { ResourceStore } from '../../graph/store';
import { RawObject } from '../../reading/raw';
import { systems } from '..';

const NOW = Date.UTC(2026, 8, 15, 12);

function deployment(name: string, namespace: string, available: number) {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: {
      name,
      namespace,
      uid: name,
      creationTimestamp: '2026-09-01T00:00:00Z',
    },
    spec: { replicas: 2 },
    status: {
      replicas: 2,
      updatedReplicas: 2,
      readyReplicas: available,
      availableReplicas: available,
      conditions: [
        {
          type: 'Available',
          status: available > 0 ? 'True' : 'False',
          lastTransitionTime: '2026-09-15T10:00:00Z',
        },
      ],
    },
  };
}

function application(name: string, status: object): RawObject {
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: { name, namespace: 'argocd', uid: name },
    status: {
      resources: [
        { group: 'apps', kind: 'Deployment', namespace: 'shop', name: 'web' },
      ],
      ...status,
    },
  };
}

function incidents(...objects: object[]) {
  const store = new ResourceStore(new SystemRegistry(systems));
  objects.forEach(one => store.apply(one as RawObject));
  store.settle(NOW);
  return findIncidents(store, 'c')
    .map(
      ({ root, reason, affected }) =>
        `${root.name} ${reason} > ${affected.map(ref => ref.name).join(', ')}`,
    )
    .sort();
}

it('does not explain drift by a managed object that is broken', () => {
  expect(
    incidents(
      deployment('web', 'shop', 0),
      application('drifts', {
        sync: { status: 'OutOfSync' },
        health: { status: 'Healthy' },
      }),
      application('suffers', {
        sync: { status: 'Synced' },
        health: { status: 'Degraded' },
      }),
    ),
  ).toEqual([
    'drifts ArgoOutOfSync > ',
    expect.stringMatching(/^web Deployment\w+ > suffers$/),
  ]);
});

it('names repo-server once where no Application can be compared', () => {
  const blind = {
    sync: { status: 'Unknown' },
    health: { status: 'Healthy' },
    conditions: [
      { type: 'ComparisonError', message: 'dial tcp: connection refused' },
    ],
  };
  expect(
    incidents(
      deployment('web', 'shop', 0),
      deployment('argocd-repo-server', 'argocd', 0),
      application('one', blind),
      application('two', blind),
    ),
  ).toEqual([
    expect.stringMatching(/^argocd-repo-server Deployment\w+ > one, two$/),
    expect.stringMatching(/^web Deployment\w+ > $/),
  ]);
});
