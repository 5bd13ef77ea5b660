import { defineKind } from '../../definition/kind';
import { linkTo, ObjectKey } from '../../definition/link';
import { endpointKey } from '../../definition/probe';
import { numberAt, objectsAt, RawObject, stringAt } from '../../reading/raw';
import { judgeKafka } from './kafka-health';
import { ownerLinks, StrimziFacts, strimziFacts } from './membership';
import { GROUP, pausedVerdict } from './strimzi-conditions';

export type KafkaFacts = StrimziFacts & {
  version?: string;
  metadataVersion?: string;
  clusterId?: string;
  operatorVersion?: string;
  /** Only where nodes are not in pools. */
  replicas?: number;
  pools?: string[];
  listeners?: string[];
};

export const kafka = defineKind<KafkaFacts>({
  group: GROUP,
  kind: 'Kafka',
  plural: 'kafkas',
  versions: ['v1', 'v1beta2', 'v1beta1'],
  entity: { type: 'event-stream' },
  namespaced: true,
  reads: [
    'metadata.labels',
    'metadata.annotations',
    'spec.kafka.version',
    'spec.kafka.replicas',
    'status',
  ],
  project,
  provides: ({ facts }): ObjectKey[] =>
    (facts.listeners ?? []).map(endpointKey),
  links: resource => [
    ...ownerLinks(resource),
    // Topics and users are kept by it; the cluster serves without.
    linkTo('entityOperator', {
      group: 'apps',
      kind: 'Deployment',
      namespace: resource.meta.namespace,
      name: `${resource.meta.name}-entity-operator`,
    }),
    ...['cluster-ca-cert', 'clients-ca-cert'].map(secret =>
      linkTo('usesSecret', {
        group: '',
        kind: 'Secret',
        namespace: resource.meta.namespace,
        name: `${resource.meta.name}-${secret}`,
      }),
    ),
  ],
  suspended: ({ facts }) => pausedVerdict(facts, 'KafkaPaused', 'Kafka'),
  health: judgeKafka,
  reasons: [
    {
      code: 'KafkaReady',
      cause: 'The last full reconciliation succeeded.',
      evidence: 'status.conditions[type=Ready].status',
      remedy: false,
    },
    {
      code: 'KafkaCreating',
      cause: 'The first reconciliation has begun.',
      evidence: 'status.conditions[type=NotReady].reason',
      remedy: false,
    },
    {
      code: 'KafkaPaused',
      cause: 'Reconciliation is switched off on purpose.',
      evidence: 'metadata.annotations[strimzi.io/pause-reconciliation]',
      remedy: false,
    },
    {
      code: 'KafkaReconcileFailed',
      cause: 'The last reconciliation failed; brokers may still serve.',
      evidence: 'status.conditions[type=NotReady].message',
    },
    {
      code: 'KafkaNoBrokerReady',
      cause: 'No broker pod is ready.',
      evidence: 'status.readyPods of its StrimziPodSets',
    },
    {
      code: 'KafkaBrokersMissing',
      cause: 'Fewer broker pods are ready than wanted.',
      evidence: 'status.readyPods of its StrimziPodSets',
    },
    {
      code: 'KafkaControllersLost',
      cause: 'Fewer controllers are ready than a majority.',
      evidence: 'status.readyPods of the controllers’ StrimziPodSets',
    },
    {
      code: 'KafkaStateUnknown',
      cause: 'Its conditions say something that no rule knows.',
      evidence: 'status.conditions',
      remedy: false,
    },
  ],
  shows: [
    'version',
    'metadataVersion',
    'clusterId',
    'operatorVersion',
    'replicas',
    'pools',
    'listeners',
  ],
});

function project(raw: RawObject): KafkaFacts {
  const pools = objectsAt(raw, 'status', 'kafkaNodePools')
    .map(pool => stringAt(pool, 'name'))
    .filter(name => name !== undefined);
  const listeners = objectsAt(raw, 'status', 'listeners')
    .map(listener => stringAt(listener, 'bootstrapServers'))
    .filter(servers => servers !== undefined);
  return {
    ...strimziFacts(raw, 'Kafka'),
    version:
      stringAt(raw, 'status', 'kafkaVersion') ??
      stringAt(raw, 'spec', 'kafka', 'version'),
    metadataVersion: stringAt(raw, 'status', 'kafkaMetadataVersion'),
    clusterId: stringAt(raw, 'status', 'clusterId'),
    operatorVersion: stringAt(raw, 'status', 'operatorLastSuccessfulVersion'),
    replicas: numberAt(raw, 'spec', 'kafka', 'replicas'),
    ...(pools.length > 0 ? { pools } : {}),
    ...(listeners.length > 0 ? { listeners } : {}),
  };
}
