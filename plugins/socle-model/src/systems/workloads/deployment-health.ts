import type { Resource } from '../../definition/resource';
import {
  degraded,
  failed,
  healthy,
  HealthContext,
  progressing,
  Verdict,
} from '../../judging/verdict';
import { said } from '../../reading/conditions';
import { formatDuration } from '../../reading/times';
import { plural } from './counts';
import type { DeploymentFacts } from './deployment';

const MINUTE = 60_000;

export function judgeDeployment(
  deployment: Resource<DeploymentFacts>,
  context: HealthContext,
): Verdict {
  const { facts } = deployment;
  const { replicas, current, available } = facts;
  if (replicas === 0) {
    return judgeZero(facts);
  }
  const { replicaFailure } = facts;
  if (replicaFailure?.status === 'True') {
    const verdict = available === 0 ? failed : degraded;
    return verdict(
      'DeploymentReplicaFailure',
      `${available} of ${plural(
        replicas,
        'replica',
      )} available; pods cannot be created: ${said(replicaFailure)}`,
      {
        evidence: [
          {
            path: 'status.conditions[type=ReplicaFailure].message',
            value: said(replicaFailure),
          },
          { path: 'status.availableReplicas', value: available },
        ],
      },
    );
  }
  const down = available === 0 ? judgeDown(deployment, context) : undefined;
  if (down?.status === 'failed') {
    return down;
  }
  if (facts.progress?.status === 'False') {
    return degraded(
      'DeploymentRolloutStuck',
      `The rollout is stuck with ${available} of ${plural(
        replicas,
        'replica',
      )} available: ${said(facts.progress)}`,
      {
        evidence: [
          {
            path: 'status.conditions[type=Progressing].reason',
            value: facts.progress.reason ?? 'False',
          },
          { path: 'status.availableReplicas', value: available },
        ],
      },
    );
  }
  if (down) {
    return down;
  }
  if (facts.updated < replicas || current > facts.updated) {
    return rollingOut(facts, facts.progressAt);
  }
  if (available < replicas) {
    return judgeShortfall(deployment, context);
  }
  if (
    facts.availability !== undefined &&
    facts.availability.status !== 'True'
  ) {
    return rollingOut(facts, facts.availability.at);
  }
  return healthy(
    'DeploymentAvailable',
    `${available} of ${plural(replicas, 'replica')} available.`,
  );
}

function judgeZero(facts: DeploymentFacts): Verdict {
  return facts.current > 0
    ? progressing(
        'DeploymentRollingOut',
        `Scaling to zero: ${plural(facts.current, 'replica')} left.`,
        {
          evidence: [{ path: 'status.replicas', value: facts.current }],
          progressingSince: facts.progressAt,
        },
      )
    : healthy('DeploymentScaledToZero', 'Scaled to zero.');
}

function rollingOut(
  facts: DeploymentFacts,
  since: number | undefined,
): Verdict {
  const { replicas, updated, available, current } = facts;
  const old = current - updated;
  return progressing(
    'DeploymentRollingOut',
    `Rolling out: ${updated} of ${plural(
      replicas,
      'replica',
    )} updated, ${available} available${old > 0 ? `, ${old} old` : ''}.`,
    {
      evidence: [
        { path: 'status.updatedReplicas', value: updated },
        { path: 'status.availableReplicas', value: available },
      ],
      progressingSince: since,
    },
  );
}

/** No replica is available: since when is said by the condition Available, else by the creation. */
function judgeDown(
  { facts, meta }: Resource<DeploymentFacts>,
  context: HealthContext,
): Verdict {
  const { availability, replicas } = facts;
  const since =
    availability?.status === 'False'
      ? availability.at ?? meta.created
      : meta.created;
  const due =
    since === undefined
      ? undefined
      : since + context.thresholds.progressMinutes * MINUTE;
  if (due !== undefined && context.now > due) {
    return failed(
      'DeploymentUnavailable',
      `0 of ${plural(replicas, 'replica')} available for ${formatDuration(
        context.now - since!,
      )}.`,
      {
        evidence: [
          { path: 'status.availableReplicas', value: 0 },
          ...(availability
            ? [
                {
                  path: 'status.conditions[type=Available].message',
                  value: said(availability),
                },
              ]
            : []),
        ],
      },
    );
  }
  return {
    ...rollingOut(facts, since),
    ...(due === undefined ? {} : { recheckAt: due + 1 }),
  };
}

/** All replicas are of the newest revision, and some of them are not available. */
function judgeShortfall(
  { facts, meta }: Resource<DeploymentFacts>,
  context: HealthContext,
): Verdict {
  const { availability, progressAt, replicas, available } = facts;
  // Within maxUnavailable the condition stays True: then the last change that is known bounds the time.
  const since =
    availability?.status === 'False'
      ? availability.at ?? meta.created
      : Math.max(availability?.at ?? 0, progressAt ?? 0) || meta.created;
  const due =
    since === undefined
      ? undefined
      : since + context.thresholds.progressMinutes * MINUTE;
  if (due !== undefined && context.now > due) {
    return degraded(
      'DeploymentReplicasMissing',
      `${available} of ${plural(replicas, 'replica')} available.`,
      {
        evidence: [
          { path: 'status.availableReplicas', value: available },
          { path: 'spec.replicas', value: replicas },
        ],
      },
    );
  }
  return {
    ...rollingOut(facts, since),
    ...(due === undefined ? {} : { recheckAt: due + 1 }),
  };
}
