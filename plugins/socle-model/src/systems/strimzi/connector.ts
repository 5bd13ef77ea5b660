import { defineKind } from '../../definition/kind';
import { suspended } from '../../judging/verdict';
import { booleanAt, objectAt, RawObject, stringAt } from '../../reading/raw';
import { judgeConnector } from './connector-health';
import { connectorState, ConnectorState } from './connector-state';
import {
  clusterLink,
  ownerLinks,
  StrimziFacts,
  strimziFacts,
} from './membership';
import { GROUP, pausedVerdict, stateOf } from './strimzi-conditions';

export type ConnectorFacts = StrimziFacts & {
  class?: string;
  /** What the definition wants: running, paused, stopped. */
  wanted?: string;
  /** It does so by `pause`, the field before `state`. */
  byPause?: true;
  connector: ConnectorState;
};

export const kafkaConnector = defineKind<ConnectorFacts>({
  group: GROUP,
  kind: 'KafkaConnector',
  plural: 'kafkaconnectors',
  versions: ['v1', 'v1beta2', 'v1alpha1'],
  namespaced: true,
  reads: [
    'metadata.labels',
    'metadata.annotations',
    'spec.class',
    'spec.state',
    'spec.pause',
    'status',
  ],
  project: (raw: RawObject) => ({
    ...strimziFacts(raw, 'KafkaConnector'),
    class: stringAt(raw, 'spec', 'class'),
    ...wantedOf(raw),
    connector: connectorState(objectAt(raw, 'status', 'connectorStatus')),
  }),
  links: resource => [
    ...ownerLinks(resource),
    // One that has failed by itself takes its KafkaConnect down a step, and not the other way round.
    ...clusterLink(
      resource,
      'KafkaConnect',
      hasFailed(resource.facts) ? 'source' : 'target',
    ),
  ],
  suspended: ({ facts }) =>
    pausedVerdict(facts, 'KafkaConnectorPaused', 'KafkaConnector') ??
    ((facts.wanted === 'paused' || facts.wanted === 'stopped') &&
    !isBroken(facts)
      ? suspended(
          'KafkaConnectorHeld',
          `The definition asks for the connector to be ${facts.wanted}.`,
          {
            evidence: [
              facts.byPause
                ? { path: 'spec.pause', value: true }
                : { path: 'spec.state', value: facts.wanted },
            ],
          },
        )
      : undefined),
  health: ({ facts }, { now }) => judgeConnector(facts, now),
  reasons: [
    {
      code: 'KafkaConnectorRunning',
      cause: 'The connector and all its tasks run.',
      evidence: 'status.connectorStatus.tasks[].state',
      remedy: false,
    },
    {
      code: 'KafkaConnectorPending',
      cause: 'It is being started or moved between workers.',
      evidence: 'status.connectorStatus.connector.state',
      remedy: false,
    },
    {
      code: 'KafkaConnectorPaused',
      cause: 'Reconciliation is switched off on purpose.',
      evidence: 'metadata.annotations[strimzi.io/pause-reconciliation]',
      remedy: false,
    },
    {
      code: 'KafkaConnectorHeld',
      cause: 'The definition asks for it to be paused or stopped.',
      evidence: 'spec.state',
      remedy: false,
    },
    {
      code: 'KafkaConnectorNotReady',
      cause: 'The operator could not set the connector up.',
      evidence: 'status.conditions[type=NotReady].message',
    },
    {
      code: 'KafkaConnectorTasksFailed',
      cause: 'Tasks of the connector have failed.',
      evidence: 'status.connectorStatus.tasks[].state',
    },
    {
      code: 'KafkaConnectorFailed',
      cause: 'The connector itself has failed: nothing is moved.',
      evidence: 'status.connectorStatus.connector.state',
    },
    {
      code: 'KafkaConnectorHeldByHand',
      cause: 'It is paused or stopped although its definition says otherwise.',
      evidence: 'status.connectorStatus.connector.state',
    },
    {
      code: 'KafkaConnectorStateUnknown',
      cause: 'Its state is one that no rule knows.',
      evidence: 'status.connectorStatus.connector.state',
      remedy: false,
    },
  ],
  shows: ['class', 'cluster', 'connector'],
});

function wantedOf(raw: RawObject): Pick<ConnectorFacts, 'wanted' | 'byPause'> {
  const wanted = stringAt(raw, 'spec', 'state');
  return wanted === undefined && booleanAt(raw, 'spec', 'pause')
    ? { wanted: 'paused', byPause: true }
    : { wanted };
}

/** What went wrong is not what was asked for. */
function isBroken(facts: ConnectorFacts): boolean {
  return hasFailed(facts) || stateOf(facts) === 'notReady';
}

function hasFailed({ connector }: ConnectorFacts): boolean {
  return connector.state === 'FAILED' || connector.failedTasks > 0;
}
