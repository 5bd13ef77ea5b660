import { defineSystem } from '../../definition/system';

/**
 * CloudCasa: its agent is recognised. What it has backed up is known to the service it reports to, and not to the
 * cluster.
 */
export const cloudCasa = defineSystem({
  id: 'cloudcasa',
  title: 'CloudCasa',
  area: 'backup',
  layer: 'platform',
  description: 'Backups of clusters as a service, by an agent in each.',
  kinds: [],
  images: ['catalogicsoftware/amds-kagent'],
  docs: 'https://docs.cloudcasa.io/',
  translations: {
    fr: {
      description:
        'Sauvegarde de clusters en tant que service, par un agent dans chacun.',
      causes: {},
    },
  },
});
