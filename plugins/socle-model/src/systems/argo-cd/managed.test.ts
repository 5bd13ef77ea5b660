import { argoCd } from '.';
import { SystemRegistry } from '../../definition/registry';
import { ResourceStore } from '../../graph/store';

const NOW = Date.UTC(2026, 8, 15, 12);
const KIND = 'argoproj.io/Application';

function app(name: string, health: string, children: string[] = []) {
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: { name, namespace: 'argocd', uid: name },
    status: {
      health: { status: health },
      sync: { status: 'Synced' },
      resources: children.map(child => ({
        group: 'argoproj.io',
        kind: 'Application',
        namespace: 'argocd',
        name: child,
      })),
    },
  };
}

function storeOf(...apps: object[]) {
  const store = new ResourceStore(new SystemRegistry([argoCd]));
  apps.forEach(one => store.apply(one as never));
  store.settle(NOW);
  return store;
}

it('names what is managed and not well, the worst first, and points at it', () => {
  const store = storeOf(
    app('root', 'Degraded', ['one', 'two', 'three']),
    app('one', 'Degraded'),
    app('two', 'Missing'),
    app('three', 'Healthy'),
  );
  const { verdict } = store.get(KIND, 'argocd', 'root')!;
  expect(verdict.message).toBe(
    'Argo CD finds its objects degraded: Application two is failed (ArgoResourcesMissing); Application one is degraded (ArgoHealthDegraded).',
  );
  expect(verdict.evidence?.map(evidence => evidence.of?.meta.name)).toEqual([
    undefined,
    'two',
    'one',
  ]);
});

it('follows a child that breaks and mends', () => {
  const store = storeOf(app('root', 'Healthy', ['one']), app('one', 'Healthy'));
  const root = () => store.get(KIND, 'argocd', 'root')!.verdict;
  expect(root().reason).toBe('ArgoSynced');
  store.apply(app('one', 'Missing') as never);
  store.settle(NOW);
  expect(root()).toMatchObject({
    status: 'degraded',
    reason: 'ArgoChildDegraded',
  });
  store.apply(app('one', 'Healthy') as never);
  store.settle(NOW);
  expect(root().reason).toBe('ArgoSynced');
});

it('does not wait for Applications that manage each other', () => {
  const store = storeOf(
    app('a', 'Healthy', ['b']),
    app('b', 'Degraded', ['a']),
  );
  expect(store.get(KIND, 'argocd', 'a')!.verdict.reason).toBe(
    'ArgoChildDegraded',
  );
  expect(store.get(KIND, 'argocd', 'b')!.verdict.reason).toBe(
    'ArgoHealthDegraded',
  );
});

it('turns a stalled rollout degraded without any event', () => {
  const store = storeOf({
    ...app('slow', 'Progressing'),
    status: {
      health: {
        status: 'Progressing',
        lastTransitionTime: '2026-09-15T11:55:00Z',
      },
      sync: { status: 'Synced' },
    },
  });
  expect(store.nextDeadline()).toBe(NOW + 5 * 60_000 + 1_000);
  store.settle(store.nextDeadline()!);
  expect(store.get(KIND, 'argocd', 'slow')!.verdict.reason).toBe(
    'ArgoHealthStalled',
  );
});
