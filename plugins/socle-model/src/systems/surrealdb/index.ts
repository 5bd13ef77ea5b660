import { defineSystem } from '../../definition/system';
import { CAUSES_FR } from './causes.fr';
import { instance } from './instance';
import { surrealdbProbe } from './probe';

/** @public SurrealDB: a multi-model database, as it tells over HTTP and as its workload is defined. */
export const surrealdb = defineSystem({
  id: 'surrealdb',
  title: 'SurrealDB',
  area: 'data',
  layer: 'service',
  description:
    'A multi-model database that keeps its data in TiKV, on its own disk or in memory.',
  kinds: [instance],
  probes: [surrealdbProbe],
  images: ['surrealdb/surrealdb'],
  docs: 'https://surrealdb.com/docs/surrealdb/deployment/kubernetes',
  translations: {
    fr: {
      description:
        'Base de données multi-modèle qui garde ses données dans TiKV, sur son propre disque ou en mémoire.',
      causes: CAUSES_FR,
    },
  },
});
