import { defineSystem } from '../../definition/system';

/**
 * Hikube (Cozystack) as a tenant's own cluster sees it: disks of the virtual machines that the cluster runs in. How
 * many copies the provider keeps is declared by the class, and cannot be checked from here.
 */
export const hikube = defineSystem({
  id: 'hikube',
  title: 'Hikube disks',
  area: 'storage',
  layer: 'infrastructure',
  description:
    "Disks of a tenant's cluster on Hikube or Cozystack, with copies in Geneva, Gland and Lucerne where the class says so.",
  kinds: [],
  images: [
    'kubevirt/csi-driver',
    'kubevirt/kubevirt-csi-driver',
    'cozystack/cozystack/kubevirt-csi-driver',
  ],
  volumes: { drivers: ['csi.kubevirt.io'] },
  docs: 'https://docs.hikube.cloud/',
  translations: {
    fr: {
      title: 'Disques Hikube',
      description:
        'Des disques du cluster d’un locataire sur Hikube ou Cozystack, avec des copies à Genève, Gland et Lucerne si la classe le dit.',
      causes: {},
    },
  },
});
