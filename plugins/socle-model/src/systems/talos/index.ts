import { defineSystem } from '../../definition/system';

/**
 * Talos Linux has no objects of its own in the API: its nodes show it, by their image, their extensions and who
 * cordoned them.
 */
export const talos = defineSystem({
  id: 'talos',
  title: 'Talos Linux',
  area: 'cluster',
  layer: 'infrastructure',
  description:
    'The operating system of the nodes, which is managed by an API of its own and runs etcd as a service.',
  kinds: [],
  distributions: ['Talos'],
  images: [
    'siderolabs/talos-cloud-controller-manager',
    'siderolabs/talos-backup',
  ],
  docs: 'https://docs.siderolabs.com/talos/',
  translations: {
    fr: {
      description:
        'Le système d’exploitation des nœuds, géré par une API qui lui est propre, et qui fait tourner etcd comme service.',
      causes: {},
    },
  },
});
