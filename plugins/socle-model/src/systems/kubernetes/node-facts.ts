import { Condition, condition, conditionsAt } from '../../reading/conditions';
import { parseQuantity } from '../../reading/quantities';
import {
  annotationAt,
  booleanAt,
  labelAt,
  objectAt,
  objectsAt,
  RawObject,
  stringAt,
  stringMapAt,
  stringsAt,
} from '../../reading/raw';
import { PRESSURES, PROBLEMS } from './node-health';
import {
  distributionOf,
  nodeGroupOf,
  talosExtensions,
  talosVersionOf,
} from './node-origin';

export type NodeFacts = {
  ready?: Condition;
  /** Pressures that are not False. */
  pressures?: Condition[];
  /** What the node problem detector has found. */
  problems?: Condition[];
  unschedulable?: boolean;
  cordonedByTalos?: boolean;
  taints?: string[];
  roles: string[];
  /** Label `kubernetes.io/hostname`, where it is another than the node's name: local volumes are tied to it. */
  hostname?: string;
  internalIP?: string;
  osImage?: string;
  talosVersion?: string;
  kernelVersion?: string;
  kubeletVersion?: string;
  containerRuntime?: string;
  architecture?: string;
  zone?: string;
  region?: string;
  /** What made the cluster: `Talos v1.12.4`, `K3s`, `RKE2` … */
  distribution?: string;
  /** The pool that the node came from. */
  group?: string;
  instanceType?: string;
  /** The scheme of its provider id: `kubevirt`, `aws`. */
  provider?: string;
  /** System extensions of Talos with their versions. */
  extensions?: string[];
  podCIDRs?: string[];
  /** In numbers: cores, bytes, pods. What cannot be read is left as it is. */
  capacity: { [resource: string]: number | string };
  allocatable: { [resource: string]: number | string };
};

const ROLE = 'node-role.kubernetes.io/';

export function projectNode(raw: RawObject): NodeFacts {
  const conditions = conditionsAt(raw);
  const pressures = conditions.filter(
    ({ type, status }) => PRESSURES.includes(type) && status !== 'False',
  );
  const problems = conditions.filter(
    ({ type, status }) => PROBLEMS.includes(type) && status === 'True',
  );
  const taints = objectsAt(raw, 'spec', 'taints').map(readTaint);
  const info = objectAt(raw, 'status', 'nodeInfo');
  const osImage = stringAt(info, 'osImage');
  const extensions = talosExtensions(raw);
  const podCIDRs = stringsAt(raw, 'spec', 'podCIDRs');
  const hostname = labelAt(raw, 'kubernetes.io/hostname');
  const facts: NodeFacts = {
    ready: condition(conditions, 'Ready'),
    ...(pressures.length > 0 ? { pressures } : {}),
    ...(problems.length > 0 ? { problems } : {}),
    ...(booleanAt(raw, 'spec', 'unschedulable') ? { unschedulable: true } : {}),
    ...(annotationAt(raw, 'talos.dev/cordoned')
      ? { cordonedByTalos: true }
      : {}),
    ...(taints.length > 0 ? { taints } : {}),
    roles: rolesOf(raw),
    ...(hostname && hostname !== stringAt(raw, 'metadata', 'name')
      ? { hostname }
      : {}),
    internalIP: stringAt(
      objectsAt(raw, 'status', 'addresses').find(
        ({ type }) => type === 'InternalIP',
      ),
      'address',
    ),
    osImage,
    talosVersion: talosVersionOf(raw),
    kernelVersion: stringAt(info, 'kernelVersion'),
    kubeletVersion: stringAt(info, 'kubeletVersion'),
    containerRuntime: stringAt(info, 'containerRuntimeVersion'),
    architecture: stringAt(info, 'architecture'),
    zone:
      labelAt(raw, 'topology.kubernetes.io/zone') ??
      labelAt(raw, 'failure-domain.beta.kubernetes.io/zone'),
    region:
      labelAt(raw, 'topology.kubernetes.io/region') ??
      labelAt(raw, 'failure-domain.beta.kubernetes.io/region'),
    distribution: distributionOf(raw),
    group: nodeGroupOf(raw),
    instanceType:
      labelAt(raw, 'node.kubernetes.io/instance-type') ??
      labelAt(raw, 'beta.kubernetes.io/instance-type'),
    provider: /^([a-z0-9-]+):\/\//.exec(
      stringAt(raw, 'spec', 'providerID') ?? '',
    )?.[1],
    ...(extensions.length > 0 ? { extensions } : {}),
    ...(podCIDRs.length > 0 ? { podCIDRs } : {}),
    capacity: amountsAt(raw, 'capacity'),
    allocatable: amountsAt(raw, 'allocatable'),
  };
  return facts;
}

/** The role is in the key of the label; several are possible, none is a worker. MicroK8s has a label of its own. */
function rolesOf(raw: RawObject): string[] {
  const roles = Object.keys(objectAt(raw, 'metadata', 'labels'))
    .filter(label => label.startsWith(ROLE) && label.length > ROLE.length)
    .map(label => label.slice(ROLE.length));
  if (labelAt(raw, 'node.kubernetes.io/microk8s-controlplane')) {
    roles.push('control-plane');
  }
  // How it was written before Kubernetes 1.16.
  const old = labelAt(raw, 'kubernetes.io/role');
  if (old) roles.push(old);
  return roles.length > 0 ? [...new Set(roles)].sort() : ['worker'];
}

/** Whether a part of the control plane belongs on the node; `master` is what older distributions call it. */
export function isControlPlane({ roles }: NodeFacts): boolean {
  return roles.includes('control-plane') || roles.includes('master');
}

function amountsAt(
  raw: RawObject,
  field: string,
): { [resource: string]: number | string } {
  const amounts: { [resource: string]: number | string } = {};
  for (const [resource, quantity] of Object.entries(
    stringMapAt(raw, 'status', field),
  )) {
    const amount = parseQuantity(quantity) ?? quantity;
    // Huge pages of which a node has none are on every node.
    if (amount !== 0 || !resource.startsWith('hugepages-')) {
      amounts[resource] = amount;
    }
  }
  return amounts;
}

function readTaint(taint: RawObject): string {
  const key = stringAt(taint, 'key') ?? '';
  const value = stringAt(taint, 'value');
  return `${key}${value ? `=${value}` : ''}:${stringAt(taint, 'effect') ?? ''}`;
}
