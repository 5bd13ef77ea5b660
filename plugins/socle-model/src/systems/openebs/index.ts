import { defineSystem } from '../../definition/system';
import { CAUSES_FR } from './causes.fr';
import { diskPool } from './disk-pool';
import { lvmNode } from './lvm-node';
import { lvmVolume } from './lvm-volume';
import { zfsNode } from './zfs-node';
import { zfsVolume } from './zfs-volume';

/** OpenEBS: logical volumes and ZFS datasets of one node, and Mayastor's replicated pools. */
export const openebs = defineSystem({
  id: 'openebs',
  title: 'OpenEBS',
  area: 'storage',
  layer: 'infrastructure',
  description:
    'Volumes on the disks of one node by LVM or ZFS, or replicated by Mayastor.',
  kinds: [lvmVolume, lvmNode, zfsVolume, zfsNode, diskPool],
  images: [
    'openebs/lvm-driver',
    'openebs/zfs-driver',
    'openebs/provisioner-localpv',
    'openebs/mayastor-io-engine',
    'openebs/mayastor-csi-controller',
    'openebs/mayastor-csi-node',
    'openebs/mayastor-operator-diskpool',
  ],
  docs: 'https://openebs.io/docs/',
  translations: {
    fr: {
      description:
        'Des volumes sur les disques d’un seul nœud par LVM ou ZFS, ou répliqués par Mayastor.',
      causes: CAUSES_FR,
    },
  },
});
