import type { Resource } from '../../definition/resource';
import {
  degraded,
  failed,
  healthy,
  HealthContext,
  progressing,
  unknown,
  Verdict,
} from '../../judging/verdict';
import { plural } from './counts';
import type { DaemonSetFacts } from './daemon-set';
import { shortageOf } from './shortage';

export function judgeDaemonSet(
  { facts, meta }: Resource<DaemonSetFacts>,
  context: HealthContext,
): Verdict {
  const { desired, ready, updated, unavailable = 0, misscheduled = 0 } = facts;
  if (desired === undefined) {
    return unknown(
      'DaemonSetNotCounted',
      'The status does not say on how many nodes the pod should run.',
      {
        evidence: [{ path: 'status.desiredNumberScheduled', value: null }],
      },
    );
  }
  const figures = `ready on ${ready} of ${plural(desired, 'node')}`;
  const evidence = [
    { path: 'status.numberReady', value: ready },
    { path: 'status.desiredNumberScheduled', value: desired },
  ];
  const patience = context.thresholds.progressMinutes * 60_000;
  const due = meta.created === undefined ? undefined : meta.created + patience;
  const young = due !== undefined && context.now <= due;
  const starting = () =>
    progressing('DaemonSetRollingOut', `Starting: ${figures}.`, {
      evidence,
      recheckAt: due! + 1,
    });
  if (desired > 0 && ready === 0) {
    return young
      ? starting()
      : failed('DaemonSetDown', `The pod is ${figures}.`, { evidence });
  }
  if (misscheduled > 0) {
    return degraded(
      'DaemonSetMisscheduled',
      `The pod runs on ${plural(
        misscheduled,
        'node',
      )} where it should not; ${figures}.`,
      {
        evidence: [{ path: 'status.numberMisscheduled', value: misscheduled }],
      },
    );
  }
  if (desired === 0) {
    return healthy(
      'DaemonSetNoNodes',
      'No node is selected, so no pod is wanted.',
    );
  }
  const rolls = updated !== undefined && updated < desired && !facts.onDelete;
  let recheckAt: number | undefined;
  if (unavailable > 0 || ready < desired) {
    const { since, failing, fromPods } = shortageOf(meta, context, false);
    const overdue = since === undefined ? undefined : since + patience;
    const because = failing
      ? `; pod ${failing.meta.name}: ${failing.verdict.message}`
      : '.';
    // Without its pods a rollout cannot be told from one that is stuck: it is taken at its word.
    const taken = rolls && !(fromPods && failing);
    if (overdue !== undefined && context.now > overdue && !taken) {
      return degraded(
        'DaemonSetPodsMissing',
        `The pod is ${figures}, ${
          unavailable || desired - ready
        } unavailable${because}`,
        {
          evidence: [
            { path: 'status.numberUnavailable', value: unavailable },
            ...evidence,
          ],
        },
      );
    }
    recheckAt = taken || overdue === undefined ? undefined : overdue + 1;
    if (!rolls) {
      return progressing(
        'DaemonSetRollingOut',
        `The pod is ${figures}${because}`,
        {
          evidence,
          ...(recheckAt === undefined ? {} : { recheckAt }),
        },
      );
    }
  }
  if (rolls) {
    return progressing(
      'DaemonSetRollingOut',
      `Rolling out: ${updated} of ${desired} updated, ${figures}.`,
      {
        evidence: [
          { path: 'status.updatedNumberScheduled', value: updated },
          ...evidence,
        ],
        ...(recheckAt === undefined ? {} : { recheckAt }),
      },
    );
  }
  return healthy('DaemonSetReady', `The pod is ${figures}.`, {
    ...(facts.onDelete && updated !== undefined && updated < desired
      ? {
          warnings: [
            `${plural(
              desired - updated,
              'pod',
            )} of an older revision: they are replaced when deleted.`,
          ],
        }
      : {}),
  });
}
