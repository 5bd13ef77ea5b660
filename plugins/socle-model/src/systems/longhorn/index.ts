import { defineSystem } from '../../definition/system';
import { backingImage } from './backing-image';
import { backingImageDataSource } from './backing-image-data-source';
import { backingImageManager } from './backing-image-manager';
import { backup } from './backup';
import { backupBackingImage } from './backup-backing-image';
import { backupTarget } from './backup-target';
import { backupVolume } from './backup-volume';
import { CAUSES_FR } from './causes.fr';
import { engine } from './engine';
import { engineFrontend } from './engine-frontend';
import { engineImage } from './engine-image';
import { instanceManager } from './instance-manager';
import { node } from './node';
import { orphan } from './orphan';
import { recurringJob } from './recurring-job';
import { replica } from './replica';
import { setting } from './setting';
import { shard } from './shard';
import { shardGroup } from './shard-group';
import { shareManager } from './share-manager';
import { snapshot } from './snapshot';
import { supportBundle } from './support-bundle';
import { systemBackup } from './system-backup';
import { systemRestore } from './system-restore';
import { volume } from './volume';
import { volumeAttachment } from './volume-attachment';

/** Longhorn: replicated block storage on the disks of the cluster's own nodes. */
export const longhorn = defineSystem({
  id: 'longhorn',
  title: 'Longhorn',
  area: 'storage',
  layer: 'infrastructure',
  description: 'Replicated block storage on the disks of the nodes.',
  kinds: [
    volume,
    engine,
    engineFrontend,
    replica,
    shardGroup,
    shard,
    node,
    instanceManager,
    engineImage,
    volumeAttachment,
    shareManager,
    setting,
    snapshot,
    backup,
    backupVolume,
    backupTarget,
    recurringJob,
    systemBackup,
    systemRestore,
    backingImage,
    backingImageManager,
    backingImageDataSource,
    backupBackingImage,
    orphan,
    supportBundle,
  ],
  images: [
    'longhornio/longhorn-manager',
    'longhornio/longhorn-engine',
    'longhornio/longhorn-instance-manager',
    'longhornio/longhorn-share-manager',
    'longhornio/longhorn-ui',
    'longhornio/backing-image-manager',
  ],
  docs: 'https://longhorn.io/docs/',
  translations: {
    fr: {
      description: 'Stockage de blocs répliqué sur les disques des nœuds.',
      causes: CAUSES_FR,
    },
  },
});
