import type { Resource } from '../../definition/resource';
import {
  failed,
  HealthContext,
  holdingSince,
  progressing,
  unknown,
  Verdict,
} from '../../judging/verdict';
import { said } from '../../reading/conditions';
import { Finding, readContainer } from './container-state';
import { judgeEnded } from './pod-ended';
import type { PodFacts } from './pod-facts';
import { judgeUnreadiness } from './pod-readiness';
import { judgeRestarts } from './pod-restarts';
import { judgeSeal } from './pod-seal';
import { judgeStart } from './pod-start';
import { schedulingText } from './scheduling-causes';
import { withOldValues } from './secret-use';

const MINUTE = 60_000;

/** How a pod is, and since when by its own conditions where it is not ready. */
export function judgePod(
  pod: Resource<PodFacts>,
  context: HealthContext,
): Verdict {
  const verdict = judgeInOrder(pod, context);
  const { unscheduled, readiness } = pod.facts;
  return verdict.status === 'healthy'
    ? verdict
    : holdingSince(verdict, (unscheduled ?? readiness)?.at);
}

/** The rules in the order of what a person must know first. */
function judgeInOrder(
  pod: Resource<PodFacts>,
  context: HealthContext,
): Verdict {
  const { facts } = pod;
  if (facts.phase === 'Succeeded' || facts.phase === 'Failed') {
    return judgeEnded(pod, context);
  }
  const lost = judgeNode(pod, context) ?? judgeLost(pod);
  if (lost) {
    return lost;
  }
  if (facts.phase !== 'Running' && facts.phase !== 'Pending') {
    return unknown(
      'PodStateUnknown',
      `The phase is ${facts.phase ? `"${facts.phase}"` : 'not given'}${
        facts.statusReason
          ? ` (${facts.statusReason})${
              facts.statusMessage ? `: ${facts.statusMessage}` : '.'
            }`
          : '.'
      }`,
      {
        evidence: [{ path: 'status.phase', value: facts.phase ?? null }],
      },
    );
  }
  if (facts.unscheduled) {
    return judgeScheduling(pod, context);
  }
  const sealed = judgeSeal(facts);
  if (sealed) {
    return sealed;
  }
  if (facts.ready && facts.phase === 'Running') {
    return withOldValues(judgeRestarts(facts, context), facts, context);
  }
  return judgeContainers(pod, context);
}

/** What a pod on a silent node last said is not known to hold: it may run or not. */
function judgeNode(
  { facts }: Resource<PodFacts>,
  context: HealthContext,
): Verdict | undefined {
  if (!facts.nodeName) {
    return undefined;
  }
  const node = context.target('runsOn');
  if (node?.state === 'absent') {
    return unknown(
      'PodNodeGone',
      `Its node ${facts.nodeName} does not exist.`,
      {
        evidence: [{ path: 'spec.nodeName', value: facts.nodeName }],
      },
    );
  }
  if (
    node?.state === 'present' &&
    node.resource.verdict.reason === 'NodeSilent'
  ) {
    return unknown('PodNodeSilent', `Its node ${facts.nodeName} is silent.`, {
      evidence: [
        { path: 'spec.nodeName', value: facts.nodeName },
        {
          of: node.resource,
          path: 'status.conditions[type=Ready].status',
          value: 'Unknown',
        },
      ],
    });
  }
  return undefined;
}

/** How a cluster says it that did not read its nodes, or an older one. */
function judgeLost({ facts }: Resource<PodFacts>): Verdict | undefined {
  return facts.statusReason === 'NodeLost'
    ? unknown(
        'PodNodeSilent',
        `Its node ${facts.nodeName ? `${facts.nodeName} ` : ''}is silent${
          facts.statusMessage ? `: ${facts.statusMessage}` : '.'
        }`,
        { evidence: [{ path: 'status.reason', value: 'NodeLost' }] },
      )
    : undefined;
}

function judgeScheduling(
  pod: Resource<PodFacts>,
  context: HealthContext,
): Verdict {
  const { facts, meta } = pod;
  const scheduled = facts.unscheduled!;
  const evidence = [
    {
      path: 'status.conditions[type=PodScheduled].reason',
      value: scheduled.reason ?? scheduled.status,
    },
    {
      path: 'status.conditions[type=PodScheduled].message',
      value: said(scheduled),
    },
  ];
  if (scheduled.reason === 'SchedulingGated') {
    return progressing(
      'PodSchedulingGated',
      `Held back from scheduling: ${said(scheduled)}`,
      { evidence },
    );
  }
  const claims = unboundClaims(pod, context);
  const why = [
    schedulingText(said(scheduled)),
    ...claims.map(
      ({ meta: { name }, verdict }) => `Claim ${name}: ${verdict.message}`,
    ),
  ].join(' ');
  const since = scheduled.at ?? meta.created;
  const due =
    since === undefined
      ? -Infinity
      : since + context.thresholds.unschedulableGraceMinutes * MINUTE;
  return context.now > due
    ? failed('PodUnschedulable', `No node takes it: ${why}`, {
        evidence: [
          ...evidence,
          ...claims.map(claim => ({
            of: claim,
            path: 'status.phase',
            value: claim.facts.phase ?? null,
          })),
        ],
      })
    : progressing('PodStarting', `Not scheduled yet: ${why}`, {
        evidence,
        recheckAt: due + 1,
      });
}

/**
 * The claims that keep the pod from being scheduled. One that is bound is no reason, however it is; and one that waits
 * for this very pod says only what the pod says.
 */
function unboundClaims(
  pod: Resource,
  context: HealthContext,
): Resource<{ phase?: string }>[] {
  return context
    .targets<{ phase?: string }>('mounts')
    .flatMap(claim =>
      claim.state === 'present' &&
      claim.resource.verdict.status !== 'healthy' &&
      claim.resource.facts.phase !== 'Bound' &&
      !claim.resource.verdict.evidence?.some(({ of }) => of === pod)
        ? [claim.resource]
        : [],
    );
}

/** Init containers come first: the others wait for them. The first failure names the cause. */
function judgeContainers(
  pod: Resource<PodFacts>,
  context: HealthContext,
): Verdict {
  const { facts } = pod;
  const ofJob =
    pod.meta.owners?.some(
      ({ kind, controller }) => kind === 'Job' && controller,
    ) ?? false;
  const how = {
    finite: facts.restartPolicy !== undefined,
    // One that was asked to stop ends as it likes.
    failuresCount:
      facts.restartPolicy !== 'Never' &&
      !ofJob &&
      pod.meta.deleting === undefined,
  };
  const findings: Finding[] = [];
  for (const trouble of facts.troubles ?? []) {
    const finding = readContainer(trouble, how);
    if (finding) findings.push(finding);
  }
  const bad = findings.find(({ status }) => status === 'failed');
  if (bad) {
    return failed(bad.reason, bad.text, {
      evidence: [{ path: bad.path, value: bad.value }, ...bad.more],
    });
  }
  const unclear = findings.find(({ status }) => status === 'unknown');
  if (unclear) {
    return unknown(unclear.reason, unclear.text, {
      evidence: [{ path: unclear.path, value: unclear.value }, ...unclear.more],
    });
  }
  const waiting = findings.find(({ path }) =>
    /\.state(\.waiting\.reason)?$/.test(path),
  );
  if (waiting || facts.phase === 'Pending') {
    return judgeStart(pod, waiting, context);
  }
  const completed = findings[0];
  if (completed) {
    return progressing('PodStarting', completed.text, {
      evidence: [{ path: completed.path, value: completed.value }],
    });
  }
  return judgeUnreadiness(pod, context);
}
