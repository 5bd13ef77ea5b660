import {
  booleanAt,
  numberAt,
  objectAt,
  objectsAt,
  RawObject,
  stringAt,
  valueAt,
} from '../../reading/raw';
import {
  ArgoRule,
  ArgoWord,
  byReady,
  byWord,
  conditionsOf,
  firstOf,
  statusOf,
} from './words';

const strimzi = firstOf(
  'Ready',
  one => one.type === 'NotReady' && one.status === 'True',
);

const PHASES: Record<string, ArgoWord> = {
  'Cluster in healthy state': 'Healthy',
  'Setting up primary': 'Progressing',
  'Creating a new replica': 'Progressing',
  'Upgrading cluster': 'Progressing',
  'Waiting for the instances to become active': 'Progressing',
  'Promoting to primary cluster': 'Progressing',
  'Switchover in progress': 'Degraded',
  'Failing over': 'Degraded',
  'Upgrading Postgres major version': 'Degraded',
  'Cluster upgrade delayed': 'Degraded',
  'Waiting for user action': 'Degraded',
  'Primary instance is being restarted in-place': 'Degraded',
  'Primary instance is being restarted without a switchover': 'Degraded',
  'Cluster cannot execute instance online upgrade due to missing architecture binary':
    'Degraded',
  'Online upgrade in progress': 'Degraded',
  'Applying configuration': 'Degraded',
  'Unable to create required cluster objects': 'Suspended',
  'Cluster cannot proceed to reconciliation due to an unknown plugin being required':
    'Suspended',
  'Cluster has incomplete or invalid image catalog': 'Suspended',
  'Cluster is unrecoverable and needs manual intervention': 'Suspended',
};

const postgres: ArgoRule = raw => {
  const annotations = objectAt(raw, 'metadata', 'annotations');
  if (annotations['cnpg.io/reconciliationLoop'] === 'disabled')
    return 'Suspended';
  const conditions = conditionsOf(raw);
  if (conditions.length === 0) return 'Progressing';
  const hibernation = statusOf(conditions, 'cnpg.io/hibernation');
  if (hibernation) return hibernation === 'True' ? 'Suspended' : 'Degraded';
  return PHASES[String(valueAt(raw, 'status', 'phase'))] ?? 'Unknown';
};

const ceph: ArgoRule = raw => {
  const health = stringAt(raw, 'status', 'ceph', 'health');
  if (health === 'HEALTH_ERR' || health === 'HEALTH_WARN') return 'Degraded';
  if (health !== 'HEALTH_OK') return 'Progressing';
  const state = stringAt(raw, 'status', 'state');
  if (state === undefined || state === 'Created' || state === 'Connected')
    return 'Healthy';
  return state === 'Error' ? 'Degraded' : 'Progressing';
};

/** Conditions that are against it first, then those that are not there yet. */
function programmed(conditions: readonly RawObject[]): ArgoWord | undefined {
  if (
    ['ResolvedRefs', 'Accepted'].some(
      type => statusOf(conditions, type) === 'False',
    )
  ) {
    return 'Degraded';
  }
  const done = statusOf(conditions, 'Programmed');
  return done !== undefined && done !== 'True' ? 'Progressing' : undefined;
}

const gateway: ArgoRule = raw => {
  const own = conditionsOf(raw);
  const listeners = objectsAt(raw, 'status', 'listeners');
  for (const conditions of [
    own,
    ...listeners.map(one => objectsAt(one, 'conditions')),
  ]) {
    const word = programmed(conditions);
    if (word) return word;
  }
  return own.length > 0 || listeners.length > 0 ? 'Healthy' : 'Progressing';
};

function route(byGeneration: boolean): ArgoRule {
  return raw => {
    const generation = numberAt(raw, 'metadata', 'generation');
    const parents = objectsAt(raw, 'status', 'parents')
      .map(parent => objectsAt(parent, 'conditions'))
      .filter(
        conditions =>
          conditions.length > 0 &&
          (!byGeneration ||
            generation === undefined ||
            conditions.every(
              one =>
                (numberAt(one, 'observedGeneration') ?? generation) ===
                generation,
            )),
      );
    for (const conditions of parents) {
      const word = programmed(conditions);
      if (word) return word;
    }
    return parents.length > 0 ? 'Healthy' : 'Progressing';
  };
}

