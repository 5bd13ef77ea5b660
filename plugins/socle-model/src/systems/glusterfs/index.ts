import { defineSystem } from '../../definition/system';

/**
 * GlusterFS. Its volumes inside Kubernetes' own tree went with 1.26, and Heketi with them: what is found of it is to be
 * moved. Kadalu goes on.
 */
export const glusterfs = defineSystem({
  id: 'glusterfs',
  title: 'GlusterFS',
  area: 'storage',
  layer: 'infrastructure',
  description: 'Shared directories on GlusterFS servers.',
  kinds: [],
  images: [
    'heketi/heketi',
    'gluster/gluster-centos',
    'kadalu/kadalu-operator',
    'kadalu/kadalu-server',
    'kadalu/kadalu-csi',
  ],
  volumes: {
    drivers: [
      'kubernetes.io/glusterfs',
      'gluster.org/glusterfs-simple',
      'org.gluster.glusterfs',
      'kadalu',
    ],
    sources: ['glusterfs'],
  },
  docs: 'https://docs.gluster.org/',
  translations: {
    fr: {
      description: 'Des répertoires partagés sur des serveurs GlusterFS.',
      causes: {},
    },
  },
});
