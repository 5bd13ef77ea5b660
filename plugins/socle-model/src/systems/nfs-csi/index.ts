import { defineSystem } from '../../definition/system';

/** Shares of an NFS server outside the cluster: by the CSI driver, a provisioner from before it, or set up by hand. */
export const nfsCsi = defineSystem({
  id: 'nfs-csi',
  title: 'NFS shares',
  area: 'storage',
  layer: 'infrastructure',
  description: 'Directories of an NFS server, which many pods may share.',
  kinds: [],
  images: [
    'sig-storage/nfsplugin',
    'sig-storage/nfs-subdir-external-provisioner',
    'sig-storage/nfs-provisioner',
  ],
  volumes: {
    drivers: [
      'nfs.csi.k8s.io',
      'cluster.local/nfs-subdir-external-provisioner',
      'k8s-sigs.io/nfs-subdir-external-provisioner',
      'cluster.local/nfs-client-provisioner',
      'fuseim.pri/ifs',
      'org.democratic-csi.nfs',
      'csi-isilon.dellemc.com',
    ],
    sources: ['nfs'],
  },
  docs: 'https://github.com/kubernetes-csi/csi-driver-nfs',
  translations: {
    fr: {
      title: 'Partages NFS',
      description:
        'Des répertoires d’un serveur NFS, que plusieurs pods peuvent partager.',
      causes: {},
    },
  },
});
