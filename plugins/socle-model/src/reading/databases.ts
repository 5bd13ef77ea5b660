import { withoutCredentials } from './conditions';
import { runs } from './images';
import { objectsAt, RawObject, stringAt, stringsAt } from './raw';

/**
 * A database, cache or broker that runs from a plain image, without an operator that we know.
 * @public
 */
export interface DatabaseProduct {
  /** Lower case: `postgresql`. */
  id: string;
  title: string;
  /** Image repositories without registry and tag. */
  repositories: readonly string[];
  /** A system of its own knows more of it. */
  ownSystem?: boolean;
}

/**
 * The products that are recognised by their images.
 * @public
 */
export const DATABASES: readonly DatabaseProduct[] = [
  {
    id: 'postgresql',
    title: 'PostgreSQL',
    repositories: [
      'postgres',
      'postgresql',
      'postgresql-repmgr',
      'postgis',
      'timescaledb',
      'timescaledb-ha',
      'pgvector',
      'spilo-16',
      'spilo-17',
    ],
  },
  {
    id: 'mysql',
    title: 'MySQL',
    repositories: [
      'mysql',
      'mysql-server',
      'percona-server',
      'percona-xtradb-cluster',
      'percona',
    ],
  },
  {
    id: 'mariadb',
    title: 'MariaDB',
    repositories: ['mariadb', 'mariadb-galera'],
  },
  {
    id: 'mongodb',
    title: 'MongoDB',
    repositories: [
      'mongo',
      'mongodb',
      'mongodb-sharded',
      'mongodb-community-server',
      'percona-server-mongodb',
    ],
  },
  {
    id: 'redis',
    title: 'Redis',
    repositories: [
      'redis',
      'redis-stack',
      'redis-stack-server',
      'redis-cluster',
    ],
  },
  { id: 'valkey', title: 'Valkey', repositories: ['valkey', 'valkey-cluster'] },
  { id: 'keydb', title: 'KeyDB', repositories: ['keydb'] },
  {
    id: 'dragonfly',
    title: 'Dragonfly',
    repositories: ['dragonflydb/dragonfly'],
    ownSystem: true,
  },
  {
    id: 'mssql',
    title: 'Microsoft SQL Server',
    repositories: ['mssql/server'],
  },
  { id: 'arangodb', title: 'ArangoDB', repositories: ['arangodb'] },
  { id: 'questdb', title: 'QuestDB', repositories: ['questdb/questdb'] },
  { id: 'yugabytedb', title: 'YugabyteDB', repositories: ['yugabyte'] },
  { id: 'memcached', title: 'Memcached', repositories: ['memcached'] },
  { id: 'rabbitmq', title: 'RabbitMQ', repositories: ['rabbitmq'] },
  {
    id: 'pulsar',
    title: 'Apache Pulsar',
    repositories: ['pulsar', 'pulsar-all'],
  },
  {
    id: 'activemq',
    title: 'ActiveMQ',
    repositories: ['activemq', 'activemq-artemis', 'activemq-classic'],
  },
  {
    id: 'mosquitto',
    title: 'Mosquitto',
    repositories: ['eclipse-mosquitto'],
  },
  { id: 'emqx', title: 'EMQX', repositories: ['emqx'] },
  { id: 'nats', title: 'NATS', repositories: ['nats'] },
  {
    id: 'kafka',
    title: 'Kafka',
    repositories: ['bitnami/kafka', 'apache/kafka', 'cp-kafka', 'redpanda'],
  },
  {
    id: 'elasticsearch',
    title: 'Elasticsearch',
    repositories: ['elasticsearch'],
  },
  { id: 'opensearch', title: 'OpenSearch', repositories: ['opensearch'] },
  { id: 'meilisearch', title: 'Meilisearch', repositories: ['meilisearch'] },
  { id: 'typesense', title: 'Typesense', repositories: ['typesense'] },
  { id: 'cassandra', title: 'Cassandra', repositories: ['cassandra'] },
  { id: 'scylladb', title: 'ScyllaDB', repositories: ['scylla'] },
  { id: 'influxdb', title: 'InfluxDB', repositories: ['influxdb'] },
  {
    id: 'clickhouse',
    title: 'ClickHouse',
    repositories: ['clickhouse', 'clickhouse-server'],
  },
  {
    id: 'cockroachdb',
    title: 'CockroachDB',
    repositories: ['cockroachdb/cockroach'],
  },
  { id: 'couchdb', title: 'CouchDB', repositories: ['couchdb'] },
  { id: 'neo4j', title: 'Neo4j', repositories: ['neo4j'] },
  { id: 'etcd', title: 'etcd', repositories: ['etcd'] },
  { id: 'milvus', title: 'Milvus', repositories: ['milvus'] },
  {
    id: 'chroma',
    title: 'Chroma',
    repositories: ['chroma-core/chroma', 'chromadb/chroma'],
  },
  { id: 'weaviate', title: 'Weaviate', repositories: ['weaviate'] },
  {
    id: 'qdrant',
    title: 'Qdrant',
    repositories: ['qdrant/qdrant'],
    ownSystem: true,
  },
  {
    id: 'surrealdb',
    title: 'SurrealDB',
    repositories: ['surrealdb/surrealdb'],
    ownSystem: true,
  },
];

