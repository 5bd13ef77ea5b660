import { groupOf, ResourceRef } from '@socle/backstage-plugin-socle-common';
import { ListedResource } from '@socle/backstage-plugin-socle-react';

/** The kinds of what is inside an instance. */
export const CONTENT_KINDS = [
  'postgresql.cnpg.io/Database',
  'postgresql.cnpg.io/Pooler',
  'postgresql.cnpg.io/Publication',
  'postgresql.cnpg.io/Subscription',
  'kafka.strimzi.io/KafkaTopic',
  'kafka.strimzi.io/KafkaUser',
  'kafka.strimzi.io/KafkaConnector',
  'kafka.strimzi.io/KafkaNodePool',
  'kafka.strimzi.io/KafkaRebalance',
  'core.pingcap.com/PDGroup',
  'core.pingcap.com/TiKVGroup',
  'core.pingcap.com/TiDBGroup',
  'core.pingcap.com/TiFlashGroup',
  'pd.socle.dev/Member',
  'pd.socle.dev/Store',
  'qdrant.socle.dev/Collection',
  'qdrant.socle.dev/Peer',
];

const INSTANCE_KINDS = new Set([
  'postgresql.cnpg.io/Cluster',
  'kafka.strimzi.io/Kafka',
  'kafka.strimzi.io/KafkaConnect',
  'core.pingcap.com/Cluster',
  'pd.socle.dev/Cluster',
  'qdrant.socle.dev/Qdrant',
]);

/** The instance that something is in, as its links say; undefined where none does. */
export function instanceOf({ links }: ListedResource): ResourceRef | undefined {
  return links?.find(
    ({ direction, ref }) =>
      direction === 'out' &&
      INSTANCE_KINDS.has(`${groupOf(ref.apiVersion)}/${ref.kind}`),
  )?.ref;
}
