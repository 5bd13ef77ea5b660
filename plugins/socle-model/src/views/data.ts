import { Resource } from '../definition/resource';
import { objectAt } from '../reading/raw';
import { STORAGE_NODE_RANK, VOLUME_RANK } from './storage-ranks';
import { ViewDefinition } from './view';

/** A workload whose database keeps its data in another data service. */
function storesElsewhere({ facts }: Resource): boolean {
  const { storage } = objectAt(facts.database);
  return typeof storage === 'string' && storage.startsWith('tikv:');
}

/** Old revisions of a Deployment stay as ReplicaSets that want no pods. */
function wantsPods({ facts }: Resource): boolean {
  return facts.replicas !== 0;
}

/**
 * From an instance of a database, cache, broker or store, and what stands on it, to its pods, claims and volumes.
 * @public
 */
export const dataView: ViewDefinition = {
  id: 'data',
  title: 'Data service',
  ranks: [
    {
      title: 'Stands on it',
      kinds: [
        'surrealdb.socle.dev/SurrealDB',
        'kafka.strimzi.io/KafkaConnect',
        'kafka.strimzi.io/KafkaMirrorMaker2',
        'kafka.strimzi.io/KafkaBridge',
      ],
      limit: 8,
    },
    {
      title: 'Workload',
      kinds: ['apps/Deployment', 'apps/StatefulSet'],
      where: storesElsewhere,
      limit: 8,
    },
    {
      title: 'Instance',
      kinds: [
        'postgresql.cnpg.io/Cluster',
        'dragonflydb.io/Dragonfly',
        'kafka.strimzi.io/Kafka',
        'pingcap.com/TidbCluster',
        'core.pingcap.com/Cluster',
        'qdrant.socle.dev/Qdrant',
      ],
    },
    { title: 'Placement driver', kinds: ['pd.socle.dev/Cluster'] },
    {
      title: 'Part',
      kinds: [
        'kafka.strimzi.io/KafkaNodePool',
        'core.pingcap.com/PDGroup',
        'core.pingcap.com/TiKVGroup',
        'core.pingcap.com/TiDBGroup',
        'core.pingcap.com/TiFlashGroup',
        'pd.socle.dev/Member',
        'pd.socle.dev/Store',
        'qdrant.socle.dev/Peer',
      ],
    },
    {
      title: 'Pod set',
      kinds: [
        'apps/StatefulSet',
        'apps/Deployment',
        'core.strimzi.io/StrimziPodSet',
        'core.pingcap.com/PD',
        'core.pingcap.com/TiKV',
        'core.pingcap.com/TiDB',
        'core.pingcap.com/TiFlash',
      ],
    },
    {
      title: 'Replica set',
      kinds: ['apps/ReplicaSet'],
      where: wantsPods,
      limit: 8,
    },
    { title: 'Pod', kinds: ['/Pod'] },
    { title: 'Claim', kinds: ['/PersistentVolumeClaim'] },
    { title: 'Persistent volume', kinds: ['/PersistentVolume'] },
    VOLUME_RANK,
    { title: 'Engine', kinds: ['longhorn.io/Engine'] },
    { title: 'Replica', kinds: ['longhorn.io/Replica'] },
    STORAGE_NODE_RANK,
    { title: 'Node', kinds: ['/Node'], ground: true },
    { title: 'Object store', kinds: ['barmancloud.cnpg.io/ObjectStore'] },
    {
      title: 'Bucket',
      kinds: ['garage.socle.dev/Bucket', 's3.socle.dev/Bucket'],
    },
  ],
};
