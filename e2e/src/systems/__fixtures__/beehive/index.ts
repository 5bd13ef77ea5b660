import { defineSystem } from '@socle/backstage-plugin-socle-model';
import { hive } from './hive';

/** An operator that nobody has: what a platform team would write for its own. */
export const beehive = defineSystem({
  id: 'beehive',
  title: 'Beehive',
  area: 'data',
  layer: 'service',
  description: 'Keeps hives of workers around a queen.',
  kinds: [hive],
  images: ['apiary/hive-controller'],
  docs: 'https://apiary.example.org/docs',
});
