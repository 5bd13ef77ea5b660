import type { ReasonDefinition } from '../../definition/kind';
import type { Resource } from '../../definition/resource';
import {
  degraded,
  failed,
  healthy,
  HealthContext,
  progressing,
  Verdict,
} from '../../judging/verdict';
import {
  Condition,
  condition,
  conditionsAt,
  said,
} from '../../reading/conditions';
import { RawObject } from '../../reading/raw';
import { formatTime } from '../../reading/times';
import { countAt, plural, wantedAt } from './counts';
import { shortageOf } from './shortage';

export type ReplicaKind = 'ReplicaSet' | 'ReplicationController';

export type ReplicaFacts = {
  replicas: number;
  available: number;
  current?: number;
  replicaFailure?: Condition;
};

export function projectReplicas(raw: RawObject): ReplicaFacts {
  return {
    replicas: wantedAt(raw),
    available: countAt(raw, 'status', 'availableReplicas'),
    current: countAt(raw, 'status', 'replicas') || undefined,
    replicaFailure: condition(conditionsAt(raw), 'ReplicaFailure'),
  };
}

export function replicaReasons(word: ReplicaKind): ReasonDefinition[] {
  return [
    {
      code: `${word}Available`,
      cause: 'All wanted pods are available.',
      evidence: 'status.availableReplicas',
      remedy: false,
    },
    {
      code: `${word}ScaledToZero`,
      cause: 'No pods are wanted: an old revision, or scaled down.',
      evidence: 'spec.replicas',
      remedy: false,
    },
    {
      code: `${word}Starting`,
      cause: 'Pods are being started or stopped.',
      evidence: 'status.availableReplicas',
      remedy: false,
    },
    {
      code: `${word}PodsMissing`,
      cause: 'Fewer pods are available than wanted.',
      evidence: 'status.availableReplicas',
    },
    {
      code: `${word}ReplicaFailure`,
      cause: 'Pods of the revision cannot be created.',
      evidence: 'status.conditions[type=ReplicaFailure].message',
    },
  ];
}

/**
 * A ReplicaSet, or the ReplicationController that came before it: figures of the same names and promises. `word` begins
 * the reasons.
 */
export function judgeReplicas(
  word: ReplicaKind,
  { facts, meta }: Resource<ReplicaFacts>,
  context: HealthContext,
): Verdict {
  const { replicas, available, current = 0, replicaFailure } = facts;
  if (replicas === 0) {
    return current > 0
      ? progressing(
          `${word}Starting`,
          `Scaling to zero: ${plural(current, 'pod')} left.`,
          {
            evidence: [{ path: 'status.replicas', value: current }],
          },
        )
      : healthy(`${word}ScaledToZero`, 'Scaled to zero.');
  }
  const evidence = [
    { path: 'status.availableReplicas', value: available },
    { path: 'spec.replicas', value: replicas },
  ];
  const short = available === 0 ? failed : degraded;
  if (replicaFailure?.status === 'True') {
    return short(
      `${word}ReplicaFailure`,
      `${available} of ${plural(
        replicas,
        'pod',
      )} available; pods cannot be created: ${said(replicaFailure)}`,
      {
        evidence: [
          {
            path: 'status.conditions[type=ReplicaFailure].message',
            value: said(replicaFailure),
          },
          ...evidence,
        ],
      },
    );
  }
  if (available >= replicas) {
    return healthy(
      `${word}Available`,
      `${available} of ${plural(replicas, 'pod')} available.`,
    );
  }
  const {
    since,
    failing,
    unwell = [],
  } = shortageOf(meta, context, available === 0);
  const due =
    since === undefined
      ? undefined
      : since + context.thresholds.progressMinutes * 60_000;
  const because = failing
    ? `; pod ${failing.meta.name}: ${failing.verdict.message}`
    : '.';
  if (due !== undefined && context.now > due) {
    return short(
      `${word}PodsMissing`,
      `${available} of ${plural(replicas, 'pod')} available since ${formatTime(
        since!,
      )}${because}`,
      {
        evidence: [
          ...evidence,
          // What is mild for a pod takes the whole set down where it is the only one.
          ...unwell.map(pod => ({
            of: pod,
            path: 'status.conditions[type=Ready].status',
            value: 'False',
          })),
        ],
      },
    );
  }
  return progressing(
    `${word}Starting`,
    `${available} of ${plural(replicas, 'pod')} available${because}`,
    {
      evidence,
      ...(due === undefined ? {} : { recheckAt: due + 1 }),
    },
  );
}
