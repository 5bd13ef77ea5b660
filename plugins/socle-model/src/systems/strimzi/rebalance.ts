import { defineKind } from '../../definition/kind';
import { suspended } from '../../judging/verdict';
import { condition, conditionsAt } from '../../reading/conditions';
import { annotationAt, RawObject, stringAt } from '../../reading/raw';
import {
  clusterLink,
  ownerLinks,
  StrimziFacts,
  strimziFacts,
} from './membership';
import { judgeRebalance, STATES } from './rebalance-health';
import { GROUP, pausedVerdict } from './strimzi-conditions';

export type RebalanceFacts = StrimziFacts & {
  state?: string;
  stateAt?: number;
  message?: string;
  mode?: string;
  template?: boolean;
  /** Approved without a person. */
  autoApproval?: boolean;
};

export const kafkaRebalance = defineKind<RebalanceFacts>({
  group: GROUP,
  kind: 'KafkaRebalance',
  plural: 'kafkarebalances',
  versions: ['v1', 'v1beta2', 'v1alpha1'],
  namespaced: true,
  // Moving partitions takes as long as the data takes.
  patienceMinutes: 0,
  reads: ['metadata.labels', 'metadata.annotations', 'spec.mode', 'status'],
  project,
  links: resource => [
    ...ownerLinks(resource),
    ...clusterLink(resource, 'Kafka', 'target'),
  ],
  suspended: ({ facts }) =>
    facts.template
      ? suspended(
          'KafkaRebalanceTemplate',
          'A template for automatic rebalancing: nothing runs by itself.',
          {
            evidence: [
              {
                path: 'metadata.annotations[strimzi.io/rebalance-template]',
                value: 'true',
              },
            ],
          },
        )
      : pausedVerdict(facts, 'KafkaRebalancePaused', 'KafkaRebalance') ??
        (facts.state === 'Stopped'
          ? suspended(
              'KafkaRebalanceStopped',
              'The rebalance was stopped; partitions stay as far as they were moved.',
              {
                evidence: [
                  { path: 'status.conditions[].type', value: 'Stopped' },
                ],
              },
            )
          : undefined),
  health: judgeRebalance,
  reasons: [
    {
      code: 'KafkaRebalanceReady',
      cause: 'The rebalance is done.',
      evidence: 'status.conditions[type=Ready].status',
      remedy: false,
    },
    {
      code: 'KafkaRebalanceProposalReady',
      cause: 'The proposal waits for approval.',
      evidence: 'status.conditions[type=ProposalReady].status',
      remedy: false,
    },
    {
      code: 'KafkaRebalanceProposing',
      cause: 'Cruise Control works out a proposal.',
      evidence: 'status.conditions[type=PendingProposal].status',
      remedy: false,
    },
    {
      code: 'KafkaRebalanceRunning',
      cause: 'Partitions are being moved.',
      evidence: 'status.conditions[type=Rebalancing].status',
      remedy: false,
    },
    {
      code: 'KafkaRebalanceStopped',
      cause: 'It was stopped on purpose.',
      evidence: 'status.conditions[type=Stopped].status',
      remedy: false,
    },
    {
      code: 'KafkaRebalancePaused',
      cause: 'Reconciliation is switched off on purpose.',
      evidence: 'metadata.annotations[strimzi.io/pause-reconciliation]',
      remedy: false,
    },
    {
      code: 'KafkaRebalanceTemplate',
      cause: 'A template that automatic rebalancing copies.',
      evidence: 'metadata.annotations[strimzi.io/rebalance-template]',
      remedy: false,
    },
    {
      code: 'KafkaRebalanceNoProposal',
      cause: 'Cruise Control has given no proposal for too long.',
      evidence: 'status.conditions[type=PendingProposal].lastTransitionTime',
    },
    {
      code: 'KafkaRebalanceNotReady',
      cause: 'The rebalance failed.',
      evidence: 'status.conditions[type=NotReady].message',
    },
    {
      code: 'KafkaRebalanceStateUnknown',
      cause: 'Its state is one that no rule knows.',
      evidence: 'status.conditions',
      remedy: false,
    },
  ],
  shows: ['mode', 'cluster', 'ready', 'notReady'],
});

function project(raw: RawObject): RebalanceFacts {
  const conditions = conditionsAt(raw).filter(
    ({ status }) => status === 'True',
  );
  const own =
    STATES.map(type => condition(conditions, type)).find(Boolean) ??
    conditions.find(
      ({ type }) => type !== 'Warning' && type !== 'ReconciliationPaused',
    );
  const template = annotationAt(raw, 'strimzi.io/rebalance-template');
  const approval = annotationAt(raw, 'strimzi.io/rebalance-auto-approval');
  return {
    ...strimziFacts(raw, 'KafkaRebalance'),
    state: own?.type,
    stateAt: own?.at,
    message: own?.message ?? own?.reason,
    mode: stringAt(raw, 'spec', 'mode'),
    ...(template === 'true' ? { template: true } : {}),
    ...(approval === 'true' ? { autoApproval: true } : {}),
  };
}
