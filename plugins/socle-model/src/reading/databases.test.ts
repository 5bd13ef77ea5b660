import fc from 'fast-check';
import { databaseAt, databaseOf } from './databases';

describe('databaseOf', () => {
  it.each([
    ['postgres:17', 'postgresql'],
    ['docker.io/library/postgres:17@sha256:ab', 'postgresql'],
    ['registry.example.org:5000/mirror/bitnami/postgresql', 'postgresql'],
    ['mariadb:11', 'mariadb'],
    ['mongo', 'mongodb'],
    ['mcr.microsoft.com/mssql/server:2022-latest', 'mssql'],
    ['apachepulsar/pulsar:4.0.2', 'pulsar'],
    ['mongo-express:1', undefined],
    ['valkey/valkey:8', 'valkey'],
    ['docker.elastic.co/elasticsearch/elasticsearch:8.17.0', 'elasticsearch'],
    ['surrealdb/surrealdb:v3.0.1', 'surrealdb'],
    ['prometheuscommunity/postgres-exporter:v0.17', undefined],
    ['oliver006/redis_exporter:v1', undefined],
    ['example.org/redis-ui:1', undefined],
    ['', undefined],
  ])('%s runs %s', (image, product) => {
    expect(databaseOf(image)?.id).toBe(product);
  });
});

function workload(...containers: object[]) {
  return { spec: { template: { spec: { containers } } } };
}

describe('databaseAt', () => {
  it.each([
    [
      'a database beside its exporter',
      [{ image: 'a/exporter:1' }, { image: 'redis:7.4' }],
      { product: 'redis', version: '7.4' },
    ],
    [
      'SurrealDB by argument',
      [
        {
          image: 'surrealdb/surrealdb:v3',
          args: ['start', '--log', 'info', 'rocksdb:/data'],
        },
      ],
      { product: 'surrealdb', version: 'v3', storage: 'rocksdb:/data' },
    ],
    [
      'SurrealDB by environment, without credentials',
      [
        {
          image: 'surrealdb/surrealdb',
          env: [
            { name: 'SURREAL_PASS', value: 'x' },
            { name: 'SURREAL_PATH', value: 'tikv://me:secret@kv-pd:2379' },
          ],
        },
      ],
      { product: 'surrealdb', storage: 'tikv://kv-pd:2379' },
    ],
    [
      'SurrealDB by a line for a shell',
      [
        {
          image: 'surrealdb/surrealdb:v3',
          command: ['sh', '-c', "exec /surreal start --user root 'rocksdb:/d'"],
        },
      ],
      { product: 'surrealdb', version: 'v3', storage: 'rocksdb:/d' },
    ],
    [
      'SurrealDB that is not told where to',
      [
        {
          image: 'surrealdb/surrealdb:v3',
          args: ['start', '--unauthenticated'],
        },
      ],
      { product: 'surrealdb', version: 'v3', storage: 'memory' },
    ],
    [
      'SurrealDB that is told elsewhere',
      [
        {
          image: 'surrealdb/surrealdb:v3',
          args: ['start'],
          envFrom: [{ secretRef: { name: 'settings' } }],
        },
      ],
      { product: 'surrealdb', version: 'v3' },
    ],
    [
      'SurrealDB whose variable comes from a Secret',
      [
        {
          image: 'surrealdb/surrealdb:v3',
          args: ['start'],
          env: [{ name: 'SURREAL_PATH', valueFrom: { secretKeyRef: {} } }],
        },
      ],
      { product: 'surrealdb', version: 'v3' },
    ],
    [
      'a database by digest alone',
      [{ image: `docker.io/library/postgres@sha256:${'0a'.repeat(32)}` }],
      { product: 'postgresql' },
    ],
    ['an application', [{ image: 'example.org/shop:2' }], undefined],
  ])('%s', (_, containers, want) => {
    expect(databaseAt(workload(...containers))).toEqual(want);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.anything(), containers => {
        const found = databaseAt({
          spec: { template: { spec: { containers } } },
        });
        expect(typeof (found?.product ?? '')).toBe('string');
      }),
    );
  });
});
