import { defineSystem } from '../../definition/system';

/**
 * MicroK8s' hostpath storage: directories on the disk of one node. It has no kinds of its own; what there is to say of
 * its claims, volumes and class is said by theirs, and of its provisioner by its Deployment.
 */
export const microk8s = defineSystem({
  id: 'microk8s',
  title: 'MicroK8s hostpath',
  area: 'storage',
  layer: 'infrastructure',
  description:
    'Directories on the disk of one node: no copies, no enforced size, no growth, no snapshots.',
  kinds: [],
  images: ['cdkbot/hostpath-provisioner'],
  volumes: { drivers: ['microk8s.io/hostpath'] },
  docs: 'https://microk8s.io/docs/addon-hostpath-storage',
  translations: {
    fr: {
      description:
        'Des répertoires sur le disque d’un seul nœud : ni copies, ni taille imposée, ni agrandissement, ni instantanés.',
      causes: {},
    },
  },
});
