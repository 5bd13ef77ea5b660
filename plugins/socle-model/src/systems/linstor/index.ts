import { defineSystem } from '../../definition/system';
import { CAUSES_FR } from './causes.fr';
import { linstorController } from './controller';
import { linstorNode } from './node';
import { piraeusKinds } from './piraeus';
import { linstorProbe } from './probe';
import { linstorResource } from './resource';
import { resourceGroup } from './resource-group';
import { storagePool } from './storage-pool';

/** LINSTOR with DRBD, by the Piraeus operator or on its own: synchronous copies over nodes and sites. */
export const linstor = defineSystem({
  id: 'linstor',
  title: 'LINSTOR and Piraeus',
  area: 'storage',
  layer: 'infrastructure',
  description: 'Block storage whose copies DRBD keeps in step over nodes.',
  kinds: [
    ...piraeusKinds,
    linstorController,
    linstorNode,
    storagePool,
    resourceGroup,
    linstorResource,
  ],
  probes: [linstorProbe],
  images: [
    'piraeusdatastore/piraeus-server',
    'piraeusdatastore/piraeus-operator',
    'piraeusdatastore/piraeus-csi',
    'piraeusdatastore/linstor-csi',
    'piraeusdatastore/drbd-reactor',
  ],
  docs: 'https://linbit.com/drbd-user-guide/linstor-guide-1_0-en/',
  translations: {
    fr: {
      title: 'LINSTOR et Piraeus',
      description:
        'Stockage de blocs dont DRBD garde les copies au même point sur plusieurs nœuds.',
      causes: CAUSES_FR,
    },
  },
});
