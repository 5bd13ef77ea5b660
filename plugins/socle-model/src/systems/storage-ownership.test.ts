import { SystemRegistry } from '../definition/registry';
import { KindId } from '../definition/kind';
import { ResourceStore } from '../graph/store';
import { systems } from '.';

const registry = new SystemRegistry(systems);

const KINDS: KindId[] = [
  '/PersistentVolumeClaim',
  'storage.k8s.io/StorageClass',
  'ceph.rook.io/CephCluster',
  'ceph.rook.io/CephBlockPool',
  'ceph.rook.io/CephFilesystem',
  'ceph.rook.io/CephObjectStore',
  'longhorn.io/BackupTarget',
  'longhorn.io/RecurringJob',
  'openebs.io/DiskPool',
  'piraeus.io/LinstorCluster',
  'velero.io/BackupStorageLocation',
  'velero.io/Schedule',
  'config.kio.kasten.io/Policy',
  'config.kio.kasten.io/Profile',
];

/** As the item of a list, which does not say of what kind it is. */
function managersOf(id: KindId, metadata: object) {
  const { kind } = registry.get(id)!;
  const store = new ResourceStore(registry);
  const resource = store.applyAs(
    kind,
    {
      metadata: {
        name: 'main',
        ...(kind.namespaced ? { namespace: 'disks' } : {}),
        uid: 'u-1',
        ...metadata,
      },
      spec: {},
      status: {},
    },
    kind.versions[0],
  )!;
  return store
    .linksOf(resource)
    .filter(({ rel }) => rel === 'managedBy')
    .map(({ to }) => to);
}

describe.each(KINDS)('%s', id => {
  it('knows what brought it in: an Application, a Kustomization or a HelmRelease', () => {
    const annotations = {
      'argocd.argoproj.io/tracking-id': `storage:${id}:disks/main`,
    };
    expect(managersOf(id, { annotations })).toEqual([
      'argoproj.io/Application/argocd/storage',
    ]);
    const by = (group: string) => ({
      labels: { [`${group}/name`]: 'base', [`${group}/namespace`]: 'fleet' },
    });
    expect(managersOf(id, by('kustomize.toolkit.fluxcd.io'))).toEqual([
      'kustomize.toolkit.fluxcd.io/Kustomization/fleet/base',
    ]);
    expect(managersOf(id, by('helm.toolkit.fluxcd.io'))).toEqual([
      'helm.toolkit.fluxcd.io/HelmRelease/fleet/base',
    ]);
    expect(managersOf(id, {})).toEqual([]);
  });
});
