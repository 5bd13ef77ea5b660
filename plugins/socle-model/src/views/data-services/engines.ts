import { DataServiceFamily } from '@socle/backstage-plugin-socle-common';
import { KindId } from '../../definition/kind';
import { DATABASES } from '../../reading/databases';

/** What an instance runs. */
export interface Engine {
  id: string;
  title: string;
  family: DataServiceFamily;
}

/** Products of plain images that are no database in the narrow sense. */
const FAMILIES: Record<string, DataServiceFamily> = {
  redis: 'cache',
  valkey: 'cache',
  keydb: 'cache',
  dragonfly: 'cache',
  memcached: 'cache',
  rabbitmq: 'stream',
  pulsar: 'stream',
  activemq: 'stream',
  mosquitto: 'stream',
  emqx: 'stream',
  nats: 'stream',
  kafka: 'stream',
  elasticsearch: 'search',
  opensearch: 'search',
  meilisearch: 'search',
  typesense: 'search',
  etcd: 'keyValue',
  milvus: 'vector',
  chroma: 'vector',
  weaviate: 'vector',
  qdrant: 'vector',
  surrealdb: 'multiModel',
  arangodb: 'multiModel',
};

/** The engine of a product that is recognised by its image. */
export function engineOfProduct(product: string): Engine | undefined {
  const found = DATABASES.find(({ id }) => id === product);
  return found
    ? {
        id: found.id,
        title: found.title,
        family: FAMILIES[found.id] ?? 'database',
      }
    : undefined;
}

const TIKV: Engine = { id: 'tikv', title: 'TiKV', family: 'keyValue' };

/** The kinds whose objects are instances, and what they run. */
export const INSTANCE_KINDS: ReadonlyMap<KindId, Engine> = new Map<
  KindId,
  Engine
>([
  [
    'postgresql.cnpg.io/Cluster',
    { id: 'postgresql', title: 'PostgreSQL', family: 'database' },
  ],
  [
    'dragonflydb.io/Dragonfly',
    { id: 'dragonfly', title: 'Dragonfly', family: 'cache' },
  ],
  ['kafka.strimzi.io/Kafka', { id: 'kafka', title: 'Kafka', family: 'stream' }],
  [
    'kafka.strimzi.io/KafkaConnect',
    { id: 'kafka-connect', title: 'Kafka Connect', family: 'stream' },
  ],
  [
    'kafka.strimzi.io/KafkaMirrorMaker2',
    { id: 'kafka-mirror-maker', title: 'Kafka MirrorMaker', family: 'stream' },
  ],
  [
    'kafka.strimzi.io/KafkaBridge',
    { id: 'kafka-bridge', title: 'Kafka Bridge', family: 'stream' },
  ],
  ['pingcap.com/TidbCluster', TIKV],
  ['core.pingcap.com/Cluster', TIKV],
  ['pd.socle.dev/Cluster', { id: 'pd', title: 'TiKV PD', family: 'keyValue' }],
  [
    'qdrant.socle.dev/Qdrant',
    { id: 'qdrant', title: 'Qdrant', family: 'vector' },
  ],
  [
    'surrealdb.socle.dev/SurrealDB',
    { id: 'surrealdb', title: 'SurrealDB', family: 'multiModel' },
  ],
]);

/** With TiDB on it, TiKV's cluster is a database. */
export const TIDB: Engine = { id: 'tidb', title: 'TiDB', family: 'database' };

export const SUPABASE: Engine = {
  id: 'supabase',
  title: 'Supabase',
  family: 'database',
};
