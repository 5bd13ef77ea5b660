import {
  booleanAt,
  numberAt,
  objectsAt,
  RawObject,
  stringAt,
  valueAt,
} from '../../reading/raw';
import { ArgoRule, byWord, conditionsOf, count, statusOf } from './words';

function observes(raw: RawObject): boolean {
  return (
    count(raw, 'metadata', 'generation') <=
    count(raw, 'status', 'observedGeneration')
  );
}

const deployment: ArgoRule = raw => {
  if (booleanAt(raw, 'spec', 'paused')) return 'Suspended';
  if (!observes(raw)) return 'Progressing';
  const late = conditionsOf(raw).some(
    one =>
      one.type === 'Progressing' && one.reason === 'ProgressDeadlineExceeded',
  );
  if (late) return 'Degraded';
  const wanted = numberAt(raw, 'spec', 'replicas');
  const updated = count(raw, 'status', 'updatedReplicas');
  const rolling =
    (wanted !== undefined && updated < wanted) ||
    count(raw, 'status', 'replicas') > updated ||
    count(raw, 'status', 'availableReplicas') < updated;
  return rolling ? 'Progressing' : 'Healthy';
};

const replicaSet: ArgoRule = raw => {
  if (!observes(raw)) return 'Progressing';
  if (statusOf(conditionsOf(raw), 'ReplicaFailure') === 'True')
    return 'Degraded';
  return count(raw, 'status', 'availableReplicas') <
    count(raw, 'spec', 'replicas')
    ? 'Progressing'
    : 'Healthy';
};

const statefulSet: ArgoRule = raw => {
  if (!observes(raw)) {
    return 'Progressing';
  }
  const wanted = numberAt(raw, 'spec', 'replicas');
  if (wanted !== undefined && count(raw, 'status', 'readyReplicas') < wanted) {
    return 'Progressing';
  }
  const strategy = stringAt(raw, 'spec', 'updateStrategy', 'type');
  const partition = numberAt(
    raw,
    'spec',
    'updateStrategy',
    'rollingUpdate',
    'partition',
  );
  if (strategy === 'OnDelete') return 'Healthy';
  if (
    strategy === 'RollingUpdate' &&
    partition !== undefined &&
    wanted !== undefined
  ) {
    return count(raw, 'status', 'updatedReplicas') < wanted - partition
      ? 'Progressing'
      : 'Healthy';
  }
  return valueAt(raw, 'status', 'updateRevision') ===
    valueAt(raw, 'status', 'currentRevision')
    ? 'Healthy'
    : 'Progressing';
};

const daemonSet: ArgoRule = raw => {
  if (!observes(raw)) return 'Progressing';
  if (stringAt(raw, 'spec', 'updateStrategy', 'type') === 'OnDelete')
    return 'Healthy';
  const wanted = count(raw, 'status', 'desiredNumberScheduled');
  return count(raw, 'status', 'updatedNumberScheduled') < wanted ||
    count(raw, 'status', 'numberAvailable') < wanted
    ? 'Progressing'
    : 'Healthy';
};

const pod: ArgoRule = raw => {
  const always =
    (stringAt(raw, 'spec', 'restartPolicy') ?? 'Always') === 'Always';
  const containers = objectsAt(raw, 'status', 'containerStatuses');
  const waits = containers.some(one =>
    /^Err|Error$|BackOff$/.test(
      stringAt(one, 'state', 'waiting', 'reason') ?? '',
    ),
  );
  if (always && waits) return 'Degraded';
  switch (stringAt(raw, 'status', 'phase')) {
    case 'Pending':
      return 'Progressing';
    case 'Succeeded':
      return 'Healthy';
    case 'Failed':
      return 'Degraded';
    case 'Running':
      if (!always) return 'Progressing';
      if (statusOf(conditionsOf(raw), 'Ready') === 'True') return 'Healthy';
      return containers.some(
        one => valueAt(one, 'lastState', 'terminated') !== undefined,
      )
        ? 'Degraded'
        : 'Progressing';
    default:
      return 'Unknown';
  }
};

const job: ArgoRule = raw => {
  const conditions = conditionsOf(raw);
  if (statusOf(conditions, 'Failed') === 'True') return 'Degraded';
  if (statusOf(conditions, 'Complete') === 'True') return 'Healthy';
  return statusOf(conditions, 'Suspended') === 'True'
    ? 'Suspended'
    : 'Progressing';
};

/** Argo CD paints a suspended CronJob Healthy until its issue 24428 is solved. */
const cronJob: ArgoRule = raw => {
  if (booleanAt(raw, 'spec', 'suspend')) return 'Healthy';
  if (valueAt(raw, 'status') === undefined) return 'Progressing';
  const started = stringAt(raw, 'status', 'lastScheduleTime');
  const done = stringAt(raw, 'status', 'lastSuccessfulTime');
  const active = objectsAt(raw, 'status', 'active').length > 0;
  return started && done && !active && done < started ? 'Degraded' : 'Healthy';
};

const addressed = (raw: RawObject) =>
  objectsAt(raw, 'status', 'loadBalancer', 'ingress').length > 0;

const autoscaler: ArgoRule = raw => {
  const conditions = conditionsOf(raw);
  const broken = conditions.some(one =>
    /^AbleToScale (FailedGetScale|FailedUpdateScale)$|^ScalingActive (FailedGet(Resource|Object|Pods|External)Metric|FailedComputeMetricsReplicas|InvalidSelector)$/.test(
      `${one.type} ${one.reason}`,
    ),
  );
  if (broken) return 'Degraded';
  return ['AbleToScale', 'ScalingLimited'].some(
    type => statusOf(conditions, type) === 'True',
  )
    ? 'Healthy'
    : 'Progressing';
};

const budget: ArgoRule = raw => {
  const conditions = conditionsOf(raw);
  if (conditions.length === 0) return 'Progressing';
  return conditions.some(
    one => one.status === 'False' && one.reason !== 'InsufficientPods',
  )
    ? 'Degraded'
    : 'Healthy';
};

const snapshot: ArgoRule = raw => {
  if (valueAt(raw, 'status', 'readyToUse') === true) return 'Healthy';
  return (valueAt(raw, 'status', 'error') ?? undefined) === undefined
    ? 'Progressing'
    : 'Degraded';
};

export const RULES_OF_KUBERNETES: Record<string, ArgoRule> = {
  'apps/Deployment': deployment,
  'apps/ReplicaSet': replicaSet,
  'apps/StatefulSet': statefulSet,
  'apps/DaemonSet': daemonSet,
  '/Pod': pod,
  'batch/Job': job,
  'batch/CronJob': cronJob,
  '/PersistentVolumeClaim': byWord(
    ['status', 'phase'],
    { Bound: 'Healthy', Pending: 'Progressing', Lost: 'Degraded' },
    'Unknown',
  ),
  '/Service': raw =>
    stringAt(raw, 'spec', 'type') !== 'LoadBalancer' || addressed(raw)
      ? 'Healthy'
      : 'Progressing',
  'networking.k8s.io/Ingress': raw =>
    addressed(raw) ? 'Healthy' : 'Progressing',
  'autoscaling/HorizontalPodAutoscaler': autoscaler,
  'apiregistration.k8s.io/APIService': raw =>
    statusOf(conditionsOf(raw), 'Available') === 'True'
      ? 'Healthy'
      : 'Progressing',
  'policy/PodDisruptionBudget': budget,
  'snapshot.storage.k8s.io/VolumeSnapshot': snapshot,
  'snapshot.storage.k8s.io/VolumeSnapshotContent': snapshot,
};
