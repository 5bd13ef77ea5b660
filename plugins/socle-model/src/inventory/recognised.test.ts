import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';
import { SystemRegistry } from '../definition/registry';
import { ResourceStore } from '../graph/store';
import { RawObject } from '../reading/raw';
import { systems } from '../systems';
import { resourcesOf } from './recognised';

function recognised(system: string, file: string, more: RawObject[] = []) {
  const store = new ResourceStore(new SystemRegistry(systems));
  const path = join(__dirname, '../systems', system, '__fixtures__', file);
  for (const raw of [...loadAll(readFileSync(path, 'utf8')), ...more]) {
    store.apply(raw as RawObject);
  }
  const definition = systems.find(({ id }) => id === system)!;
  return [...resourcesOf(store, definition)]
    .map(({ kind, meta }) => `${kind.kind}/${meta.name}`)
    .sort();
}

it.each([
  [
    'nfs-csi',
    'healthy-shares.yaml',
    [
      'CSIDriver/nfs.csi.k8s.io',
      'PersistentVolume/vol-menu',
      'PersistentVolume/vol-photos',
      'StorageClass/shares',
    ],
  ],
  [
    'glusterfs',
    'healthy-volume-from-before.yaml',
    ['PersistentVolume/vol-press', 'StorageClass/gluster'],
  ],
  [
    'san-csi',
    'healthy-devices-of-an-array.yaml',
    [
      'CSIDriver/csi-powerstore.dellemc.com',
      'PersistentVolume/vol-archive',
      'PersistentVolume/vol-ledger',
      'PersistentVolume/vol-orders',
      'StorageClass/array',
    ],
  ],
])('recognises %s by its drivers and volumes', (system, file, expected) => {
  expect(recognised(system, file)).toEqual(expected);
});

it('recognises a system by the images of its pods, and no other system by them', () => {
  const pod: RawObject = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'heketi-0', namespace: 'storage', uid: 'u' },
    spec: { containers: [{ name: 'heketi', image: 'heketi/heketi:10' }] },
    status: { phase: 'Running' },
  };
  const file = 'healthy-volume-from-before.yaml';
  expect(recognised('glusterfs', file, [pod])).toContain('Pod/heketi-0');
});

it('counts the kinds of a system that has some, and nothing else', () => {
  expect(
    recognised('openebs', 'progressing-being-made.yaml').every(name =>
      /^(LVM|ZFS|DiskPool)/.test(name),
    ),
  ).toBe(true);
});
