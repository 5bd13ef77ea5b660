import { SystemRegistry } from '../definition/registry';
import { ResourceStore } from '../graph/store';
import { probeObject } from '../definition/probe';
import { RawObject } from '../reading/raw';
import { dragonfly } from '../systems/dragonfly';
import { pd } from '../systems/pd';
import { qdrant } from '../systems/qdrant';
import { surrealdb } from '../systems/surrealdb';
import { workloads } from '../systems/workloads';
import { tidbOperator } from '../systems/tidb-operator';

const store = new ResourceStore(
  new SystemRegistry([
    tidbOperator,
    pd,
    qdrant,
    surrealdb,
    dragonfly,
    workloads,
  ]),
);
const target = (name: string, endpoint: string) => ({
  name,
  namespace: 'asked',
  endpoints: [endpoint],
});
const objects: RawObject[] = [
  {
    apiVersion: 'pingcap.com/v1alpha1',
    kind: 'TidbCluster',
    metadata: { name: 'kv', namespace: 'graph', uid: '1' },
    spec: { pd: {}, tikv: {} },
    status: { conditions: [{ type: 'Ready', status: 'True' }] },
  },
  {
    apiVersion: 'core.pingcap.com/v1alpha1',
    kind: 'Cluster',
    metadata: { name: 'two', namespace: 'graph', uid: '2' },
    status: { pd: 'http://two-pd.graph:2379' },
  },
  {
    apiVersion: 'core.pingcap.com/v1alpha1',
    kind: 'TiKVGroup',
    metadata: { name: 'two-kv', namespace: 'graph', uid: '3' },
    spec: { cluster: { name: 'two' } },
    status: {},
  },
  ...['kv', 'two'].map(name => ({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: `surreal-on-${name}`, namespace: 'graph', uid: name },
    spec: {
      template: {
        spec: {
          containers: [
            {
              image: 'surrealdb/surrealdb:v3.0.1',
              args: ['start', `tikv://${name}-pd:2379`],
            },
          ],
        },
      },
    },
  })),
  probeObject('pd', 'Cluster', 'kv', target('kv', 'kv-pd.graph.svc:2379'), {
    spec: { endpoints: ['kv-pd.graph.svc:2379'] },
    status: { leader: 'a' },
  }),
  probeObject('pd', 'Store', 'store-1', target('kv', 'x:1'), {
    spec: { cluster: 'kv' },
    status: { address: 'kv-tikv-0.kv-tikv-peer.graph.svc:20160' },
  }),
  probeObject('surrealdb', 'SurrealDB', 'main', target('main', 'x:1'), {
    spec: { endpoints: ['surreal-on-kv.graph.svc.cluster.local:8000'] },
    status: { health: 200 },
  }),
  probeObject('qdrant', 'Qdrant', 'vec', target('vec', 'x:1'), {
    status: {
      peers: [
        {
          id: '1',
          uri: 'http://vec-0.vec-headless.ai.svc.cluster.local:6335/',
        },
      ],
    },
  }),
  probeObject('qdrant', 'Collection', 'notes', target('vec', 'x:1'), {
    spec: { instance: 'vec' },
    status: { colour: 'green' },
  }),
  {
    apiVersion: 'dragonflydb.io/v1alpha1',
    kind: 'Dragonfly',
    metadata: { name: 'basket', namespace: 'web', uid: '9' },
    spec: {
      replicas: 2,
      authentication: { passwordFromSecret: { name: 'basket-password' } },
    },
    status: { phase: 'Ready' },
  },
];
objects.forEach(raw => store.apply(raw));

/** `rel Kind/name dependence` of each link that meets an object, or the key where none is there. */
function linked(kind: `${string}/${string}`, namespace: string, name: string) {
  return store
    .linksOf(store.get(kind, namespace, name)!)
    .map(({ rel, to, kinds, depends }) => {
      const met = [...store.providersOf(to)]
        .filter(one => kinds.includes(`${one.kind.group}/${one.kind.kind}`))
        .map(one => `${one.kind.kind}/${one.meta.name}`);
      return `${rel} ${met.sort().join(' ') || to} ${depends ?? '-'}`;
    });
}

it.each([
  [
    'SurrealDB on TiKV of the first operator',
    'apps/Deployment',
    'graph',
    'surreal-on-kv',
    ['storage TidbCluster/kv target'],
  ],
  [
    'SurrealDB on TiKV of the second operator',
    'apps/Deployment',
    'graph',
    'surreal-on-two',
    ['storage Cluster/two target'],
  ],
  [
    'what PD says and what its operator holds',
    'pd.socle.dev/Cluster',
    'asked',
    'kv',
    ['operatedBy TidbCluster/kv source'],
  ],
  [
    'a store and its pod',
    'pd.socle.dev/Store',
    'asked',
    'store-1',
    ['storeOf Cluster/kv source', 'pod /Pod/graph/kv-tikv-0 target'],
  ],
  [
    'a group and its cluster',
    'core.pingcap.com/TiKVGroup',
    'graph',
    'two-kv',
    ['cluster Cluster/two source'],
  ],
  [
    'SurrealDB as asked and as run',
    'surrealdb.socle.dev/SurrealDB',
    'asked',
    'main',
    ['runsAs Deployment/surreal-on-kv target'],
  ],
  [
    'Qdrant and its set',
    'qdrant.socle.dev/Qdrant',
    'asked',
    'vec',
    ['runsAs apps/StatefulSet/ai/vec target'],
  ],
  [
    'a collection and its Qdrant',
    'qdrant.socle.dev/Collection',
    'asked',
    'notes',
    ['collectionOf Qdrant/vec source'],
  ],
  [
    'Dragonfly, its set and its password',
    'dragonflydb.io/Dragonfly',
    'web',
    'basket',
    [
      'workload apps/StatefulSet/web/basket target',
      'usesSecret /Secret/web/basket-password target',
    ],
  ],
] as const)('%s', (_, kind, namespace, name, links) => {
  expect(linked(kind, namespace, name)).toEqual(links);
});

it('says of a database whose fault it is that it is down', () => {
  const own = new ResourceStore(new SystemRegistry([tidbOperator, workloads]));
  const status = {
    pd: { members: { a: { health: false } } },
    conditions: [{ type: 'Ready', status: 'False', reason: 'PDUnhealthy' }],
  };
  own.apply({ ...objects[0], status });
  own.apply({
    ...objects.find(
      ({ metadata }) =>
        (metadata as RawObject | undefined)?.name === 'surreal-on-kv',
    )!,
    status: {
      conditions: [
        {
          type: 'Available',
          status: 'False',
          lastTransitionTime: '2026-09-15T08:00:00Z',
        },
      ],
    },
  });
  own.settle(Date.UTC(2026, 8, 15, 12));
  const { verdict } = own.get('apps/Deployment', 'graph', 'surreal-on-kv')!;
  expect(verdict.status).toBe('failed');
  expect(verdict.message).toMatch(
    /This is because of TidbCluster kv: PD has no leader/,
  );
});
