import { defineSystem } from '../../definition/system';
import { CAUSES_FR } from './causes.fr';
import { collection } from './collection';
import { instance } from './instance';
import { peer } from './peer';
import { qdrantProbe } from './probe';

/** @public Qdrant: a vector store, as it tells over HTTP. */
export const qdrant = defineSystem({
  id: 'qdrant',
  title: 'Qdrant',
  area: 'data',
  layer: 'service',
  description: 'Keeps vectors in collections of shards that peers share.',
  kinds: [instance, peer, collection],
  probes: [qdrantProbe],
  images: ['qdrant/qdrant'],
  docs: 'https://qdrant.tech/documentation/guides/distributed_deployment/',
  translations: {
    fr: {
      description:
        'Garde des vecteurs dans des collections de shards que des pairs se partagent.',
      causes: CAUSES_FR,
    },
  },
});
