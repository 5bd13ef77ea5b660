import { defineSystem } from '../../definition/system';
import { CAUSES_FR } from './causes.fr';
import { cluster } from './cluster';
import { member } from './member';
import { pdProbe } from './probe';
import { store } from './store';

/** @public PD: knows where TiKV keeps what, as it tells over HTTP. */
export const pd = defineSystem({
  id: 'pd',
  title: 'TiKV Placement Driver',
  area: 'data',
  layer: 'service',
  description:
    'Members, stores and regions of a TiKV cluster, as its placement driver tells them.',
  kinds: [cluster, member, store],
  probes: [pdProbe],
  docs: 'https://docs.pingcap.com/tidb/stable/pd-control',
  translations: {
    fr: {
      description:
        'Les membres, les stores et les régions d’un cluster TiKV, tels que les donne son pilote de placement.',
      causes: CAUSES_FR,
    },
  },
});
