import { managedBy, trackingIdAt } from './ownership';

const object = (id: string | undefined, more: object = {}) => ({
  apiVersion: 'ceph.rook.io/v1',
  kind: 'CephCluster',
  metadata: {
    name: 'north',
    namespace: 'rook',
    ...(id ? { annotations: { 'argocd.argoproj.io/tracking-id': id } } : {}),
    ...more,
  },
});

it.each([
  [
    'disks:ceph.rook.io/CephCluster:rook/north',
    'argoproj.io/Application/argocd/disks',
  ],
  [
    'teams_disks:ceph.rook.io/CephCluster:rook/north',
    'argoproj.io/Application/teams/disks',
  ],
  ['disks:ceph.rook.io/CephCluster:rook/south', undefined],
  ['disks:ceph.rook.io/CephBlockPool:rook/north', undefined],
  ['disks', undefined],
  [undefined, undefined],
])('%s leads to %s', (id, to) => {
  expect(managedBy(trackingIdAt(object(id))).map(link => link.to)).toEqual(
    to ? [to] : [],
  );
});

it('knows an object of the core group, and one without a namespace', () => {
  const claim = {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: {
      name: 'data',
      namespace: 'shop',
      annotations: {
        'argocd.argoproj.io/tracking-id':
          'shop:/PersistentVolumeClaim:shop/data',
      },
    },
  };
  const storageClass = {
    apiVersion: 'storage.k8s.io/v1',
    kind: 'StorageClass',
    metadata: {
      name: 'fast',
      annotations: {
        'argocd.argoproj.io/tracking-id':
          'disks:storage.k8s.io/StorageClass:longhorn-system/fast',
      },
    },
  };
  expect(trackingIdAt(claim)).toBeDefined();
  // Argo CD writes the Application's namespace into the id of what has none.
  expect(trackingIdAt(storageClass)).toBeDefined();
});

it('survives any annotation', () => {
  expect(trackingIdAt({ metadata: { annotations: 7 } })).toBeUndefined();
  expect(managedBy(':::')).toEqual([]);
});
