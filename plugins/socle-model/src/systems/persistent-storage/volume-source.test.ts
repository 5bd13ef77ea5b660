import fc from 'fast-check';
import { cephOf, sourceOf, whereaboutsOf } from './volume-source';

it.each([
  [
    'nfs',
    { nfs: { server: '10.1.2.3', path: '/export' } },
    { server: '10.1.2.3', path: '/export' },
  ],
  [
    'glusterfs',
    { glusterfs: { endpoints: 'gluster', path: 'vol' } },
    { server: 'gluster', path: 'vol' },
  ],
  [
    'iscsi',
    { iscsi: { targetPortal: '10.1.9.1:3260', iqn: 'iqn.a:b', lun: 4 } },
    { server: '10.1.9.1:3260', path: 'iqn.a:b lun 4' },
  ],
  [
    'fc',
    { fc: { targetWWNs: ['50a', '50b'], lun: 0 } },
    { server: '50a, 50b', path: 'lun 0' },
  ],
  ['hostPath', { hostPath: { path: '/data' } }, { path: '/data' }],
  ['local', { local: { path: '/mnt/disk' } }, { path: '/mnt/disk' }],
  [
    'csi',
    {
      csi: {
        driver: 'nfs.csi.k8s.io',
        volumeAttributes: { server: 'nas', share: '/pool', subdir: 'menu' },
      },
    },
    { server: 'nas', path: '/pool/menu' },
  ],
  ['csi', { csi: { driver: 'disks.example.io' } }, {}],
  ['awsElasticBlockStore', { awsElasticBlockStore: { volumeID: 'v' } }, {}],
  [undefined, { nfs: 'nas' }, {}],
])('a volume of %s lies where its spec says', (source, spec, where) => {
  const raw = { spec: { capacity: {}, claimRef: {}, ...spec } };
  expect(sourceOf(raw)).toBe(source);
  expect(whereaboutsOf(raw)).toEqual(where);
});

it.each([
  [
    { clusterID: 'rook', pool: 'blocks' },
    { cluster: 'rook', pool: 'blocks' },
  ],
  [
    { clusterID: 'rook', fsName: 'shared', pool: 'shared-data0' },
    { cluster: 'rook', filesystem: 'shared' },
  ],
  [{}, {}],
])('%o is a place in Ceph', (volumeAttributes, expected) => {
  expect(cephOf({ spec: { csi: { volumeAttributes } } })).toEqual(expected);
});

it('survives any spec', () => {
  fc.assert(
    fc.property(fc.anything({ maxDepth: 4 }), spec => {
      expect(() => [whereaboutsOf({ spec }), cephOf({ spec })]).not.toThrow();
    }),
  );
});
