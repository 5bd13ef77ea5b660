import { DataServiceFacts } from '@socle/backstage-plugin-socle-common';
import { probeObject } from '../../definition/probe';
import { SystemRegistry } from '../../definition/registry';
import { ResourceStore } from '../../graph/store';
import { RawObject } from '../../reading/raw';
import { systems } from '../../systems';
import { findDataServices } from './find';

const NOW = Date.parse('2026-05-20T10:00:00Z');
const GIB = 1024 ** 3;
const registry = new SystemRegistry(systems);

const object = (
  apiVersion: string,
  kind: string,
  name: string,
  rest: RawObject = {},
  metadata: RawObject = {},
): RawObject => ({
  apiVersion,
  kind,
  metadata: {
    name,
    namespace: 'shop',
    uid: `${kind}-${name}`,
    creationTimestamp: '2026-05-01T00:00:00Z',
    ...metadata,
  },
  ...rest,
});

const owned = (apiVersion: string, kind: string, name: string) => ({
  ownerReferences: [
    { apiVersion, kind, name, uid: `${kind}-${name}`, controller: true },
  ],
});

const workload = (
  kind: 'StatefulSet' | 'Deployment',
  name: string,
  image: string,
  replicas = 1,
  metadata: RawObject = {},
  more: RawObject = {},
) =>
  object(
    'apps/v1',
    kind,
    name,
    {
      spec: {
        replicas,
        template: { spec: { containers: [{ name: 'main', image, ...more }] } },
      },
      status: {
        replicas,
        readyReplicas: replicas,
        updatedReplicas: replicas,
        availableReplicas: replicas,
      },
    },
    metadata,
  );

const pod = (
  name: string,
  owner: [apiVersion: string, kind: string, name: string],
  more: { image?: string; ready?: boolean; claims?: string[] } = {},
) =>
  object(
    'v1',
    'Pod',
    name,
    {
      spec: {
        containers: [{ name: 'main', image: more.image ?? 'x:1' }],
        volumes: (more.claims ?? []).map(claimName => ({
          name: claimName,
          persistentVolumeClaim: { claimName },
        })),
      },
      status: {
        phase: 'Running',
        conditions: [
          { type: 'Ready', status: more.ready === false ? 'False' : 'True' },
        ],
        containerStatuses: [
          {
            name: 'main',
            image: more.image ?? 'x:1',
            ready: more.ready !== false,
            restartCount: 0,
            state: { running: { startedAt: '2026-05-01T00:00:00Z' } },
          },
        ],
      },
    },
    owned(...owner),
  );

const claim = (name: string, gib = 10) =>
  object('v1', 'PersistentVolumeClaim', name, {
    spec: { volumeName: `pv-${name}` },
    status: { phase: 'Bound', capacity: { storage: `${gib}Gi` } },
  });

const usage = (name: string, usedBytes: number) =>
  probeObject(
    'kubelet',
    'ClaimUsage',
    name,
    { name: 'shop', namespace: 'shop', endpoints: [] },
    {
      status: {
        alder: {
          usedBytes,
          capacityBytes: 10 * GIB,
          availableBytes: 10 * GIB - usedBytes,
          time: '2026-05-20T09:59:30Z',
        },
      },
    },
  );

function found(objects: RawObject[], options: { unlisted?: string[] } = {}) {
  const store = new ResourceStore(registry);
  for (const { kind } of registry.all()) {
    if (!options.unlisted?.includes(kind.kind)) {
      store.setListed(`${kind.group}/${kind.kind}`, true);
    }
  }
  objects.forEach(raw => store.apply(raw));
  store.settle(NOW);
  return findDataServices(store, 'c', NOW);
}

const only = (...args: Parameters<typeof found>): DataServiceFacts => {
  const all = found(...args);
  expect(all).toHaveLength(1);
  return all[0].facts;
};

const CNPG = 'postgresql.cnpg.io/v1';
const postgres = object(CNPG, 'Cluster', 'orders', {
  spec: { instances: 2, imageName: 'ghcr.io/acme/postgresql:17.6' },
  status: {
    instances: 2,
    readyInstances: 1,
    phase: 'Cluster in healthy state',
  },
});

