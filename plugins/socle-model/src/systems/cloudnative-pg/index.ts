import { defineSystem } from '../../definition/system';
import { backup } from './backup';
import { CAUSES_FR } from './causes.fr';
import { cluster } from './cluster';
import { database } from './database';
import { clusterImageCatalog, imageCatalog } from './image-catalog';
import { objectStore } from './object-store';
import { pooler } from './pooler';
import { publication } from './publication';
import { scheduledBackup } from './scheduled-backup';
import { subscription } from './subscription';

/** CloudNativePG: PostgreSQL clusters with fail-over, backups and pools. */
export const cloudNativePg = defineSystem({
  id: 'cloudnative-pg',
  title: 'CloudNativePG',
  area: 'data',
  layer: 'service',
  description: 'PostgreSQL clusters with fail-over, backups and pools.',
  kinds: [
    cluster,
    backup,
    scheduledBackup,
    pooler,
    database,
    publication,
    subscription,
    imageCatalog,
    clusterImageCatalog,
    objectStore,
  ],
  // Not the plugin, whose tag is a version of its own.
  images: ['cloudnative-pg/cloudnative-pg'],
  docs: 'https://cloudnative-pg.io/documentation/',
  translations: {
    fr: {
      description:
        'Clusters PostgreSQL avec basculement, sauvegardes et pools de connexions.',
      causes: CAUSES_FR,
    },
  },
});
