import type { Resource } from '../../definition/resource';
import {
  degraded,
  healthy,
  HealthContext,
  progressing,
  unknown,
  Verdict,
} from '../../judging/verdict';
import { formatTime } from '../../reading/times';
import type { RebalanceFacts } from './rebalance';

/** The condition's type is the state; worst first, should an old one be left beside it. */
export const STATES = [
  'NotReady',
  'Stopped',
  'Rebalancing',
  'PendingProposal',
  'New',
  'ProposalReady',
  'Ready',
] as const;

export function judgeRebalance(
  { facts, meta }: Resource<RebalanceFacts>,
  context: HealthContext,
): Verdict {
  const { state, message, warnings } = facts;
  const said = message ? `: ${message}` : '.';
  const detail = {
    evidence: [
      { path: `status.conditions[type=${state}].status`, value: 'True' },
    ],
    ...(warnings ? { warnings } : {}),
  };
  switch (state) {
    case 'NotReady':
      return degraded('KafkaRebalanceNotReady', `The rebalance failed${said}`, {
        ...detail,
        since: facts.stateAt,
      });
    case 'Rebalancing':
      return progressing(
        'KafkaRebalanceRunning',
        'Partitions are being moved.',
        detail,
      );
    case 'ProposalReady':
      return facts.autoApproval
        ? progressing(
            'KafkaRebalanceRunning',
            'The proposal is approved by itself; moving is about to begin.',
            detail,
          )
        : healthy(
            'KafkaRebalanceProposalReady',
            'A proposal is there and waits for approval.',
            {
              warnings: [
                ...(warnings ?? []),
                'Nothing is moved until it is approved.',
              ],
            },
          );
    case 'Ready':
      return healthy('KafkaRebalanceReady', 'The rebalance is done.', {
        warnings,
      });
    case 'New':
    case 'PendingProposal':
    case undefined:
      return judgeProposing(facts, meta.created, context);
    default:
      return unknown(
        'KafkaRebalanceStateUnknown',
        `The state is "${state}", which no rule knows.`,
        detail,
      );
  }
}

function judgeProposing(
  { state, stateAt }: RebalanceFacts,
  created: number | undefined,
  context: HealthContext,
): Verdict {
  const since = stateAt ?? created;
  const due =
    since === undefined
      ? undefined
      : since + context.thresholds.progressMinutes * 60_000;
  const evidence = [
    {
      path: `status.conditions[type=${state ?? 'PendingProposal'}].status`,
      value: state ? 'True' : null,
    },
  ];
  return due !== undefined && context.now > due
    ? degraded(
        'KafkaRebalanceNoProposal',
        `No proposal since ${formatTime(since!)}.`,
        { evidence, since: due },
      )
    : progressing(
        'KafkaRebalanceProposing',
        'Cruise Control works out a proposal.',
        { evidence, ...(due === undefined ? {} : { recheckAt: due + 1 }) },
      );
}