/**
 * The product that an image runs, whatever registry it comes through; undefined where it is none of those known.
 * @public
 */
export function databaseOf(image: string): DatabaseProduct | undefined {
  return DATABASES.find(({ repositories }) => runs(image, repositories));
}

/**
 * That a workload is an instance of a database: its health is its workload's.
 * @public
 */
export type DatabaseFacts = {
  /** Id of its {@link DatabaseProduct}. */
  product: string;
  /** Tag of the image. */
  version?: string;
  /** Where SurrealDB keeps its data: `tikv://kv-pd:2379`, `rocksdb:/data`, `memory`. Without credentials. */
  storage?: string;
};

/**
 * The database that the containers of a workload's template run; side containers such as exporters are none. Jobs
 * that only use a database's client are not workloads of this kind.
 * @public
 */
export function databaseAt(raw: RawObject): DatabaseFacts | undefined {
  for (const container of objectsAt(
    raw,
    'spec',
    'template',
    'spec',
    'containers',
  )) {
    const image = stringAt(container, 'image');
    const product = image === undefined ? undefined : databaseOf(image);
    if (image !== undefined && product) {
      const version = /:([^/:]+)$/.exec(image.replace(/@.*$/, ''))?.[1];
      const storage =
        product.id === 'surrealdb' ? surrealStorage(container) : undefined;
      return {
        product: product.id,
        ...(version ? { version } : {}),
        ...(storage ? { storage: withoutCredentials(storage) } : {}),
      };
    }
  }
  return undefined;
}

const STORAGE =
  /^(memory$|(mem|tikv|rocksdb|surrealkv|surrealkv\+versioned|file|fdb):)/;

/** The argument wins over the environment; a server that is given neither keeps everything in memory. */
function surrealStorage(container: RawObject): string | undefined {
  // A command may be one line for a shell.
  const words = [
    ...stringsAt(container, 'command'),
    ...stringsAt(container, 'args'),
  ].flatMap(text => text.split(/[\s"']+/));
  const named = words.find(word => STORAGE.test(word));
  const path = objectsAt(container, 'env').find(
    ({ name }) => name === 'SURREAL_PATH',
  );
  if (named !== undefined || path) {
    return named ?? stringAt(path, 'value');
  }
  // What comes from elsewhere is not known here; `$` stands for some of it.
  const elsewhere =
    objectsAt(container, 'envFrom').length > 0 ||
    words.some(word => word.includes('$'));
  return words.includes('start') && !elsewhere ? 'memory' : undefined;
}
