import { SystemRegistry } from '../definition/registry';
import { ResourceStore } from '../graph/store';
import { RawObject } from '../reading/raw';
import { systems } from '../systems';
import { buildChain } from './chain';
import { dataView } from './data';

const NOW = Date.parse('2026-05-20T10:00:00Z');

const object = (
  apiVersion: string,
  kind: string,
  name: string,
  rest: RawObject = {},
  owner?: [apiVersion: string, kind: string, name: string],
): RawObject => ({
  apiVersion,
  kind,
  metadata: {
    name,
    namespace: 'shop',
    uid: `${kind}-${name}`,
    creationTimestamp: '2026-05-01T00:00:00Z',
    ...(owner
      ? {
          ownerReferences: [
            {
              apiVersion: owner[0],
              kind: owner[1],
              name: owner[2],
              uid: `${owner[1]}-${owner[2]}`,
              controller: true,
            },
          ],
        }
      : {}),
  },
  ...rest,
});

function pod(
  name: string,
  owner: [string, string, string],
  claimName?: string,
): RawObject {
  const volumes = claimName
    ? [{ name: 'data', persistentVolumeClaim: { claimName } }]
    : [];
  return object(
    'v1',
    'Pod',
    name,
    {
      spec: { nodeName: 'beech', volumes },
      status: {
        phase: 'Running',
        conditions: [{ type: 'Ready', status: 'True' }],
      },
    },
    owner,
  );
}

const workload = (
  kind: string,
  name: string,
  container: RawObject,
  owner?: [string, string, string],
) =>
  object(
    'apps/v1',
    kind,
    name,
    {
      spec: { replicas: 1, template: { spec: { containers: [container] } } },
      status: { replicas: 1, readyReplicas: 1, availableReplicas: 1 },
    },
    owner,
  );

const CLUSTER: [string, string, string] = [
  'postgresql.cnpg.io/v1',
  'Cluster',
  'ledger',
];
const postgres = [
  object(...CLUSTER, {
    spec: { instances: 1 },
    status: {
      instances: 1,
      readyInstances: 1,
      instanceNames: ['ledger-1'],
      currentPrimary: 'ledger-1',
      targetPrimary: 'ledger-1',
      phase: 'Cluster in healthy state',
      conditions: [
        {
          type: 'ContinuousArchiving',
          status: 'False',
          reason: 'ContinuousArchivingFailing',
          message: 'no route to the bucket',
          lastTransitionTime: '2026-05-20T02:00:00Z',
        },
      ],
    },
  }),
  pod('ledger-1', CLUSTER, 'ledger-1'),
  object(
    'v1',
    'PersistentVolumeClaim',
    'ledger-1',
    { spec: { volumeName: 'pv-ledger' }, status: { phase: 'Bound' } },
    CLUSTER,
  ),
];

const layered = [
  workload('Deployment', 'graph', {
    image: 'surrealdb/surrealdb:v3.0.1',
    args: ['start', 'tikv://kv-pd:2379'],
  }),
  workload('ReplicaSet', 'graph-1', {}, ['apps/v1', 'Deployment', 'graph']),
  pod('graph-1-a', ['apps/v1', 'ReplicaSet', 'graph-1']),
  object('pingcap.com/v1alpha1', 'TidbCluster', 'kv', {
    spec: { pd: {}, tikv: {} },
    status: { conditions: [{ type: 'Ready', status: 'True' }] },
  }),
  workload('StatefulSet', 'kv-tikv', { image: 'pingcap/tikv:v8.5.3' }, [
    'pingcap.com/v1alpha1',
    'TidbCluster',
    'kv',
  ]),
  pod('kv-tikv-0', ['apps/v1', 'StatefulSet', 'kv-tikv'], 'tikv-kv-tikv-0'),
  object('v1', 'PersistentVolumeClaim', 'tikv-kv-tikv-0', {
    status: { phase: 'Bound' },
  }),
];

function chainOf(
  start: [kind: `${string}/${string}`, name: string],
  objects: RawObject[],
) {
  const store = new ResourceStore(new SystemRegistry(systems));
  objects.forEach(one => store.apply(one));
  store.settle(NOW);
  return buildChain(
    store,
    'c',
    dataView,
    store.get(start[0], 'shop', start[1])!,
  );
}

const present = (found: ReturnType<typeof chainOf>) =>
  found.nodes
    .filter(({ state }) => state === 'present')
    .map(({ rankTitle, ref }) => `${rankTitle}: ${ref.name}`);

it('leads from a database to its pods and claims, and is broken where it is', () => {
  const found = chainOf(['postgresql.cnpg.io/Cluster', 'ledger'], postgres);
  expect(present(found)).toEqual([
    'Instance: ledger',
    'Pod: ledger-1',
    'Claim: ledger-1',
  ]);
  expect(found.break).toMatchObject({
    ref: { kind: 'Cluster', name: 'ledger' },
    reason: 'CnpgClusterArchivingFails',
    runbook: 'runbooks/data/CnpgClusterArchivingFails',
  });
});

it('shows what stands on a store to the left of it, whichever the start', () => {
  const expected = [
    'Workload: graph',
    'Instance: kv',
    'Pod set: kv-tikv',
    'Replica set: graph-1',
    'Pod: graph-1-a',
    'Pod: kv-tikv-0',
    'Claim: tikv-kv-tikv-0',
  ];
  expect(present(chainOf(['apps/Deployment', 'graph'], layered))).toEqual(
    expected,
  );
  // The pods of what stands on it are not what it needs.
  expect(present(chainOf(['pingcap.com/TidbCluster', 'kv'], layered))).toEqual(
    expected.filter(one => !/graph-1/.test(one)),
  );
});

it('begins at a plain workload that is an instance itself', () => {
  const plain = [
    workload('StatefulSet', 'cache', { image: 'redis:8' }),
    pod('cache-0', ['apps/v1', 'StatefulSet', 'cache']),
  ];
  expect(present(chainOf(['apps/StatefulSet', 'cache'], plain))).toEqual([
    'Pod set: cache',
    'Pod: cache-0',
  ]);
});