describe('what counts as a data service', () => {
  it.each<[string, RawObject[], string[]]>([
    ['an operator’s cluster', [postgres], ['postgresql Cluster/orders']],
    [
      'a plain image',
      [workload('StatefulSet', 'cache', 'docker.io/library/redis:8')],
      ['redis StatefulSet/cache'],
    ],
    ['no database', [workload('Deployment', 'web', 'nginx:1')], []],
    [
      'the set of an operator once',
      [
        object('dragonflydb.io/v1alpha1', 'Dragonfly', 'basket', {
          spec: { replicas: 1 },
          status: { phase: 'Ready' },
        }),
        workload(
          'StatefulSet',
          'basket',
          'docker.dragonflydb.io/dragonflydb/dragonfly:v1.34.2',
          1,
          owned('dragonflydb.io/v1alpha1', 'Dragonfly', 'basket'),
        ),
      ],
      ['dragonfly Dragonfly/basket'],
    ],
    [
      'the set of an operator that is not known',
      [
        workload(
          'StatefulSet',
          'cache',
          'redis:8',
          1,
          owned('redis.example.org/v1', 'Redis', 'cache'),
        ),
      ],
      ['redis StatefulSet/cache'],
    ],
    [
      'what was asked over HTTP, not its workload beside it',
      [
        workload('Deployment', 'graph', 'surrealdb/surrealdb:v3.0.1'),
        probeObject(
          'surrealdb',
          'SurrealDB',
          'main',
          { name: 'main', namespace: 'shop', endpoints: ['x:1'] },
          {
            spec: { endpoints: ['graph.shop.svc.cluster.local:8000'] },
            status: { health: 200 },
          },
        ),
      ],
      ['surrealdb SurrealDB/main'],
    ],
    [
      'Supabase as one, by its database',
      [
        workload('Deployment', 'auth', 'supabase/gotrue:v2'),
        workload('Deployment', 'rest-meta', 'supabase/postgres-meta:v0.9'),
        workload('StatefulSet', 'db', 'supabase/postgres:17.4.1'),
      ],
      ['supabase StatefulSet/db'],
    ],
    [
      'one part of Supabase alone is none',
      [workload('Deployment', 'studio', 'supabase/studio:v1')],
      [],
    ],
    [
      'TiKV, and TiDB where it is on it',
      [
        object('pingcap.com/v1alpha1', 'TidbCluster', 'kv', {
          spec: { pd: {}, tikv: {} },
        }),
        object('pingcap.com/v1alpha1', 'TidbCluster', 'sql', {
          spec: { pd: {}, tikv: {}, tidb: {} },
        }),
      ],
      ['tikv TidbCluster/kv', 'tidb TidbCluster/sql'],
    ],
  ])('%s', (_, objects, expected) => {
    expect(
      found(objects).map(
        ({ ref, facts }) => `${facts.engine} ${ref.kind}/${ref.name}`,
      ),
    ).toEqual(expected);
  });

  it('says of Supabase what is the matter with the worst of its parts', () => {
    const down = workload('Deployment', 'auth', 'supabase/gotrue:v2');
    down.status = { replicas: 1, unavailableReplicas: 1 };
    const [supabase] = found([
      down,
      workload('StatefulSet', 'db', 'supabase/postgres:17.4.1'),
    ]);
    expect(supabase.health.status).not.toBe('healthy');
    expect(supabase.health.message).toMatch(/^auth: /);
  });
});

