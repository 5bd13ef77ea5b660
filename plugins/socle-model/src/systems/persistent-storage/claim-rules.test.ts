import { SystemRegistry } from '../../definition/registry';
import { ResourceStore } from '../../graph/store';
import { RawObject } from '../../reading/raw';
import { systems } from '..';

const registry = new SystemRegistry(systems);
const at = (time: string) => Date.parse(`2026-09-15T${time}Z`);

function claim(status: RawObject, metadata: RawObject = {}): RawObject {
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: {
      name: 'loaf',
      namespace: 'bakery',
      uid: 'u-1',
      creationTimestamp: '2026-09-15T11:00:00Z',
      ...metadata,
    },
    spec: {
      storageClassName: 'fast',
      volumeName: status.phase === 'Pending' ? undefined : 'vol-loaf',
      resources: { requests: { storage: '2Gi' } },
    },
    status,
  };
}

function storeWith(...objects: RawObject[]): ResourceStore {
  const store = new ResourceStore(registry);
  objects.forEach(object => store.apply(object));
  return store;
}

const loaf = (store: ResourceStore) =>
  store.get('/PersistentVolumeClaim', 'bakery', 'loaf')!.verdict;

it('turns a waiting claim degraded at its minute, without any event', () => {
  const store = storeWith(claim({ phase: 'Pending' }));
  store.settle(at('11:04:59'));
  expect(loaf(store).reason).toBe('ClaimBeingProvisioned');
  expect(store.nextDeadline()).toBeLessThanOrEqual(at('11:05:01'));
  store.settle(at('11:05:01'));
  expect(loaf(store).reason).toBe('ClaimNotProvisioned');
});

it('does not say that there was no error where one is only old', () => {
  const store = storeWith(claim({ phase: 'Pending' }), {
    apiVersion: 'v1',
    kind: 'Event',
    metadata: { name: 'loaf.1', namespace: 'bakery', uid: 'e-1' },
    involvedObject: {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      namespace: 'bakery',
      name: 'loaf',
    },
    reason: 'ProvisioningFailed',
    message: 'rpc error: code = ResourceExhausted desc = no space.',
    type: 'Warning',
    lastTimestamp: '2026-09-15T11:30:00Z',
  });
  store.settle(at('12:00:00'));
  expect(loaf(store)).toMatchObject({
    reason: 'ClaimNotProvisioned',
    message:
      'No volume, though the claim was made 2026-09-15T11:00:00Z; the last error, at 2026-09-15T11:30:00Z: rpc error: code = ResourceExhausted desc = no space; check its provisioner.',
  });
});

it('calls a volume missing only once all volumes were read', () => {
  const store = storeWith(claim({ phase: 'Bound' }));
  store.settle(at('12:00:00'));
  expect(loaf(store).status).toBe('healthy');
  store.setListed('/PersistentVolume', true);
  store.settle(at('12:00:00'));
  expect(loaf(store).reason).toBe('ClaimVolumeMissing');
});

it.each([
  ['ControllerResizeInProgress', 'progressing', 'ClaimGrowing'],
  ['NodeResizePending', 'progressing', 'ClaimGrowing'],
  ['NodeResizeInfeasible', 'degraded', 'ClaimGrowthRefused'],
  ['ControllerResizeFailed', 'degraded', 'ClaimGrowthRefused'],
  ['SomethingElse', 'unknown', 'ClaimStateUnclear'],
])('reads growth %s as %s', (storage, status, reason) => {
  const store = storeWith(
    claim({
      phase: 'Bound',
      capacity: { storage: '2Gi' },
      allocatedResourceStatuses: { storage },
    }),
  );
  store.settle(at('12:00:00'));
  expect(loaf(store)).toMatchObject({ status, reason });
  expect(loaf(store).message).not.toContain('undefined');
});

it('puts a refusal before the growth that stands beside it', () => {
  const store = storeWith(
    claim({
      phase: 'Bound',
      capacity: { storage: '1Gi' },
      conditions: [
        { type: 'Resizing', status: 'True' },
        { type: 'NodeResizeError', status: 'True', message: 'no room.' },
      ],
    }),
  );
  store.settle(at('12:00:00'));
  expect(loaf(store).message).toBe(
    'Growth from 1 GiB to 2 GiB refused: no room; the data stay usable.',
  );
});

it('puts the deletion before everything else', () => {
  const store = storeWith(
    claim(
      { phase: 'Lost' },
      {
        deletionTimestamp: '2026-09-15T11:55:00Z',
        finalizers: ['kubernetes.io/pvc-protection'],
      },
    ),
  );
  store.settle(at('12:00:00'));
  expect(loaf(store).reason).toBe('ClaimBeingDeleted');
  store.settle(at('12:10:01'));
  expect(loaf(store).reason).toBe('ClaimDeletionStuck');
});
