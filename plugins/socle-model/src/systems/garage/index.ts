import { defineSystem } from '../../definition/system';
import { bucket } from './bucket';
import { CAUSES_FR } from './causes.fr';
import { cluster } from './cluster';
import { clusterLayout } from './cluster-layout';
import { garageNode } from './garage-node';
import { key } from './key';
import { node } from './node';
import { garageProbe } from './probe';
import { worker } from './worker';

/** @public Garage: S3 storage that keeps its copies in several zones. */
export const garage = defineSystem({
  id: 'garage',
  title: 'Garage',
  area: 'storage',
  layer: 'platform',
  description: 'S3 object storage with copies in several zones.',
  kinds: [cluster, clusterLayout, node, worker, bucket, key, garageNode],
  probes: [garageProbe],
  images: [
    'dxflrs/garage',
    'dxflrs/amd64_garage',
    'dxflrs/arm64_garage',
    'dxflrs/386_garage',
    'dxflrs/arm_garage',
  ],
  docs: 'https://garagehq.deuxfleurs.fr/documentation/',
  translations: {
    fr: {
      description: 'Stockage d’objets S3 avec des copies dans plusieurs zones.',
      causes: CAUSES_FR,
    },
  },
});
