import { ViewRank } from './view';

/** What a storage system makes of a persistent volume, in every chain that reaches one. */
export const VOLUME_RANK: ViewRank = {
  title: 'Volume',
  kinds: [
    'longhorn.io/Volume',
    'local.openebs.io/LVMVolume',
    'zfs.openebs.io/ZFSVolume',
    'linstor.socle.dev/Resource',
    'ceph.rook.io/CephBlockPool',
    'ceph.rook.io/CephFilesystem',
  ],
};

/** Where a storage system keeps its copies. */
export const STORAGE_NODE_RANK: ViewRank = {
  title: 'Storage node',
  kinds: ['longhorn.io/Node', 'linstor.socle.dev/Node'],
  ground: true,
};
