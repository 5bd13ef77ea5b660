import { defineKind } from '../../definition/kind';
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
import { formatDuration } from '../../reading/times';
import { countAt, wantedAt, plural } from './counts';
import { ownedBy } from './ownership';
import { shortageOf } from './shortage';

export type ReplicaSetFacts = {
  replicas: number;
  available: number;
  current?: number;
  replicaFailure?: Condition;
};

export const replicaSet = defineKind<ReplicaSetFacts>({
  group: 'apps',
  kind: 'ReplicaSet',
  plural: 'replicasets',
  versions: ['v1'],
  namespaced: true,
  // Its rules say for how long each state may last.
  patienceMinutes: 0,
  reads: ['spec.replicas', 'status'],
  project: raw => ({
    replicas: wantedAt(raw),
    available: countAt(raw, 'status', 'availableReplicas'),
    current: countAt(raw, 'status', 'replicas') || undefined,
    replicaFailure: condition(conditionsAt(raw), 'ReplicaFailure'),
  }),
  links: ({ meta }) => ownedBy(meta),
  health: judgeReplicaSet,
  reasons: [
    {
      code: 'ReplicaSetAvailable',
      cause: 'All wanted pods are available.',
      evidence: 'status.availableReplicas',
      remedy: false,
    },
    {
      code: 'ReplicaSetScaledToZero',
      cause: 'No pods are wanted: an old revision, or scaled down.',
      evidence: 'spec.replicas',
      remedy: false,
    },
    {
      code: 'ReplicaSetStarting',
      cause: 'Pods are being started or stopped.',
      evidence: 'status.availableReplicas',
      remedy: false,
    },
    {
      code: 'ReplicaSetPodsMissing',
      cause: 'Fewer pods are available than wanted.',
      evidence: 'status.availableReplicas',
    },
    {
      code: 'ReplicaSetReplicaFailure',
      cause: 'Pods of the revision cannot be created.',
      evidence: 'status.conditions[type=ReplicaFailure].message',
    },
  ],
  shows: ['replicas', 'available'],
});

function judgeReplicaSet(
  { facts, meta }: Resource<ReplicaSetFacts>,
  context: HealthContext,
): Verdict {
  const { replicas, available, current = 0, replicaFailure } = facts;
  if (replicas === 0) {
    return current > 0
      ? progressing(
          'ReplicaSetStarting',
          `Scaling to zero: ${plural(current, 'pod')} left.`,
          {
            evidence: [{ path: 'status.replicas', value: current }],
          },
        )
      : healthy('ReplicaSetScaledToZero', 'Scaled to zero.');
  }
  const evidence = [
    { path: 'status.availableReplicas', value: available },
    { path: 'spec.replicas', value: replicas },
  ];
  const short = available === 0 ? failed : degraded;
  if (replicaFailure?.status === 'True') {
    return short(
      'ReplicaSetReplicaFailure',
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
      'ReplicaSetAvailable',
      `${available} of ${plural(replicas, 'pod')} available.`,
    );
  }
  const { since, failing } = shortageOf(meta, context, available === 0);
  const due =
    since === undefined
      ? undefined
      : since + context.thresholds.progressMinutes * 60_000;
  const because = failing
    ? `; pod ${failing.meta.name}: ${failing.verdict.message}`
    : '.';
  if (due !== undefined && context.now > due) {
    return short(
      'ReplicaSetPodsMissing',
      `${available} of ${plural(
        replicas,
        'pod',
      )} available for ${formatDuration(context.now - since!)}${because}`,
      { evidence },
    );
  }
  return progressing(
    'ReplicaSetStarting',
    `${available} of ${plural(replicas, 'pod')} available${because}`,
    {
      evidence,
      ...(due === undefined ? {} : { recheckAt: due + 1 }),
    },
  );
}