const gatewayClass: ArgoRule = raw => {
  const generation = numberAt(raw, 'metadata', 'generation');
  const accepted = conditionsOf(raw).find(
    one =>
      one.type === 'Accepted' &&
      (generation === undefined ||
        (numberAt(one, 'observedGeneration') ?? generation) === generation),
  );
  if (accepted?.status === 'True') return 'Healthy';
  return accepted?.status === 'False' ? 'Degraded' : 'Progressing';
};

const certificate: ArgoRule = raw =>
  statusOf(conditionsOf(raw), 'Issuing') === 'True'
    ? 'Progressing'
    : byReady(raw);

const kyvernoPolicy: ArgoRule = raw =>
  conditionsOf(raw).some(
    one =>
      one.type === 'Ready' &&
      one.status === 'True' &&
      one.reason === 'Succeeded' &&
      one.message === 'Ready',
  )
    ? 'Healthy'
    : 'Progressing';

const capiCluster: ArgoRule = raw => {
  if (booleanAt(raw, 'spec', 'paused')) return 'Suspended';
  const refused = conditionsOf(raw).some(
    one =>
      one.type === 'Ready' && one.status === 'False' && one.severity !== 'Info',
  );
  if (refused) return 'Degraded';
  return byWord(
    ['status', 'phase'],
    { Provisioned: 'Healthy', Failed: 'Degraded' },
    'Progressing',
  )(raw);
};

const running = byWord(
  ['status', 'phase'],
  { Running: 'Healthy', Failed: 'Degraded' },
  'Progressing',
);

const machineHealthCheck: ArgoRule = raw => {
  const healthy = numberAt(raw, 'status', 'currentHealthy');
  if (healthy === undefined) return 'Progressing';
  return healthy === numberAt(raw, 'status', 'expectedMachines')
    ? 'Healthy'
    : 'Degraded';
};

export const RULES_OF_PLATFORM: Record<string, ArgoRule> = {
  'kafka.strimzi.io/Kafka': firstOf(
    'Ready',
    one =>
      one.type === 'NotReady' &&
      one.status === 'True' &&
      one.reason !== 'Creating',
  ),
  'kafka.strimzi.io/KafkaBridge': strimzi,
  'kafka.strimzi.io/KafkaConnect': strimzi,
  'kafka.strimzi.io/KafkaConnector': strimzi,
  'kafka.strimzi.io/KafkaTopic': strimzi,
  'kafka.strimzi.io/KafkaUser': strimzi,
  'postgresql.cnpg.io/Cluster': postgres,
  'ceph.rook.io/CephCluster': ceph,
  'ceph.rook.io/CephObjectStore': byWord(
    ['status', 'phase'],
    { Ready: 'Healthy', Failure: 'Degraded' },
    'Progressing',
  ),
  'gateway.networking.k8s.io/Gateway': gateway,
  'gateway.networking.k8s.io/GatewayClass': gatewayClass,
  'gateway.networking.k8s.io/HTTPRoute': route(true),
  'gateway.networking.k8s.io/GRPCRoute': route(false),
  'cert-manager.io/Certificate': certificate,
  'cert-manager.io/Issuer': byReady,
  'cert-manager.io/ClusterIssuer': byReady,
  'kyverno.io/Policy': kyvernoPolicy,
  'cluster.x-k8s.io/Cluster': capiCluster,
  'cluster.x-k8s.io/Machine': running,
  'cluster.x-k8s.io/MachineDeployment': raw =>
    booleanAt(raw, 'spec', 'paused') ? 'Suspended' : running(raw),
  'cluster.x-k8s.io/MachineHealthCheck': machineHealthCheck,
};
