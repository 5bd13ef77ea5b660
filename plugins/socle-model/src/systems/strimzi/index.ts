import { defineSystem } from '../../definition/system';
import { kafkaBridge } from './bridge';
import { CAUSES_FR } from './causes.fr';
import { kafkaConnect } from './connect';
import { kafkaConnector } from './connector';
import { kafka } from './kafka';
import { kafkaMirrorMaker2 } from './mirror-maker';
import { kafkaNodePool } from './node-pool';
import { strimziPodSet } from './pod-set';
import { kafkaRebalance } from './rebalance';
import { kafkaTopic } from './topic';
import { kafkaUser } from './user';

/** @public Strimzi: Kafka clusters, their topics and users, and what moves data in and out. */
export const strimzi = defineSystem({
  id: 'strimzi',
  title: 'Strimzi Kafka',
  area: 'data',
  layer: 'service',
  description:
    'Runs Kafka clusters with their topics, users, connectors and mirrors.',
  kinds: [
    kafka,
    kafkaNodePool,
    kafkaTopic,
    kafkaUser,
    kafkaConnect,
    kafkaConnector,
    kafkaMirrorMaker2,
    kafkaBridge,
    kafkaRebalance,
    strimziPodSet,
  ],
  images: ['strimzi/operator', 'strimzi/kafka', 'strimzi/kafka-bridge'],
  docs: 'https://strimzi.io/documentation/',
  translations: {
    fr: {
      description:
        'Fait tourner des clusters Kafka avec leurs sujets, utilisateurs, connecteurs et miroirs.',
      causes: CAUSES_FR,
    },
  },
});
