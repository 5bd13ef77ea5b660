import { defineSystem } from '../../definition/system';
import { CAUSES_FR } from './causes.fr';
import { dragonflyKind } from './dragonfly';

/** @public Dragonfly: an in-memory store that speaks Redis. */
export const dragonfly = defineSystem({
  id: 'dragonfly',
  title: 'Dragonfly',
  area: 'data',
  layer: 'service',
  description:
    'Runs in-memory caches that speak the Redis protocol, with replicas and failover.',
  kinds: [dragonflyKind],
  images: [
    'dragonflydb/dragonfly',
    'dragonflydb/operator',
    'dragonflydb/dragonfly-operator',
  ],
  docs: 'https://www.dragonflydb.io/docs/managing-dragonfly/operator',
  translations: {
    fr: {
      description:
        'Fait tourner des caches en mémoire qui parlent le protocole Redis, avec réplicas et basculement.',
      causes: CAUSES_FR,
    },
  },
});
