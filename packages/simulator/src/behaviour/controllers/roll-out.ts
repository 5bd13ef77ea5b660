import { at, Fields, KubeObject } from '../../storage/object';
import { Fresh } from './fresh';

/** How many pods a workload wants. */
export function replicasOf(object: KubeObject): number {
  return Number(at(object, 'spec', 'replicas') ?? 1);
}

/** The counts of a ReplicaSet. */
export function setStatus(wanted: number, ready: number): Fields {
  return {
    replicas: wanted,
    fullyLabeledReplicas: wanted,
    readyReplicas: ready || null,
    availableReplicas: ready || null,
    observedGeneration: 1,
  };
}

/** While a roll-out goes on, before its deadline. */
export function progressing({ metadata }: KubeObject, make: Fresh): Fields[] {
  const times = { lastTransitionTime: make.ago(), lastUpdateTime: make.ago() };
  return [
    {
      type: 'Available',
      status: 'False',
      reason: 'MinimumReplicasUnavailable',
      message: 'Deployment does not have minimum availability.',
      ...times,
    },
    {
      type: 'Progressing',
      status: 'True',
      reason: 'ReplicaSetUpdated',
      message: `ReplicaSet "${metadata.name}" is progressing.`,
      ...times,
    },
  ];
}
