import type { Resource } from '../../definition/resource';
import {
  degraded,
  healthy,
  HealthContext,
  progressing,
  unknown,
  Verdict,
} from '../../judging/verdict';
import { said } from '../../reading/conditions';
import { formatTime } from '../../reading/times';
import { newestWarning } from './newest-warning';
import type { PodFacts } from './pod-facts';
import { judgeRecentEnd } from './pod-restarts';

/** The containers run or have ended as they may, and the pod is not ready all the same. */
export function judgeUnreadiness(
  pod: Resource<PodFacts>,
  context: HealthContext,
): Verdict {
  const { facts, meta } = pod;
  const { readiness, gates } = facts;
  const evidence = [
    {
      path: 'status.conditions[type=Ready].status',
      value: readiness?.status ?? null,
    },
    ...(readiness?.reason
      ? [
          {
            path: 'status.conditions[type=Ready].reason',
            value: readiness.reason,
          },
        ]
      : []),
  ];
  if (readiness?.reason === 'PodCompleted') {
    return healthy('PodSucceeded', 'All containers have done their work.');
  }
  if (readiness?.status !== 'False' && readiness?.status !== 'True') {
    return unknown(
      'PodStateUnknown',
      `The pod runs, and its readiness is ${
        readiness?.status ? `"${readiness.status}"` : 'not given'
      }.`,
      { evidence },
    );
  }
  // A container that ended a moment ago and is not ready again is more than slow.
  const recent = judgeRecentEnd(facts, context);
  if (recent) {
    return recent;
  }
  const gated =
    readiness.reason === 'ReadinessGatesNotReady' && gates !== undefined;
  const what = gated
    ? `Waits for ${gates.join(', ')}: ${said(readiness)}`
    : `Not ready: ${unready(facts)}`;
  const since = readiness.at ?? meta.created;
  const due =
    since === undefined
      ? undefined
      : since + context.thresholds.progressMinutes * 60_000;
  if (due === undefined || context.now <= due) {
    return progressing('PodStarting', what, {
      evidence,
      ...(due === undefined ? {} : { recheckAt: due + 1 }),
    });
  }
  const probe = gated
    ? undefined
    : newestWarning(context, meta, ['Unhealthy'])?.facts.note;
  return degraded(
    gated ? 'PodReadinessGateClosed' : 'PodNotReady',
    `Since ${formatTime(since!)}: ${what}${probe ? ` (${probe})` : ''}`,
    {
      evidence: gated
        ? [...evidence, { path: 'spec.readinessGates', value: gates }]
        : evidence,
    },
  );
}

function unready({ readiness, troubles = [] }: PodFacts): string {
  const lasting = troubles.filter(({ init }) => !init);
  const runs = lasting
    .filter(({ state }) => state === 'running')
    .map(({ name }) => name)
    .join(', ');
  const parts = [
    ...lasting
      .filter(({ state }) => state === 'terminated')
      .map(
        ({ name, exitCode }) =>
          `${name} has ended${
            exitCode === undefined ? '' : ` with exit code ${exitCode}`
          }`,
      ),
    ...(runs ? [`${runs} runs and does not pass its readiness probe`] : []),
  ];
  return parts.length > 0 ? `${parts.join(', ')}.` : said(readiness!);
}
