import { defineKind } from '../../definition/kind';
import { Link, linkByKey, linksTo } from '../../definition/link';
import type { Resource } from '../../definition/resource';
import { ownedBy } from '../../definition/ownership';
import { PodFacts, projectPod } from './pod-facts';
import { memberLink, MEMBERSHIP_READS } from './pod-membership';
import { judgePod } from './pod-health';
import { POD_REASONS } from './pod-reasons';
import { SEAL_READS } from './pod-seal';

const CONTAINER_READS = [
  'name',
  'image',
  'restartPolicy',
  'env.valueFrom.secretKeyRef',
  'env.valueFrom.configMapKeyRef',
  'envFrom.secretRef',
  'envFrom.configMapRef',
];
const CONDITION_READS = [
  'type',
  'status',
  'reason',
  'message',
  'lastTransitionTime',
];
const STATUS_READS = [
  'name',
  'ready',
  'restartCount',
  'state.waiting.reason',
  'state.waiting.message',
  'state.running.startedAt',
  'state.terminated.reason',
  'state.terminated.message',
  'state.terminated.exitCode',
  'lastState.terminated.reason',
  'lastState.terminated.exitCode',
  'lastState.terminated.finishedAt',
];

export const pod = defineKind<PodFacts>({
  group: '',
  kind: 'Pod',
  plural: 'pods',
  versions: ['v1'],
  namespaced: true,
  // Its rules say for each state how long it may last.
  patienceMinutes: 0,
  reads: [
    'metadata.labels.tier',
    'metadata.labels.component',
    'metadata.labels.k8s-app',
    ...MEMBERSHIP_READS,
    ...SEAL_READS,
    'spec.nodeName',
    'spec.restartPolicy',
    'spec.readinessGates.conditionType',
    'spec.imagePullSecrets.name',
    ...CONTAINER_READS.map(path => `spec.containers.${path}`),
    ...CONTAINER_READS.map(path => `spec.initContainers.${path}`),
    'spec.ephemeralContainers.image',
    'spec.volumes.name',
    'spec.volumes.persistentVolumeClaim.claimName',
    'spec.volumes.ephemeral',
    'spec.volumes.secret.secretName',
    'spec.volumes.secret.optional',
    'spec.volumes.secret.items.key',
    'spec.volumes.configMap.name',
    'spec.volumes.configMap.optional',
    'spec.volumes.csi.nodePublishSecretRef',
    'spec.volumes.projected.sources.secret.name',
    'spec.volumes.projected.sources.secret.optional',
    'spec.volumes.projected.sources.secret.items.key',
    'spec.volumes.projected.sources.configMap.name',
    'spec.volumes.projected.sources.configMap.optional',
    'status.phase',
    'status.reason',
    'status.message',
    ...CONDITION_READS.map(path => `status.conditions.${path}`),
    ...STATUS_READS.map(path => `status.containerStatuses.${path}`),
    ...STATUS_READS.map(path => `status.initContainerStatuses.${path}`),
  ],
  project: projectPod,
  links: podLinks,
  health: judgePod,
  together: ({ meta }) => {
    const owner = meta.owners?.find(({ controller }) => controller);
    return owner && owner.kind !== 'Node'
      ? {
          key: `${meta.namespace}/${owner.kind}/${owner.name}`,
          title: `${owner.kind} ${owner.name}`,
        }
      : undefined;
  },
  reasons: POD_REASONS,
  shows: ['images', 'restarts', 'phase', 'nodeName', 'containers'],
});

const CLAIM = { group: '', kind: 'PersistentVolumeClaim' };
const CONFIG_MAP = { group: '', kind: 'ConfigMap' };
const NODE = { group: '', kind: 'Node' };
const SECRET = { group: '', kind: 'Secret' };

const runsOn = linksTo('runsOn', NODE, 'target');
const mounts = linksTo('mounts', CLAIM, 'target');
const usesSecret = linksTo('usesSecret', SECRET, 'target');
const mayUseSecret = linksTo('usesSecret', SECRET);
const usesConfigMap = linksTo('usesConfigMap', CONFIG_MAP);

function podLinks({ meta, facts }: Resource<PodFacts>): Link[] {
  const { namespace } = meta;
  const links = ownedBy(meta);
  if (facts.member) links.push(...memberLink(facts.member, namespace));
  if (facts.nodeName) links.push(runsOn(undefined, facts.nodeName));
  if (facts.component === 'etcd') {
    links.push(
      linkByKey(
        'member',
        'controlPlane:etcd',
        ['control-plane.socle.dev/EtcdCluster'],
        'source',
      ),
    );
  } else if (facts.component) {
    links.push(
      linkByKey(
        'partOf',
        'controlPlane',
        ['control-plane.socle.dev/ControlPlane'],
        'source',
      ),
    );
  }
  for (const name of facts.claims ?? []) {
    links.push(mounts(namespace, name));
  }
  for (const name of facts.secrets ?? []) {
    links.push(usesSecret(namespace, name));
  }
  for (const name of facts.optionalSecrets ?? []) {
    links.push(mayUseSecret(namespace, name));
  }
  for (const name of facts.configMaps ?? []) {
    links.push(usesConfigMap(namespace, name));
  }
  return links;
}
