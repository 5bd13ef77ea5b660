import type { Resource } from '../../definition/resource';
import {
  degraded,
  failed,
  healthy,
  HealthContext,
  holdingSince,
  progressing,
  Verdict,
} from '../../judging/verdict';
import { said } from '../../reading/conditions';
import { formatTime } from '../../reading/times';
import { isClusterDns } from '../../reading/cluster-dns';
import { judgeNames } from './cluster-names';
import { plural } from './counts';
import type { DeploymentFacts } from './deployment';
import { lags } from './shortage';

const MINUTE = 60_000;

export function judgeDeployment(
  deployment: Resource<DeploymentFacts>,
  context: HealthContext,
): Verdict {
  const { facts, meta } = deployment;
  const { replicas, current, available } = facts;
  const names = isClusterDns(meta) && judgeNames(deployment, context);
  if (names) {
    return names;
  }
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
    return judgeRollout(deployment, context);
  }
  if (available < replicas) {
    return judgeShortfall(deployment, context);
  }
  if (
    facts.availability !== undefined &&
    facts.availability.status !== 'True'
  ) {
    return rollingOut(facts);
  }
  return healthy(
    'DeploymentAvailable',
    `${available} of ${plural(replicas, 'replica')} available.`,
    replicas === 1 && isClusterDns(meta)
      ? {
          warnings: ['One replica alone answers for the names of the cluster.'],
        }
      : undefined,
  );
}

function judgeZero(facts: DeploymentFacts): Verdict {
  return facts.current > 0
    ? progressing(
        'DeploymentRollingOut',
        `Scaling to zero: ${plural(facts.current, 'replica')} left.`,
        {
          evidence: [{ path: 'status.replicas', value: facts.current }],
        },
      )
    : healthy('DeploymentScaledToZero', 'Scaled to zero.');
}

function rollingOut(facts: DeploymentFacts, recheckAt?: number): Verdict {
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
      ...(recheckAt === undefined ? {} : { recheckAt }),
    },
  );
}

/**
 * Since when replicas are missing: the condition Available says so while it is False. Within maxUnavailable it stays
 * True; then the last change that is known bounds the time.
 */
function missingSince(
  { facts, meta }: Resource<DeploymentFacts>,
  context: HealthContext,
): number | undefined {
  const { availability, progressAt } = facts;
  if (availability?.status === 'False') {
    return availability.at ?? meta.created;
  }
  // What is wanted now is not what the status speaks of.
  return lags(meta)
    ? context.now
    : Math.max(availability?.at ?? 0, progressAt ?? 0) || meta.created;
}

/** Applies a verdict once a state has lasted too long, and calls it a rollout until then. */
function afterPatience(
  deployment: Resource<DeploymentFacts>,
  context: HealthContext,
  since: number | undefined,
  verdict: (begun: string) => Verdict,
): Verdict {
  if (since === undefined) {
    return rollingOut(deployment.facts);
  }
  const due = since + context.thresholds.progressMinutes * MINUTE;
  return context.now > due
    ? holdingSince(verdict(formatTime(since)), since)
    : rollingOut(deployment.facts, due + 1);
}

function judgeDown(
  deployment: Resource<DeploymentFacts>,
  context: HealthContext,
): Verdict {
  const { availability, replicas } = deployment.facts;
  return afterPatience(
    deployment,
    context,
    missingSince(deployment, context),
    begun =>
      failed(
        'DeploymentUnavailable',
        `0 of ${plural(replicas, 'replica')} available since ${begun}.`,
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
      ),
  );
}

/** The controller has a deadline of its own; ours holds where that one is longer, or the controller does not run. */
function judgeRollout(
  deployment: Resource<DeploymentFacts>,
  context: HealthContext,
): Verdict {
  const { facts, meta } = deployment;
  const since = lags(meta) ? context.now : facts.progressAt ?? meta.created;
  return afterPatience(deployment, context, since, begun =>
    degraded(
      'DeploymentRolloutStuck',
      `The rollout has not moved since ${begun}: ${facts.updated} of ${plural(
        facts.replicas,
        'replica',
      )} updated, ${facts.available} available.`,
      {
        evidence: [
          { path: 'status.updatedReplicas', value: facts.updated },
          {
            path: 'status.conditions[type=Progressing].reason',
            value: facts.progress?.reason ?? null,
          },
        ],
      },
    ),
  );
}

/** All replicas are of the newest revision, and some of them are not available. */
function judgeShortfall(
  deployment: Resource<DeploymentFacts>,
  context: HealthContext,
): Verdict {
  const { replicas, available, availability } = deployment.facts;
  const evidence = [
    { path: 'status.availableReplicas', value: available },
    { path: 'spec.replicas', value: replicas },
  ];
  // Within maxUnavailable the condition stays True: then only the ReplicaSet knows since when, by its pods.
  const sets =
    availability?.status === 'True'
      ? context.incoming('ownedBy', 'apps/ReplicaSet').items
      : [];
  const short = sets.find(({ verdict }) =>
    ['degraded', 'failed'].includes(verdict.status),
  );
  if (short) {
    return degraded(
      'DeploymentReplicasMissing',
      `${short.meta.name}: ${short.verdict.message}`,
      { evidence, since: short.verdict.since },
    );
  }
  if (sets.some(({ verdict }) => verdict.status === 'progressing')) {
    return rollingOut(deployment.facts);
  }
  return afterPatience(
    deployment,
    context,
    missingSince(deployment, context),
    begun =>
      degraded(
        'DeploymentReplicasMissing',
        `${available} of ${plural(
          replicas,
          'replica',
        )} available, and nothing has changed since ${begun}.`,
        { evidence },
      ),
  );
}
