import { defineSystem } from '../../definition/system';
import { CAUSES_FR } from './causes.fr';
import { cronJob } from './cron-job';
import { daemonSet } from './daemon-set';
import { deployment } from './deployment';
import { endpointSlice } from './endpoint-slice';
import { horizontalPodAutoscaler } from './horizontal-pod-autoscaler';
import { job } from './job';
import { pod } from './pod';
import { podDisruptionBudget } from './pod-disruption-budget';
import { replicaSet } from './replica-set';
import { replicationController } from './replication-controller';
import { service } from './service';
import { statefulSet } from './stateful-set';
import { verticalPodAutoscaler } from './vertical-pod-autoscaler';

export const workloads = defineSystem({
  id: 'workloads',
  title: 'Workloads',
  area: 'application',
  layer: 'application',
  description:
    'What runs in the cluster: pods, the sets and jobs that make them, and the services in front of them.',
  kinds: [
    pod,
    deployment,
    replicaSet,
    statefulSet,
    daemonSet,
    job,
    cronJob,
    service,
    endpointSlice,
    podDisruptionBudget,
    horizontalPodAutoscaler,
    verticalPodAutoscaler,
    replicationController,
  ],
  docs: 'https://kubernetes.io/docs/concepts/workloads/',
  translations: {
    fr: {
      title: 'Charges de travail',
      description:
        'Ce qui tourne dans le cluster : les pods, les ensembles et jobs qui les créent, et les services devant eux.',
      causes: CAUSES_FR,
    },
  },
});
