import type { Resource } from '../../definition/resource';
import {
  degraded,
  failed,
  HealthContext,
  Verdict,
} from '../../judging/verdict';
import { plural } from './counts';
import type { DeploymentFacts } from './deployment';
import { lags } from './shortage';

const MINUTE = 60_000;

/** Everything needs names: who answers for them has no time to be away. A rollout keeps one that answers. */
export function judgeNames(
  { facts, meta }: Resource<DeploymentFacts>,
  { now, thresholds }: HealthContext,
): Verdict | undefined {
  const { replicas, available, updated } = facts;
  const evidence = [
    { path: 'status.availableReplicas', value: available },
    { path: 'spec.replicas', value: replicas },
  ];
  const since =
    facts.availability?.status === 'False' ? facts.availability.at : undefined;
  const young =
    meta.created !== undefined &&
    now <= meta.created + thresholds.progressMinutes * MINUTE;
  if (young || lags(meta)) {
    return undefined;
  }
  if (available === 0) {
    return failed(
      'DeploymentUnavailable',
      `Nobody answers for the names of the cluster, 0 of ${plural(
        replicas,
        'replica',
      )} available: whatever looks up a name fails.`,
      { evidence, since },
    );
  }
  return available < replicas && updated >= replicas
    ? degraded(
        'DeploymentReplicasMissing',
        `The names of the cluster are answered for by ${available} of ${plural(
          replicas,
          'replica',
        )}.`,
        { evidence, since },
      )
    : undefined;
}
