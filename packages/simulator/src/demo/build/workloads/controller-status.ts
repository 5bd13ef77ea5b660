import { condition, ObjectFactory } from '../object-factory';

/** `progressDeadlineSeconds` of a Deployment. */
const PROGRESS_DEADLINE_MINUTES = 10;

export interface Counts {
  wanted: number;
  ready: number;
}

export function daemonSetStatus({ wanted, ready }: Counts): object {
  return {
    currentNumberScheduled: wanted,
    desiredNumberScheduled: wanted,
    numberAvailable: ready,
    numberReady: ready,
    numberMisscheduled: 0,
    updatedNumberScheduled: wanted,
    ...(wanted > ready ? { numberUnavailable: wanted - ready } : {}),
    observedGeneration: 1,
  };
}

export function statefulSetStatus(
  { wanted, ready }: Counts,
  revision: string,
): object {
  return {
    replicas: wanted,
    readyReplicas: ready,
    availableReplicas: ready,
    currentReplicas: wanted,
    updatedReplicas: wanted,
    currentRevision: revision,
    updateRevision: revision,
    collisionCount: 0,
    observedGeneration: 1,
  };
}

/** Since its roll-out so many minutes ago all its pods are ready, or none ever was. */
export function deploymentStatus(
  { wanted, ready }: Counts,
  rolledOutMinutes: number,
  make: ObjectFactory,
): object {
  const well = ready === wanted;
  const told = (
    type: string,
    minutes: number,
    reason: string,
    message: string,
  ) => {
    const at = make.ago(minutes);
    return {
      ...condition(type, well ? 'True' : 'False', at, reason, message),
      lastUpdateTime: at,
    };
  };
  return {
    replicas: wanted,
    updatedReplicas: wanted,
    ...(ready > 0 ? { readyReplicas: ready, availableReplicas: ready } : {}),
    ...(wanted > ready ? { unavailableReplicas: wanted - ready } : {}),
    observedGeneration: 1,
    conditions: [
      well
        ? told(
            'Available',
            rolledOutMinutes,
            'MinimumReplicasAvailable',
            'Deployment has minimum availability.',
          )
        : told(
            'Available',
            rolledOutMinutes,
            'MinimumReplicasUnavailable',
            'Deployment does not have minimum availability.',
          ),
      well
        ? told(
            'Progressing',
            rolledOutMinutes,
            'NewReplicaSetAvailable',
            'ReplicaSet has successfully progressed.',
          )
        : told(
            'Progressing',
            Math.max(0, rolledOutMinutes - PROGRESS_DEADLINE_MINUTES),
            'ProgressDeadlineExceeded',
            'ReplicaSet has timed out progressing.',
          ),
    ],
  };
}
