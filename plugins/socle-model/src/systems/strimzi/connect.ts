import { defineKind } from '../../definition/kind';
import { degraded, HealthContext, Verdict } from '../../judging/verdict';
import { stringAt } from '../../reading/raw';
import { bootstrapLink, ownerLinks } from './membership';
import {
  judgeReplicated,
  podsNotReady,
  ReplicatedFacts,
  replicatedFacts,
  replicatedReasons,
} from './replicated';
import { secretLinks } from './secret-names';
import { GROUP, pausedVerdict } from './strimzi-conditions';

type ConnectFacts = ReplicatedFacts & { bootstrap?: string; version?: string };

export const kafkaConnect = defineKind<ConnectFacts>({
  group: GROUP,
  kind: 'KafkaConnect',
  plural: 'kafkaconnects',
  versions: ['v1', 'v1beta2', 'v1beta1'],
  namespaced: true,
  reads: [
    'metadata.labels',
    'metadata.annotations',
    'spec.replicas',
    'spec.version',
    'spec.bootstrapServers',
    'spec.tls',
    'spec.authentication',
    'status',
  ],
  project: raw => ({
    ...replicatedFacts(raw, 'KafkaConnect'),
    bootstrap: stringAt(raw, 'spec', 'bootstrapServers'),
    version: stringAt(raw, 'spec', 'version'),
  }),
  links: resource => [
    ...ownerLinks(resource),
    ...secretLinks(resource.meta.namespace, resource.facts.secrets),
    ...bootstrapLink(resource.facts.bootstrap, resource.meta.namespace),
  ],
  suspended: ({ facts }) =>
    pausedVerdict(facts, 'KafkaConnectPaused', 'KafkaConnect'),
  health: ({ facts }, context) =>
    judgeReplicated(
      'KafkaConnect',
      facts,
      () => podsNotReady('KafkaConnect', context) ?? connectorsOf(context),
    ),
  reasons: [
    ...replicatedReasons('KafkaConnect'),
    {
      code: 'KafkaConnectConnectorsFailing',
      cause: 'It is ready, but connectors in it are not well.',
      evidence: 'status.connectorStatus of its KafkaConnectors',
    },
  ],
  shows: ['url', 'version', 'bootstrap', 'replicas', 'cluster'],
});

/** A KafkaConnect is Ready even when every connector in it has failed. */
function connectorsOf(context: HealthContext): Verdict | undefined {
  const { items } = context.incoming(
    'cluster',
    'kafka.strimzi.io/KafkaConnector',
  );
  const bad = items.filter(({ verdict }) =>
    ['failed', 'degraded'].includes(verdict.status),
  );
  return bad.length === 0
    ? undefined
    : degraded(
        'KafkaConnectConnectorsFailing',
        `${bad.length} of ${items.length} connectors are not well: ${bad
          .slice(0, 5)
          .map(({ meta }) => meta.name)
          .join(', ')}${bad.length > 5 ? ' …' : ''}.`,
        {
          evidence: bad.slice(0, 5).map(one => ({
            of: one,
            path: 'status.connectorStatus',
            value: one.verdict.status,
          })),
        },
      );
}
