import { defineSystem } from '../../definition/system';
import { CAUSES_FR } from './causes.fr';
import { componentGroup } from './component-group';
import { componentInstance } from './component-instance';
import { coreCluster, GROUPS } from './core-cluster';
import { tidbCluster } from './tidb-cluster';

/** @public The operator of TiDB and TiKV, in both of its generations. */
export const tidbOperator = defineSystem({
  id: 'tidb-operator',
  title: 'TiDB Operator',
  area: 'data',
  layer: 'service',
  description:
    'Runs TiKV, the key-value store that others keep their data in, with or without TiDB on it.',
  kinds: [
    tidbCluster,
    coreCluster,
    ...GROUPS.map(componentGroup),
    ...GROUPS.map(componentInstance),
  ],
  images: [
    'pingcap/tidb-operator',
    'pingcap/tikv',
    'pingcap/pd',
    'pingcap/tidb',
    'pingcap/tiflash',
    'pingcap/ticdc',
    'pingcap/tiproxy',
  ],
  docs: 'https://docs.pingcap.com/tidb-in-kubernetes/stable',
  translations: {
    fr: {
      description:
        'Fait tourner TiKV, le magasin clé-valeur où d’autres gardent leurs données, avec ou sans TiDB par-dessus.',
      causes: CAUSES_FR,
    },
  },
});
