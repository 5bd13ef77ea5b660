import { SystemRegistry } from '../../definition/registry';
import { ResourceStore } from '../../graph/store';
import { longhorn } from '.';

const MINUTE = 60_000;
const START = Date.UTC(2026, 3, 10, 8);

function metadata(name: string) {
  return {
    name,
    namespace: 'longhorn-system',
    uid: name,
    creationTimestamp: '2026-01-01T00:00:00Z',
  };
}

function storeOf() {
  return new ResourceStore(new SystemRegistry([longhorn]));
}

function volume(state: string) {
  return {
    apiVersion: 'longhorn.io/v1beta2',
    kind: 'Volume',
    metadata: metadata('pvc-1'),
    spec: { numberOfReplicas: 2, nodeID: 'n1' },
    status: { state, robustness: state === 'attached' ? 'healthy' : 'unknown' },
  };
}

function backup(progress: number) {
  return {
    apiVersion: 'longhorn.io/v1beta2',
    kind: 'Backup',
    metadata: metadata('b-1'),
    spec: {},
    status: { state: 'InProgress', progress },
  };
}

it('counts attaching from when it began, and finds it stuck without any event', () => {
  const store = storeOf();
  const resource = store.apply(volume('attaching'))!;
  store.settle(START);
  expect(resource.verdict.status).toBe('progressing');
  store.settle(START + 9 * MINUTE);
  expect(resource.verdict.status).toBe('progressing');
  const due = store.nextDeadline()!;
  expect(due).toBeLessThanOrEqual(START + 10 * MINUTE + 1000);
  store.settle(due);
  expect(resource.verdict.reason).toBe('NoProgress');
  store.setListed('longhorn.io/Engine', true);
  store.settle(START + 30 * MINUTE);
  expect(resource.verdict.reason).toBe('NoProgress');
  store.apply(volume('attached'));
  store.settle(START + 31 * MINUTE);
  expect(resource.verdict.status).toBe('healthy');
});

it('lets a backup take hours while its percentage moves, and an hour while it stands', () => {
  const store = storeOf();
  const resource = store.apply(backup(10))!;
  for (let hour = 0; hour < 5; hour++) {
    store.apply(backup(10 + hour));
    store.settle(START + hour * 50 * MINUTE);
    expect(resource.verdict.status).toBe('progressing');
  }
  store.settle(START + 4 * 50 * MINUTE + 61 * MINUTE);
  expect(resource.verdict.reason).toBe('NoProgress');
  store.apply(backup(60));
  store.settle(START + 400 * MINUTE);
  expect(resource.verdict.status).toBe('progressing');
});

it('lets a restore take as long as it takes', () => {
  const store = storeOf();
  const raw = volume('attached');
  const resource = store.apply({
    ...raw,
    status: { ...raw.status, restoreRequired: true },
  })!;
  for (const hours of [0, 1, 30]) {
    store.settle(START + hours * 60 * MINUTE);
    expect(resource.verdict.reason).toBe('LonghornVolumeRestoring');
  }
});
