import {
  companionFile,
  CompanionInput,
  companionRefusals,
  companionSchema,
} from '../companion/folder';
import { Conventions } from '../conventions/conventions';
import { define } from '../emission/definition';
import { Refusal } from '../emission/emission';
import { Manifest, syncAnnotations } from '../emission/manifest';
import { purposeName } from '../input/fields';
import { count, oneOf, serviceName } from './service-fields';

/** @public A topic of the platform's Kafka, and a user that may use it and nothing else. */
export interface TopicInput extends CompanionInput {
  /** With the name of the app it makes the name of the topic and of its user. */
  name: string;
  partitions?: number;
  replicas?: number;
  /** How long messages are kept; 168 where left out. */
  retentionHours?: number;
  /** What the user may do; `none` for no user. */
  access?: 'read' | 'write' | 'readWrite' | 'none';
}

const OPERATIONS = {
  read: ['Read', 'Describe'],
  write: ['Write', 'Describe'],
  readWrite: ['Read', 'Write', 'Describe'],
};

export const topicFiles = define<TopicInput>({
  title: 'Kafka topic',
  schema: companionSchema(
    'Kafka topic',
    {
      name: purposeName,
      partitions: count('Partitions', 1, 200),
      replicas: count('Copies', 1, 9),
      retentionHours: count('Kept for hours', 1, 87_600),
      access: oneOf('Access', 'read', 'write', 'readWrite', 'none'),
    },
    ['name'],
  ),
  refuse: (input, conventions) => [
    ...companionRefusals(input, conventions),
    ...placeRefusals(input),
  ],
  build(input, conventions) {
    const name = serviceName(input.app, input.name);
    const access = input.access ?? 'readWrite';
    const { namespace } = conventions.kafka;
    return {
      files: [
        companionFile(
          input,
          `kafka-topic-${input.name}`,
          topic(name, input, conventions),
          'The topic; stays even when its file is deleted.',
          conventions,
        ),
        ...(access === 'none'
          ? []
          : [
              companionFile(
                input,
                `kafka-user-${input.name}`,
                user(name, OPERATIONS[access], conventions),
                'Who may use the topic, and no other.',
                conventions,
              ),
            ]),
      ],
      order: [
        `The topic operator makes ${name} in the Kafka ${namespace}/${conventions.kafka.cluster}.`,
        ...(access === 'none'
          ? []
          : [
              `The user operator writes the user's password to the Secret ${name} in ${namespace}; copy it to where the app runs by a policy or an ExternalSecret of the provider kubernetes.`,
            ]),
      ],
    };
  },
});

/** Its objects live where Kafka does: a namespace of its own would be ignored by the operators. */
function placeRefusals({ namespace }: TopicInput): Refusal[] {
  return namespace === undefined
    ? []
    : [
        {
          field: 'namespace',
          problem:
            'The operators of Kafka look in the namespace of Kafka alone.',
          allowed: 'No namespace: it is that of Kafka.',
        },
      ];
}

function topic(
  name: string,
  { partitions, replicas, retentionHours = 168 }: TopicInput,
  { kafka }: Conventions,
): Manifest {
  const copies = replicas ?? 3;
  return {
    apiVersion: kafka.apiVersion,
    kind: 'KafkaTopic',
    metadata: {
      name,
      namespace: kafka.namespace,
      labels: { 'strimzi.io/cluster': kafka.cluster },
      annotations: syncAnnotations(-2, ['Prune=false']),
    },
    spec: {
      partitions: partitions ?? 3,
      replicas: copies,
      config: {
        'retention.ms': retentionHours * 3_600_000,
        'min.insync.replicas': Math.max(1, copies - 1),
      },
    },
  };
}

function user(
  name: string,
  operations: string[],
  { kafka }: Conventions,
): Manifest {
  const acls = [
    {
      resource: { type: 'topic', name, patternType: 'literal' },
      operations,
    },
    // A reader keeps its place in a group of its own name.
    ...(operations.includes('Read')
      ? [
          {
            resource: { type: 'group', name, patternType: 'prefix' },
            operations: ['Read'],
          },
        ]
      : []),
  ];
  return {
    apiVersion: kafka.apiVersion,
    kind: 'KafkaUser',
    metadata: {
      name,
      namespace: kafka.namespace,
      labels: { 'strimzi.io/cluster': kafka.cluster },
      annotations: syncAnnotations(-2),
    },
    spec: {
      authentication: { type: 'scram-sha-512' },
      authorization: { type: 'simple', acls },
    },
  };
}
