import { defineSystem } from '../../definition/system';
import { CAUSES_FR } from './causes.fr';
import { csiDriver } from './csi-driver';
import { csiNode } from './csi-node';
import { csiStorageCapacity } from './csi-storage-capacity';
import { persistentVolume } from './persistent-volume';
import { persistentVolumeClaim } from './persistent-volume-claim';
import { storageClass } from './storage-class';
import {
  volumeAttributesClass,
  volumeGroupSnapshotClass,
} from './driver-classes';
import { volumeAttachment } from './volume-attachment';
import { volumeGroupSnapshot } from './volume-group-snapshot';
import { volumeGroupSnapshotContent } from './volume-group-snapshot-content';
import { volumeSnapshot } from './volume-snapshot';
import { volumeSnapshotClass } from './volume-snapshot-class';
import { volumeSnapshotContent } from './volume-snapshot-content';

/** Claims, volumes, classes, attachments and snapshots, whichever driver is behind them. */
export const persistentStorage = defineSystem({
  id: 'persistent-storage',
  title: 'Persistent storage',
  area: 'storage',
  layer: 'infrastructure',
  description:
    "Kubernetes' own objects of storage: what applications claim, what they got, and the way from one to the other.",
  kinds: [
    persistentVolumeClaim,
    persistentVolume,
    storageClass,
    volumeAttachment,
    csiNode,
    csiDriver,
    csiStorageCapacity,
    volumeSnapshot,
    volumeSnapshotContent,
    volumeSnapshotClass,
    volumeGroupSnapshot,
    volumeGroupSnapshotContent,
    volumeGroupSnapshotClass,
    volumeAttributesClass,
  ],
  images: [
    'sig-storage/csi-provisioner',
    'sig-storage/csi-attacher',
    'sig-storage/csi-resizer',
    'sig-storage/csi-snapshotter',
    'sig-storage/snapshot-controller',
  ],
  docs: 'https://kubernetes.io/docs/concepts/storage/persistent-volumes/',
  translations: {
    fr: {
      title: 'Stockage persistant',
      description:
        'Les objets de stockage de Kubernetes : ce que les applications demandent, ce qu’elles ont obtenu, et le chemin de l’un à l’autre.',
      causes: CAUSES_FR,
    },
  },
});
