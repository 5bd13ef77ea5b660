import { defineKind } from '../../definition/kind';
import { suspended } from '../../judging/verdict';
import { Condition, condition, conditionsAt } from '../../reading/conditions';
import { booleanAt, objectsAt, RawObject } from '../../reading/raw';
import { timeAt } from '../../reading/times';
import { countAt, wantedAt, templateImages } from './counts';
import { judgeDeployment } from './deployment-health';
import { managedBy, ownedBy, trackingIdOf } from '../../definition/ownership';
import { databaseKeys, storageLinks, withStorage } from './database-storage';
import { databaseAt, DatabaseFacts } from '../../reading/databases';
import {
  ingressControllerKey,
  ingressControllersAt,
} from '../../reading/ingress-controllers';

export type DeploymentFacts = {
  replicas: number;
  current: number;
  updated: number;
  ready: number;
  available: number;
  paused?: boolean;
  availability?: Condition;
  progress?: Condition;
  /** When the rollout last got further. */
  progressAt?: number;
  replicaFailure?: Condition;
  images: string[];
  /** The names by which it serves Ingresses. */
  ingressControllers?: string[];
  /** Set where its image is a database's: the workload is then an instance of it. */
  database?: DatabaseFacts;
  trackingId?: string;
};

export const deployment = defineKind<DeploymentFacts>({
  group: 'apps',
  kind: 'Deployment',
  plural: 'deployments',
  versions: ['v1'],
  namespaced: true,
  // Its rules say for how long each state may last.
  patienceMinutes: 0,
  reads: [
    'metadata.annotations',
    'metadata.labels',
    'spec.replicas',
    'spec.paused',
    'spec.template.spec.containers.image',
    'spec.template.spec.containers.command',
    'spec.template.spec.containers.args',
    'spec.template.spec.containers.env.name',
    'spec.template.spec.containers.env.value',
    'spec.template.spec.initContainers.image',
    'status',
  ],
  project: projectDeployment,
  provides: ({ meta, facts }) => [
    ...databaseKeys(meta, facts.database),
    ...(facts.ingressControllers ?? []).map(ingressControllerKey),
  ],
  links: ({ meta, facts }) => [
    ...ownedBy(meta),
    ...managedBy(facts.trackingId),
    ...storageLinks(meta, facts.database),
  ],
  suspended: ({ facts }) =>
    facts.paused
      ? suspended('DeploymentPaused', 'Rollouts are paused.', {
          evidence: [{ path: 'spec.paused', value: true }],
        })
      : undefined,
  health: (resource, context) =>
    withStorage(
      judgeDeployment(resource, context),
      'DeploymentDataNotShared',
      resource.facts.database,
      resource.facts.replicas,
      context,
    ),
  reasons: [
    {
      code: 'DeploymentDataNotShared',
      cause: 'Several pods run a database that each keeps data of its own.',
      evidence: 'spec.template.spec.containers',
    },
    {
      code: 'DeploymentAvailable',
      cause: 'All replicas are up to date and available.',
      evidence: 'status.availableReplicas',
      remedy: false,
    },
    {
      code: 'DeploymentScaledToZero',
      cause: 'No replicas are wanted.',
      evidence: 'spec.replicas',
      remedy: false,
    },
    {
      code: 'DeploymentPaused',
      cause: 'Rollouts are switched off on purpose.',
      evidence: 'spec.paused',
      remedy: false,
    },
    {
      code: 'DeploymentRollingOut',
      cause: 'Replicas are being replaced or started.',
      evidence: 'status.updatedReplicas',
      remedy: false,
    },
    {
      code: 'DeploymentRolloutStuck',
      cause: 'The rollout has passed its deadline.',
      evidence: 'status.conditions[type=Progressing].reason',
    },
    {
      code: 'DeploymentReplicaFailure',
      cause: 'Pods of the Deployment cannot be created.',
      evidence: 'status.conditions[type=ReplicaFailure].message',
    },
    {
      code: 'DeploymentUnavailable',
      cause: 'No replica is available.',
      evidence: 'status.availableReplicas',
    },
    {
      code: 'DeploymentReplicasMissing',
      cause: 'Fewer replicas are available than wanted.',
      evidence: 'status.availableReplicas',
    },
  ],
  shows: ['replicas', 'ready', 'available', 'images', 'database', 'trackingId'],
});

function projectDeployment(raw: RawObject): DeploymentFacts {
  const ingressControllers = ingressControllersAt(raw);
  const conditions = conditionsAt(raw);
  const progress = condition(conditions, 'Progressing');
  const progressRaw = objectsAt(raw, 'status', 'conditions').find(
    ({ type }) => type === 'Progressing',
  );
  return {
    replicas: wantedAt(raw),
    current: countAt(raw, 'status', 'replicas'),
    updated: countAt(raw, 'status', 'updatedReplicas'),
    ready: countAt(raw, 'status', 'readyReplicas'),
    available: countAt(raw, 'status', 'availableReplicas'),
    paused: booleanAt(raw, 'spec', 'paused') || undefined,
    availability: condition(conditions, 'Available'),
    progress,
    // lastTransitionTime stays at the first rollout: only lastUpdateTime moves with each step.
    progressAt: timeAt(progressRaw, 'lastUpdateTime') ?? progress?.at,
    replicaFailure: condition(conditions, 'ReplicaFailure'),
    images: templateImages(raw, 'spec', 'template'),
    ...(ingressControllers.length > 0 ? { ingressControllers } : {}),
    database: databaseAt(raw),
    trackingId: trackingIdOf(raw, 'apps', 'Deployment'),
  };
}
