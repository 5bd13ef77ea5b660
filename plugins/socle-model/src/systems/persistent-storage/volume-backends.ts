import type { KindId } from '../../definition/kind';
import { Link, linkByKey } from '../../definition/link';
import type { VolumeFacts } from './persistent-volume';

/** Drivers whose volumes are objects of their own, and the driver that their key is made with. */
const BY_HANDLE: Record<string, { driver: string; kind: KindId } | undefined> =
  {
    'driver.longhorn.io': {
      driver: 'driver.longhorn.io',
      kind: 'longhorn.io/Volume',
    },
    // Longhorn's name before 1.0, still on volumes made then.
    'io.rancher.longhorn': {
      driver: 'driver.longhorn.io',
      kind: 'longhorn.io/Volume',
    },
    'local.csi.openebs.io': {
      driver: 'local.csi.openebs.io',
      kind: 'local.openebs.io/LVMVolume',
    },
    'zfs.csi.openebs.io': {
      driver: 'zfs.csi.openebs.io',
      kind: 'zfs.openebs.io/ZFSVolume',
    },
    'linstor.csi.linbit.com': {
      driver: 'linstor.csi.linbit.com',
      kind: 'linstor.socle.dev/Resource',
    },
  };

/** Rook puts the operator's namespace in front; Ceph without Rook has no objects in the cluster. */
const ROOK = /^.+\.(rbd|cephfs)\.csi\.ceph\.com$/;

/** A volume's `clusterID` is the namespace of its cluster, or that of a part of a pool or file system. */
const CLUSTER_ID: readonly KindId[] = [
  'ceph.rook.io/CephCluster',
  'ceph.rook.io/CephBlockPoolRadosNamespace',
  'ceph.rook.io/CephFilesystemSubVolumeGroup',
];

/** What the data of a volume lie in, as the driver's own objects tell it. */
export function backendLinks(facts: VolumeFacts): Link[] {
  const { driver = '', handle, backend = {} } = facts;
  const exact = byHandle(driver);
  if (exact && handle) {
    return [
      linkByKey(
        'volume',
        `volumeHandle:${exact.driver}/${handle}`,
        [exact.kind],
        'target',
      ),
    ];
  }
  const { cluster, pool, filesystem } = backend;
  if (!ROOK.test(driver) || !cluster) {
    return [];
  }
  // Ceph has no state of a single image: that of the pool and of the cluster count.
  return [
    ...(pool
      ? [
          linkByKey(
            'volume',
            `cephPool:${cluster}/${pool}`,
            ['ceph.rook.io/CephBlockPool'],
            'target',
          ),
        ]
      : []),
    ...(filesystem
      ? [
          linkByKey(
            'volume',
            `cephFilesystem:${cluster}/${filesystem}`,
            ['ceph.rook.io/CephFilesystem'],
            'target',
          ),
        ]
      : []),
    linkByKey('volume', `cephCluster:${cluster}`, CLUSTER_ID, 'target'),
  ] satisfies Link[];
}

/** Whether each volume of the driver is an object: one that is not there is then missing. */
export function hasObjectPerVolume({ driver = '' }: VolumeFacts): boolean {
  return byHandle(driver) !== undefined;
}

function byHandle(driver: string) {
  return Object.hasOwn(BY_HANDLE, driver) ? BY_HANDLE[driver] : undefined;
}
