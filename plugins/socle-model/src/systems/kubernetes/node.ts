import { defineKind } from '../../definition/kind';
import { linkTo } from '../../definition/link';
import { Condition, condition, conditionsAt } from '../../reading/conditions';
import {
  annotationAt,
  booleanAt,
  labelAt,
  objectAt,
  objectsAt,
  RawObject,
  stringAt,
  stringMapAt,
} from '../../reading/raw';
import { judgeNode, PRESSURES, STATIC_PODS } from './node-health';

export type NodeFacts = {
  ready?: Condition;
  /** Pressures that are not False. */
  pressures?: Condition[];
  unschedulable?: boolean;
  cordonedByTalos?: boolean;
  taints?: string[];
  roles: string[];
  internalIP?: string;
  osImage?: string;
  talosVersion?: string;
  kernelVersion?: string;
  kubeletVersion?: string;
  containerRuntime?: string;
  architecture?: string;
  zone?: string;
  region?: string;
  capacity: { [resource: string]: string };
  allocatable: { [resource: string]: string };
};

const ROLE = 'node-role.kubernetes.io/';

export const node = defineKind<NodeFacts>({
  group: '',
  kind: 'Node',
  plural: 'nodes',
  versions: ['v1'],
  namespaced: false,
  reads: [
    'metadata.labels',
    'metadata.annotations',
    'spec.unschedulable',
    'spec.taints',
    'status.conditions',
    'status.addresses',
    'status.capacity',
    'status.allocatable',
    'status.nodeInfo',
  ],
  project: projectNode,
  links: ({ meta, facts }) => [
    linkTo(
      'heartbeat',
      {
        group: 'coordination.k8s.io',
        kind: 'Lease',
        namespace: 'kube-node-lease',
        name: meta.name,
      },
      'source',
    ),
    // By name and few: the pods that run on a node are never enumerated.
    ...(facts.roles.includes('control-plane')
      ? STATIC_PODS.map(component =>
          linkTo('staticPod', {
            group: '',
            kind: 'Pod',
            namespace: 'kube-system',
            name: `${component}-${meta.name}`,
          }),
        )
      : []),
  ],
  health: judgeNode,
  reasons: [
    {
      code: 'NodeReady',
      cause: 'The kubelet reports that it is ready.',
      evidence: 'status.conditions[type=Ready].status',
      remedy: false,
    },
    {
      code: 'NodeSilent',
      cause: 'The kubelet has stopped reporting.',
      evidence: 'status.conditions[type=Ready].status',
    },
    {
      code: 'NodeNotReady',
      cause: 'The kubelet reports that it is not ready.',
      evidence: 'status.conditions[type=Ready].message',
    },
    {
      code: 'NodeNotReported',
      cause: 'The node has not reported its readiness yet.',
      evidence: 'status.conditions',
      remedy: false,
    },
    {
      code: 'NodeReadinessUnreadable',
      cause: 'The node names no readiness that is known.',
      evidence: 'status.conditions[type=Ready].status',
      remedy: false,
    },
    {
      code: 'NodeUnderPressure',
      cause: 'Memory, disk or process numbers of the node run short.',
      evidence: 'status.conditions',
    },
    {
      code: 'NodeNetworkUnavailable',
      cause: 'The network of the node is not set up.',
      evidence: 'status.conditions[type=NetworkUnavailable].status',
    },
    {
      code: 'NodeCordoned',
      cause: 'The node takes no new pods.',
      evidence: 'spec.unschedulable',
    },
    {
      code: 'NodeOutOfService',
      cause: 'The node is marked out of service.',
      evidence: 'spec.taints',
    },
    {
      code: 'NodeHeartbeatLate',
      cause: 'The lease of the node is not renewed in time.',
      evidence: 'spec.renewTime of its Lease',
    },
    {
      code: 'NodeStaticPodMissing',
      cause: 'A part of the control plane does not run on this node.',
      evidence: 'metadata.name of the static pods',
    },
  ],
  shows: [
    'roles',
    'internalIP',
    'osImage',
    'talosVersion',
    'kernelVersion',
    'kubeletVersion',
    'containerRuntime',
    'architecture',
    'zone',
    'region',
    'capacity',
    'allocatable',
    'taints',
    'unschedulable',
  ],
});

function projectNode(raw: RawObject): NodeFacts {
  const conditions = conditionsAt(raw);
  const pressures = conditions.filter(
    ({ type, status }) => PRESSURES.includes(type) && status !== 'False',
  );
  const taints = objectsAt(raw, 'spec', 'taints').map(readTaint);
  const info = objectAt(raw, 'status', 'nodeInfo');
  const osImage = stringAt(info, 'osImage');
  const facts: NodeFacts = {
    ready: condition(conditions, 'Ready'),
    ...(pressures.length > 0 ? { pressures } : {}),
    ...(booleanAt(raw, 'spec', 'unschedulable') ? { unschedulable: true } : {}),
    ...(annotationAt(raw, 'talos.dev/cordoned')
      ? { cordonedByTalos: true }
      : {}),
    ...(taints.length > 0 ? { taints } : {}),
    roles: rolesOf(raw),
    internalIP: stringAt(
      objectsAt(raw, 'status', 'addresses').find(
        ({ type }) => type === 'InternalIP',
      ),
      'address',
    ),
    osImage,
    talosVersion: osImage && /^Talos \((v[^)]+)\)/.exec(osImage)?.[1],
    kernelVersion: stringAt(info, 'kernelVersion'),
    kubeletVersion: stringAt(info, 'kubeletVersion'),
    containerRuntime: stringAt(info, 'containerRuntimeVersion'),
    architecture: stringAt(info, 'architecture'),
    zone: labelAt(raw, 'topology.kubernetes.io/zone'),
    region: labelAt(raw, 'topology.kubernetes.io/region'),
    capacity: stringMapAt(raw, 'status', 'capacity'),
    allocatable: stringMapAt(raw, 'status', 'allocatable'),
  };
  return facts;
}

/** The role is in the key of the label; several are possible, none is a worker. */
function rolesOf(raw: RawObject): string[] {
  const roles = Object.keys(objectAt(raw, 'metadata', 'labels'))
    .filter(label => label.startsWith(ROLE) && label.length > ROLE.length)
    .map(label => label.slice(ROLE.length));
  return roles.length > 0 ? roles.sort() : ['worker'];
}

function readTaint(taint: RawObject): string {
  const key = stringAt(taint, 'key') ?? '';
  const value = stringAt(taint, 'value');
  return `${key}${value ? `=${value}` : ''}:${stringAt(taint, 'effect') ?? ''}`;
}
