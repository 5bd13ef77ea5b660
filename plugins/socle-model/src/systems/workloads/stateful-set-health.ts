import type { Resource } from '../../definition/resource';
import {
  degraded,
  failed,
  healthy,
  HealthContext,
  progressing,
  Verdict,
} from '../../judging/verdict';
import { formatTime } from '../../reading/times';
import { plural } from './counts';
import { newestWarning } from './newest-warning';
import { Shortage, shortageOf } from './shortage';
import type { StatefulSetFacts } from './stateful-set';

export function judgeStatefulSet(
  set: Resource<StatefulSetFacts>,
  context: HealthContext,
): Verdict {
  const { facts } = set;
  const { replicas, ready, current = 0 } = facts;
  if (replicas === 0) {
    return current > 0
      ? progressing(
          'StatefulSetStarting',
          `Scaling to zero: ${plural(current, 'pod')} left.`,
          {
            evidence: [{ path: 'status.replicas', value: current }],
          },
        )
      : healthy('StatefulSetScaledToZero', 'Scaled to zero.');
  }
  if (ready < replicas) {
    return judgeMissing(set, context);
  }
  const figures = `${ready} of ${plural(replicas, 'pod')} ready`;
  const old = oldPods(facts);
  if (old > 0 && !facts.onDelete) {
    return progressing(
      'StatefulSetRollingOut',
      `Rolling out: ${plural(old, 'pod')} to be replaced, ${figures}.`,
      {
        evidence: [
          { path: 'status.updatedReplicas', value: facts.updated ?? 0 },
        ],
      },
    );
  }
  if (facts.available !== undefined && facts.available < replicas) {
    return progressing(
      'StatefulSetStarting',
      `${figures}, ${facts.available} available.`,
      {
        evidence: [
          { path: 'status.availableReplicas', value: facts.available },
        ],
      },
    );
  }
  if (current > replicas) {
    return progressing(
      'StatefulSetStarting',
      `Scaling down to ${replicas}: ${plural(current, 'pod')} left.`,
      {
        evidence: [{ path: 'status.replicas', value: current }],
      },
    );
  }
  return healthy('StatefulSetReady', `${figures}.`, {
    ...(old > 0
      ? {
          warnings: [
            `${plural(
              old,
              'pod',
            )} of an older revision: they are replaced when deleted.`,
          ],
        }
      : {}),
  });
}

/** Pods that the newest revision has yet to replace; what a partition holds back on purpose is not counted. */
function oldPods({
  replicas,
  updated,
  revisionsDiffer,
  partition = 0,
}: StatefulSetFacts): number {
  if (!revisionsDiffer) {
    return 0;
  }
  return Math.max(0, replicas - partition - (updated ?? 0));
}

function judgeMissing(
  set: Resource<StatefulSetFacts>,
  context: HealthContext,
): Verdict {
  const { facts, meta } = set;
  const { replicas, ready } = facts;
  const pods = shortageOf(meta, context, ready === 0);
  const cause = newestWarning(context, meta, ['FailedCreate'])?.facts.note;
  const figures = `${ready} of ${plural(replicas, 'pod')} ready`;
  const evidence = [
    { path: 'status.readyReplicas', value: ready },
    { path: 'spec.replicas', value: replicas },
    ...(pods.failing
      ? [
          {
            of: pods.failing,
            path: 'status.phase',
            value: pods.failing.facts.phase ?? null,
          },
        ]
      : []),
  ];
  const because = becauseOf(pods, cause);
  const old = oldPods(facts);
  const due =
    pods.since === undefined
      ? undefined
      : pods.since + context.thresholds.progressMinutes * 60_000;
  const overdue = due !== undefined && context.now > due;
  const recheck = due !== undefined && !overdue ? { recheckAt: due + 1 } : {};
  // Without its pods a rollout cannot be told from one that is stuck: it is taken at its word.
  const rollingOut = old > 0 && ready > 0 && pods.failing === undefined;
  if (rollingOut && !(overdue && pods.fromPods)) {
    return progressing(
      'StatefulSetRollingOut',
      `Rolling out: ${plural(old, 'pod')} to be replaced, ${figures}${because}`,
      {
        evidence,
        ...recheck,
      },
    );
  }
  if (!overdue) {
    return progressing('StatefulSetStarting', `${figures}${because}`, {
      evidence,
      ...recheck,
    });
  }
  const lasting = `${figures} since ${formatTime(pods.since!)}${because}`;
  if (ready > 0) {
    return degraded('StatefulSetPodsMissing', lasting, { evidence });
  }
  return (pods.failing ? failed : degraded)('StatefulSetDown', lasting, {
    evidence,
  });
}

function becauseOf({ failing }: Shortage, refused: string | undefined): string {
  if (failing) {
    return `; pod ${failing.meta.name}: ${failing.verdict.message}`;
  }
  return refused ? `: ${refused}` : '.';
}
