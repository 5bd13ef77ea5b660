import { SystemRegistry } from '../../definition/registry';
import { findIncidents } from '../../graph/incidents';
import { ResourceStore } from '../../graph/store';
import { RawObject } from '../../reading/raw';
import { systems } from '..';
import { backupInterval } from './schedule';

const NOW = Date.UTC(2026, 4, 20, 10);
const HOUR = 3_600_000;

function object(kind: string, name: string, rest: RawObject = {}): RawObject {
  return {
    apiVersion: 'postgresql.cnpg.io/v1',
    kind,
    ...rest,
    metadata: {
      name,
      namespace: 'billing',
      uid: `uid-${name}`,
      creationTimestamp: '2026-05-20T09:00:00Z',
      ...(rest.metadata as RawObject),
    },
  };
}

const CLUSTER = object('Cluster', 'ledger', {
  spec: {
    instances: 2,
    backup: {
      barmanObjectStore: {
        destinationPath: 's3://pg-vault/billing',
        s3Credentials: { accessKeyId: { name: 'vault-key', key: 'id' } },
      },
    },
    imageCatalogRef: { kind: 'ClusterImageCatalog', name: 'pg' },
  },
  status: {
    phase: 'Cluster in healthy state',
    readyInstances: 1,
    currentPrimary: 'ledger-1',
    certificates: { serverTLSSecret: 'ledger-server' },
  },
});
const ownedBy = (kind: string, name: string) => ({
  ownerReferences: [
    {
      apiVersion: 'postgresql.cnpg.io/v1',
      kind,
      name,
      uid: 'u',
      controller: true,
    },
  ],
});

function storeOf(...objects: RawObject[]) {
  const store = new ResourceStore(new SystemRegistry(systems));
  objects.forEach(one => store.apply(one));
  return store;
}

it('leads from a cluster to its secrets, its bucket and its images', () => {
  const store = storeOf(CLUSTER);
  const cluster = store.get('postgresql.cnpg.io/Cluster', 'billing', 'ledger')!;
  expect(
    store.linksOf(cluster).map(({ rel, to, depends }) => [rel, to, depends]),
  ).toEqual([
    ['usesSecret', '/Secret/billing/ledger-server', 'target'],
    ['usesSecret', '/Secret/billing/vault-key', 'target'],
    ['bucket', 's3Bucket:pg-vault', 'target'],
    ['images', 'postgresql.cnpg.io/ClusterImageCatalog//pg', undefined],
  ]);
});

it('is explained by the pod of an instance, and explains its pool', () => {
  const store = storeOf(
    CLUSTER,
    {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: {
        name: 'ledger-2',
        namespace: 'billing',
        uid: 'p',
        creationTimestamp: '2026-05-20T08:00:00Z',
        ...ownedBy('Cluster', 'ledger'),
      },
      spec: { nodeName: 'n', containers: [{ name: 'postgres', image: 'pg' }] },
      status: {
        phase: 'Running',
        conditions: [
          {
            type: 'Ready',
            status: 'False',
            lastTransitionTime: '2026-05-20T08:00:00Z',
          },
        ],
        containerStatuses: [
          {
            name: 'postgres',
            ready: false,
            restartCount: 9,
            state: {
              waiting: { reason: 'CrashLoopBackOff', message: 'back-off' },
            },
          },
        ],
      },
    },
    object('Pooler', 'pool', {
      spec: { cluster: { name: 'ledger' }, instances: 2 },
      status: { instances: 1, phase: 'active' },
    }),
  );
  store.settle(NOW);
  expect(
    findIncidents(store, 'c').map(({ root, affected }) => [
      root.name,
      affected.map(ref => ref.name),
    ]),
  ).toEqual([['ledger-2', ['ledger', 'pool']]]);
});

it.each([
  ['0 0 2 * * *', 24 * HOUR],
  ['0 */30 * * * *', HOUR / 2],
  ['CRON_TZ=Europe/Zurich 0 0 2 * * *', 24 * HOUR],
  ['@daily', 24 * HOUR],
  ['@every 6h', 6 * HOUR],
  ['0 2 * * *', undefined],
  ['', undefined],
  [undefined, undefined],
])('%s is a plan for every %s ms', (schedule, interval) => {
  expect(backupInterval(schedule)).toBe(interval);
});
