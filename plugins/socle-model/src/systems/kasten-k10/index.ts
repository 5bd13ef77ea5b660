import { defineSystem } from '../../definition/system';
import { CAUSES_FR } from './causes.fr';
import { policy } from './policy';
import { profile } from './profile';

const SERVICES = [
  'aggregatedapis',
  'auth',
  'bloblifecyclemanager',
  'catalog',
  'controllermanager',
  'crypto',
  'dashboardbff',
  'events',
  'executor',
  'frontend',
  'jobs',
  'kanister',
  'logging',
  'metering',
  'state',
];

/** Kasten K10: recognised by its services, and read as far as its own configuration goes. */
export const kastenK10 = defineSystem({
  id: 'kasten-k10',
  title: 'Kasten K10',
  area: 'backup',
  layer: 'platform',
  description: 'Backups of applications and their volumes, by policy.',
  kinds: [policy, profile],
  images: SERVICES.map(name => `kasten-images/${name}`),
  docs: 'https://docs.kasten.io/',
  translations: {
    fr: {
      description:
        'Sauvegardes des applications et de leurs volumes, selon des politiques.',
      causes: CAUSES_FR,
    },
  },
});
