import { defineSystem } from '../../definition/system';
import { CAUSES_FR } from './causes.fr';
import { cephBlockPool } from './ceph-block-pool';
import { cephCluster } from './ceph-cluster';
import { cephFilesystem } from './ceph-filesystem';
import { cephObjectStore } from './ceph-object-store';
import { cephRadosNamespace } from './ceph-rados-namespace';
import { cephSubVolumeGroup } from './ceph-sub-volume-group';

/** Ceph, as the Rook operator runs it: block, file and object storage on the disks of the nodes. */
export const rookCeph = defineSystem({
  id: 'rook-ceph',
  title: 'Rook Ceph',
  area: 'storage',
  layer: 'infrastructure',
  description:
    'Replicated block, file and object storage on the disks of the nodes.',
  kinds: [
    cephCluster,
    cephBlockPool,
    cephRadosNamespace,
    cephFilesystem,
    cephSubVolumeGroup,
    cephObjectStore,
  ],
  images: ['rook/ceph', 'ceph/ceph', 'cephcsi/cephcsi'],
  docs: 'https://rook.io/docs/rook/latest-release/',
  translations: {
    fr: {
      description:
        'Stockage répliqué de blocs, de fichiers et d’objets sur les disques des nœuds.',
      causes: CAUSES_FR,
    },
  },
});