describe('instances and version', () => {
  it('are as the instance counts itself', () => {
    expect(only([postgres])).toMatchObject({
      ready: 1,
      wanted: 2,
      version: '17.6',
    });
  });

  it('are those of its pods where it does not count', () => {
    const set = ['apps/v1', 'StatefulSet', 'basket'] as const;
    const image = 'docker.dragonflydb.io/dragonflydb/dragonfly:v1.34.2';
    expect(
      only([
        object('dragonflydb.io/v1alpha1', 'Dragonfly', 'basket', {
          spec: { replicas: 2 },
          status: { phase: 'Ready' },
        }),
        workload(
          'StatefulSet',
          'basket',
          image,
          2,
          owned('dragonflydb.io/v1alpha1', 'Dragonfly', 'basket'),
        ),
        pod('basket-0', [...set], { image }),
        pod('basket-1', [...set], { image, ready: false }),
      ]),
    ).toMatchObject({ ready: 1, wanted: 2, version: 'v1.34.2' });
  });

  it('leave out the pods of what only stands beside it, and of what it stands on', () => {
    const bridge = object('apps/v1', 'Deployment', 'log-entity-operator', {
      spec: { replicas: 1 },
      status: { replicas: 1, readyReplicas: 1 },
    });
    const all = found([
      object('kafka.strimzi.io/v1', 'Kafka', 'log', {
        status: { conditions: [{ type: 'Ready', status: 'True' }] },
      }),
      bridge,
      object(
        'core.strimzi.io/v1',
        'StrimziPodSet',
        'log-broker',
        { spec: { pods: [{}, {}, {}] }, status: { pods: 3, readyPods: 3 } },
        {
          labels: {
            'strimzi.io/cluster': 'log',
            'strimzi.io/kind': 'Kafka',
          },
          ...owned('kafka.strimzi.io/v1', 'Kafka', 'log'),
        },
      ),
      ...[0, 1, 2].map(at =>
        pod(`log-broker-${at}`, [
          'core.strimzi.io/v1',
          'StrimziPodSet',
          'log-broker',
        ]),
      ),
    ]);
    expect(all.map(({ facts }) => [facts.ready, facts.wanted])).toEqual([
      [3, 3],
    ]);
  });

  it('are not known where pods are not read', () => {
    const facts = only(
      [
        object('dragonflydb.io/v1alpha1', 'Dragonfly', 'basket', {
          spec: {},
          status: { phase: 'Ready' },
        }),
      ],
      { unlisted: ['Pod'] },
    );
    expect(facts.ready).toBeUndefined();
    expect(facts.wanted).toBeUndefined();
    expect(facts.backup).toBe('unknown');
  });
});

describe('storage and backups', () => {
  const set = workload('StatefulSet', 'db', 'mariadb:12', 2);
  const pods = [0, 1].map(at =>
    pod(`db-${at}`, ['apps/v1', 'StatefulSet', 'db'], {
      claims: [`data-db-${at}`],
    }),
  );
  const claims = [claim('data-db-0'), claim('data-db-1', 20)];

  it('adds up the claims, and what is used where each is measured', () => {
    const half = [...claims, usage('data-db-0', GIB)];
    expect(only([set, ...pods, ...half])).toMatchObject({
      claims: 2,
      capacityBytes: 30 * GIB,
    });
    expect(only([set, ...pods, ...half]).usedBytes).toBeUndefined();
    expect(
      only([set, ...pods, ...half, usage('data-db-1', 2 * GIB)]).usedBytes,
    ).toBe(3 * GIB);
  });

  it('is as badly backed up as the worst of its claims', () => {
    const facts = only([set, ...pods, ...claims]);
    expect(facts.backup).toBe('noBackup');
    expect(facts.backupMessage).toMatch(/^data-db-\d: /);
    expect(facts.lastGoodAt).toBeUndefined();
  });

  it('says that nothing is stored only where everything was read', () => {
    const cache = workload('Deployment', 'cache', 'memcached:1.6');
    const of = pod('cache-1', ['apps/v1', 'ReplicaSet', 'cache-7f']);
    const revision = object(
      'apps/v1',
      'ReplicaSet',
      'cache-7f',
      { spec: { replicas: 1 }, status: { replicas: 1, readyReplicas: 1 } },
      owned('apps/v1', 'Deployment', 'cache'),
    );
    expect(only([cache, revision, of]).backup).toBe('nothingStored');
    expect(
      only([cache, revision, of], { unlisted: ['PersistentVolumeClaim'] })
        .backup,
    ).toBe('unknown');
  });

  it('takes the last good backup of the database itself', () => {
    const facts = only([
      object(CNPG, 'Cluster', 'orders', {
        spec: {
          instances: 1,
          backup: { barmanObjectStore: { destinationPath: 's3://b/orders' } },
        },
        status: {
          instances: 1,
          readyInstances: 1,
          phase: 'Cluster in healthy state',
          lastSuccessfulBackup: '2026-05-20T02:00:00Z',
          firstRecoverabilityPoint: '2026-05-06T02:00:00Z',
        },
      }),
    ]);
    expect(facts).toMatchObject({
      lastGoodAt: '2026-05-20T02:00:00Z',
      lastGoodTool: 'cloudnative-pg',
      recoverableFrom: '2026-05-06T02:00:00Z',
    });
  });
});

it('shows nothing that the reader may not see', () => {
  const store = new ResourceStore(registry);
  store.apply(postgres);
  store.settle(NOW);
  expect(findDataServices(store, 'c', NOW, () => false)).toEqual([]);
});
