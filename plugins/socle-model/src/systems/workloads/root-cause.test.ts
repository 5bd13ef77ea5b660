import { kindId } from '../../definition/kind';
import { SystemRegistry } from '../../definition/registry';
import { findIncidents } from '../../graph/incidents';
import { ResourceStore } from '../../graph/store';
import { RawObject } from '../../reading/raw';
import { systems } from '..';

const NOW = Date.UTC(2026, 8, 15, 12);
const BEFORE = new Date(NOW - 3 * 3_600_000).toISOString();

const named = (name: string) => ({
  name,
  namespace: 'shop',
  uid: `uid-${name}`,
  creationTimestamp: BEFORE,
});
const owned = (name: string, kind: string, owner: string) => ({
  ...named(name),
  ownerReferences: [
    {
      apiVersion: 'apps/v1',
      kind,
      name: owner,
      uid: `uid-${owner}`,
      controller: true,
    },
  ],
});
const replicaSet: RawObject = {
  apiVersion: 'apps/v1',
  kind: 'ReplicaSet',
  metadata: named('web-1'),
  spec: { replicas: 1 },
  status: { replicas: 1, availableReplicas: 0 },
};
const waiting: RawObject = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: owned('web-1-a', 'ReplicaSet', 'web-1'),
  spec: {
    containers: [{ name: 'web', image: 'web:1' }],
    volumes: [{ name: 'data', persistentVolumeClaim: { claimName: 'data' } }],
  },
};
const node: RawObject = {
  apiVersion: 'v1',
  kind: 'Node',
  metadata: { name: 'n1', uid: 'uid-n1' },
  status: { conditions: [{ type: 'Ready', status: 'True' }] },
};

function roots(...objects: RawObject[]) {
  const registry = new SystemRegistry(systems);
  const store = new ResourceStore(registry);
  objects.forEach(one => store.apply(one));
  registry.ofApi().forEach(({ kind }) => store.setListed(kindId(kind), true));
  store.settle(NOW);
  return findIncidents(store, 'lab').map(({ root, reason }) => [
    root.kind,
    root.name,
    reason,
  ]);
}

describe('one trouble is one incident', () => {
  it('where the only pod of a set does not start, and nobody says why', () => {
    const stuck = {
      ...waiting,
      spec: { ...(waiting.spec as RawObject), nodeName: 'n1', volumes: [] },
      status: {
        phase: 'Pending',
        startTime: BEFORE,
        conditions: [
          { type: 'PodScheduled', status: 'True', lastTransitionTime: BEFORE },
          { type: 'Ready', status: 'False', lastTransitionTime: BEFORE },
        ],
        containerStatuses: [
          {
            name: 'web',
            ready: false,
            state: { waiting: { reason: 'ContainerCreating' } },
          },
        ],
      },
    };
    expect(roots(replicaSet, stuck, node)).toEqual([
      ['Pod', 'web-1-a', 'PodStartStuck'],
    ]);
  });

  it('where a claim gets no volume, and its provisioner says nothing', () => {
    const pending = {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: named('data'),
      spec: { storageClassName: 'fast' },
      status: { phase: 'Pending' },
    };
    const fast = {
      apiVersion: 'storage.k8s.io/v1',
      kind: 'StorageClass',
      metadata: { name: 'fast', uid: 'uid-fast' },
      provisioner: 'example.com/fast',
      volumeBindingMode: 'Immediate',
    };
    const unplaced = {
      ...waiting,
      status: {
        phase: 'Pending',
        conditions: [
          {
            type: 'PodScheduled',
            status: 'False',
            reason: 'Unschedulable',
            message:
              '0/1 nodes are available: pod has unbound immediate PersistentVolumeClaims.',
            lastTransitionTime: BEFORE,
          },
        ],
      },
    };
    expect(roots(replicaSet, unplaced, pending, fast, node)).toEqual([
      ['PersistentVolumeClaim', 'data', 'ClaimNotProvisioned'],
    ]);
  });
});
