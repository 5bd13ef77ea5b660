import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';
import { SystemRegistry } from '../../definition/registry';
import { ResourceStore } from '../../graph/store';
import { RawObject } from '../../reading/raw';
import { yamlSchema } from '../__testUtils__/fixtures';
import { systems } from '..';

const store = new ResourceStore(new SystemRegistry(systems));
for (const name of [
  'healthy-kafka-by-its-pods-alone',
  'healthy-kafka-with-its-parts',
  'topics',
  'mirrors-in-every-state',
  'connectors',
  'bridges-in-every-state',
  'users',
]) {
  const text = readFileSync(
    join(__dirname, '__fixtures__', `${name}.yaml`),
    'utf8',
  );
  for (const raw of loadAll(text, undefined, { schema: yamlSchema })) {
    store.apply(raw as RawObject);
  }
}

function linked(kind: `${string}/${string}`, name: string) {
  return store
    .linksOf(store.get(kind, 'streams', name)!)
    .map(link => `${link.rel} ${link.to} ${link.depends ?? '-'}`);
}

it.each([
  [
    'core.strimzi.io/StrimziPodSet',
    'orders-brokers',
    [
      'ownedBy kafka.strimzi.io/KafkaNodePool/streams/brokers source',
      'podsOf kafka.strimzi.io/Kafka/streams/orders source',
      'podsOf kafka.strimzi.io/KafkaNodePool/streams/brokers source',
    ],
  ],
  [
    '/Pod',
    'orders-brokers-0',
    ['memberOf kafka.strimzi.io/Kafka/streams/orders source'],
  ],
  [
    'kafka.strimzi.io/KafkaTopic',
    'placed',
    ['cluster kafka.strimzi.io/Kafka/streams/orders target'],
  ],
  [
    'kafka.strimzi.io/KafkaNodePool',
    'brokers',
    ['cluster kafka.strimzi.io/Kafka/streams/orders target'],
  ],
  [
    'kafka.strimzi.io/KafkaConnector',
    'both',
    ['cluster kafka.strimzi.io/KafkaConnect/streams/calm target'],
  ],
  [
    'kafka.strimzi.io/KafkaConnector',
    'half',
    ['cluster kafka.strimzi.io/KafkaConnect/streams/well source'],
  ],
  [
    'kafka.strimzi.io/KafkaBridge',
    'well',
    [
      'usesSecret /Secret/streams/orders-ca target',
      'usesSecret /Secret/streams/mover target',
      'bootstrap kafka.strimzi.io/Kafka/streams/orders target',
      'workload apps/Deployment/streams/well-bridge target',
    ],
  ],
  [
    'kafka.strimzi.io/KafkaUser',
    'given',
    [
      'cluster kafka.strimzi.io/Kafka/streams/orders target',
      'usesSecret /Secret/streams/given-password target',
    ],
  ],
  [
    'kafka.strimzi.io/KafkaMirrorMaker2',
    'well',
    [
      'usesSecret /Secret/streams/plant-ca target',
      'mirrorsTo kafka.strimzi.io/Kafka/streams/orders target',
      'mirrorsFrom kafka.strimzi.io/Kafka/plant/stock target',
    ],
  ],
] as const)('%s %s', (kind, name, links) => {
  expect(linked(kind, name)).toEqual(links);
});

it('answers to the addresses that clients know it by', () => {
  const [found] = store.providersOf(
    'endpoint:orders-kafka-bootstrap.streams.svc:9093',
  );
  expect(found.kind.kind).toBe('Kafka');
});
