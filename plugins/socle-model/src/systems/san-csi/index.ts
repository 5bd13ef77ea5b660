import { defineSystem } from '../../definition/system';

/** Block devices of a storage array, over iSCSI, Fibre Channel or NVMe. The array itself is outside the cluster. */
export const sanCsi = defineSystem({
  id: 'san-csi',
  title: 'SAN arrays',
  area: 'storage',
  layer: 'infrastructure',
  description: 'Devices of a storage array over iSCSI or Fibre Channel.',
  kinds: [],
  images: [
    'sig-storage/iscsiplugin',
    'netapp/trident',
    'dellemc/csi-powerstore',
    'dellemc/csi-powermax',
    'dellemc/csi-unity',
    'dellemc/csi-vxflexos',
    'hpestorage/csi-driver',
    'hpe-storage/csi-driver',
    'purestorage/k8s',
    'purestorage/px-pure-csi-driver',
    'ibm-block-csi-driver-node',
    'democraticcsi/democratic-csi',
    'synology/synology-csi',
    'enix/san-iscsi-csi',
  ],
  volumes: {
    drivers: [
      'iscsi.csi.k8s.io',
      'csi.trident.netapp.io',
      'csi-powerstore.dellemc.com',
      'csi-powermax.dellemc.com',
      'csi-unity.dellemc.com',
      'csi-vxflexos.dellemc.com',
      'csi.hpe.com',
      'pure-csi',
      'block.csi.ibm.com',
      'hspc.csi.hitachi.com',
      'csi.huawei.com',
      'csi.san.synology.com',
      'san-iscsi.csi.enix.io',
      'csi-exos-x.seagate.com',
      'csi-mx.seagate.com',
      'infinibox-csi-driver',
      'org.democratic-csi.iscsi',
      'org.democratic-csi.nvmeof',
    ],
    sources: ['iscsi', 'fc'],
  },
  docs: 'https://kubernetes-csi.github.io/docs/drivers.html',
  translations: {
    fr: {
      title: 'Baies SAN',
      description:
        'Des périphériques d’une baie de stockage, par iSCSI ou Fibre Channel.',
      causes: {},
    },
  },
});
