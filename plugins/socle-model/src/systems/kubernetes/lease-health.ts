import type { Resource } from '../../definition/resource';
import {
  degraded,
  failed,
  healthy,
  HealthContext,
  progressing,
  unknown,
  Verdict,
  VerdictEvidence,
} from '../../judging/verdict';
import { formatTime } from '../../reading/times';
import type { LeaseFacts } from './lease';

const HOUR = 3_600_000;

type Duty = 'node' | 'controlPlane' | 'apiserver' | 'announcement' | 'operator';

/** A heartbeat, a leadership or an announcement: one shape, and a different promise each. */
export function judgeLease(
  lease: Resource<LeaseFacts>,
  context: HealthContext,
): Verdict {
  const { facts, meta } = lease;
  const duty = dutyOf(lease);
  const { renewTime: renewed, duration } = facts;
  if (renewed === undefined || duration === undefined || duration < 0) {
    return unknown(
      'LeaseNotReadable',
      `The lease does not say ${
        renewed === undefined ? 'when it was renewed' : 'for how long it holds'
      }.`,
      {
        evidence: [
          {
            path:
              renewed === undefined
                ? 'spec.renewTime'
                : 'spec.leaseDurationSeconds',
            value: null,
          },
        ],
      },
    );
  }
  const evidence: VerdictEvidence[] = [
    { path: 'spec.renewTime', value: formatTime(renewed) },
    { path: 'spec.leaseDurationSeconds', value: duration },
  ];
  if (duty !== 'node' && facts.holder === undefined) {
    return judgeReleased(renewed, context);
  }
  const { nodeHeartbeatSeconds, leaseSkewSeconds } = context.thresholds;
  const allowed =
    duty === 'node' ? nodeHeartbeatSeconds : duration + leaseSkewSeconds;
  const due = renewed + allowed * 1000;
  if (context.now > due) {
    return late(duty, meta.name, facts.holder ?? meta.name, renewed, evidence);
  }
  const recheckAt = due + 1;
  const node = context.target('heldBy');
  if (node?.state === 'present' && node.resource.verdict.status === 'failed') {
    return degraded(
      'LeaseHolderNotReady',
      `Node ${facts.holder} announces the address but does not work: ${node.resource.verdict.message}`,
      {
        evidence: [{ path: 'spec.holderIdentity', value: facts.holder }],
        recheckAt,
      },
    );
  }
  // A rate can be read from one object only while the lease itself is younger than the hour that the rule speaks of.
  const { transitions = 0 } = facts;
  const young =
    meta.created !== undefined && context.now - meta.created <= HOUR;
  if (young && transitions > context.thresholds.leaderChangesPerHour) {
    return degraded(
      'LeaseLeaderChangesOften',
      `The leader has changed ${transitions} times since ${formatTime(
        meta.created!,
      )}.`,
      {
        evidence: [{ path: 'spec.leaseTransitions', value: transitions }],
        recheckAt,
      },
    );
  }
  return healthy(
    'LeaseHeld',
    duty === 'node'
      ? 'The heartbeat of the node is in time.'
      : `The holder is ${facts.holder}.`,
    { recheckAt },
  );
}

/** What depends on the lease, by its namespace and name. */
export function dutyOf({ meta, facts }: Resource<LeaseFacts>): Duty {
  if (meta.namespace === 'kube-node-lease') return 'node';
  if (meta.name.startsWith('cilium-l2announce-')) return 'announcement';
  if (facts.identity) return 'apiserver';
  return meta.namespace === 'kube-system' &&
    (meta.name === 'kube-controller-manager' || meta.name === 'kube-scheduler')
    ? 'controlPlane'
    : 'operator';
}

function judgeReleased(renewed: number, context: HealthContext): Verdict {
  const evidence = [
    { path: 'spec.holderIdentity', value: '' },
    { path: 'spec.renewTime', value: formatTime(renewed) },
  ];
  const due = renewed + context.thresholds.leaseReleasedSeconds * 1000;
  return context.now > due
    ? failed(
        'LeaseReleased',
        `The leader stepped down at ${formatTime(
          renewed,
        )} and nobody has taken over.`,
        { evidence },
      )
    : progressing(
        'LeaseReleased',
        'The leader has stepped down; another one is to take over.',
        {
          evidence,
          recheckAt: due + 1,
        },
      );
}

function late(
  duty: Duty,
  name: string,
  holder: string,
  renewed: number,
  evidence: VerdictEvidence[],
): Verdict {
  const since = formatTime(renewed);
  switch (duty) {
    case 'node':
      return degraded(
        'LeaseNodeHeartbeatLate',
        `The heartbeat of node ${holder} is late: last renewed at ${since}.`,
        { evidence },
      );
    case 'controlPlane':
      return failed(
        'LeaseNoActiveLeader',
        `No active leader since ${since}: nothing is ${
          name === 'kube-scheduler' ? 'scheduled' : 'reconciled'
        }.`,
        { evidence },
      );
    case 'announcement':
      return failed(
        'LeaseAnnouncementExpired',
        `Node ${holder} stopped announcing the address at ${since}: nobody answers for it.`,
        { evidence },
      );
    case 'apiserver':
      return degraded(
        'LeaseApiserverGone',
        `The apiserver ${holder} has not renewed its identity since ${since}.`,
        { evidence },
      );
    default:
      return degraded(
        'LeaseOperatorSilent',
        `The leader ${holder} has not renewed since ${since}: its operator reconciles nothing.`,
        { evidence },
      );
  }
}
