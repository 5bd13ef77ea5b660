import { Condition, conditionAt, cut } from '../../reading/conditions';
import {
  isObject,
  labelAt,
  numberAt,
  objectAt,
  objectsAt,
  RawObject,
  stringAt,
  valueAt,
} from '../../reading/raw';
import { timeAt } from '../../reading/times';
import { membershipOf, PodMembership } from './pod-membership';
import { addReferences, PodReferences } from './pod-references';
import { sealOf } from './pod-seal';
import { addEnvironment, neededKeysOf, SecretUse } from './secret-use';

/** How a container ended. */
export type End = { reason?: string; exitCode?: number; at?: number };

/** A container that does not simply run or has done its work. */
export type Trouble = {
  name: string;
  init?: true;
  /** An init container that stays: its state is among theirs, and it counts as any other. */
  sidecar?: true;
  /** `waiting`, `running`, `terminated`; absent where the kubelet says nothing yet. */
  state?: string;
  reason?: string;
  message?: string;
  exitCode?: number;
  restarts?: number;
  last?: End;
};

/**
 * What is kept of a pod. There are tens of thousands: of a well pod only what pages and links need, and what is empty
 * is left out.
 */
export type PodFacts = {
  phase?: string;
  nodeName?: string;
  /** Which part of the control plane it is: `etcd`, `kube-scheduler` … */
  component?: string;
  images?: string[];
  containers?: number;
  restarts?: number;
  /** The condition Ready is True and every container ready. */
  ready?: true;
  /** What it is within a service whose operator labels its pods. */
  member?: PodMembership;
  /** A Vault or OpenBao that says by this label of its pod that it gives out nothing. */
  seal?: string;
  /** The newest end of a container that runs again, and which. */
  lastEnd?: End & { container: string; sidecar?: true };
  /** From here on: only while the pod is not ready. */
  readiness?: Condition;
  unscheduled?: Condition;
  gates?: string[];
  troubles?: Trouble[];
  restartPolicy?: string;
  statusReason?: string;
  statusMessage?: string;
} & SecretUse &
  PodReferences;

const NONE: ReadonlySet<string | undefined> = new Set();

export function projectPod(raw: RawObject): PodFacts {
  const status = objectAt(raw, 'status');
  for (const list of [
    'containerStatuses',
    'initContainerStatuses',
    'conditions',
  ]) {
    const value = status[list];
    if (value !== undefined && value !== null && !Array.isArray(value)) {
      throw new Error(`status.${list} is not a list`);
    }
  }
  const containers = objectsAt(status, 'containerStatuses');
  const inits = objectsAt(status, 'initContainerStatuses');
  const sidecars = inits.length > 0 ? sidecarsOf(raw) : NONE;
  const lasting =
    inits.length > 0
      ? [
          ...inits.filter(({ name }) => sidecars.has(name as string)),
          ...containers,
        ]
      : containers;
  const readiness = conditionAt('Ready', status, 'conditions');
  const ready =
    readiness?.status === 'True' &&
    lasting.every(container => container.ready === true);

  const facts: PodFacts = { phase: stringAt(status, 'phase') };
  const nodeName = stringAt(raw, 'spec', 'nodeName');
  if (nodeName) facts.nodeName = nodeName;
  const component = componentOf(raw);
  if (component) facts.component = component;
  const images = imagesOf(raw);
  // A copy has no room to grow, which each pod would pay for.
  if (images.length > 0) facts.images = images.slice();
  if (containers.length > 0) facts.containers = containers.length;
  const restarts = lasting.reduce(
    (sum, one) => sum + (numberAt(one, 'restartCount') ?? 0),
    0,
  );
  if (restarts > 0) facts.restarts = restarts;
  const lastEnd = newestEnd(lasting, sidecars);
  if (lastEnd) facts.lastEnd = lastEnd;
  addReferences(raw, facts);
  const member = membershipOf(raw);
  if (member) facts.member = member;
  const seal = sealOf(raw);
  if (seal) facts.seal = seal;
  if (facts.secrets) addEnvironment(raw, facts);
  if (ready) {
    facts.ready = true;
    return facts;
  }
  const neededKeys = facts.secrets ? neededKeysOf(raw) : undefined;
  if (neededKeys) facts.neededKeys = neededKeys;
  if (readiness) facts.readiness = readiness;
  const scheduled = conditionAt('PodScheduled', status, 'conditions');
  if (scheduled && scheduled.status !== 'True') facts.unscheduled = scheduled;
  const gates = objectsAt(raw, 'spec', 'readinessGates')
    .map(gate => stringAt(gate, 'conditionType'))
    .filter(
      (type): type is string =>
        type !== undefined &&
        conditionAt(type, status, 'conditions')?.status !== 'True',
    );
  if (gates.length > 0) facts.gates = gates;
  const troubles = [
    ...inits.map(one =>
      readTrouble(one, sidecars.has(one.name as string) ? 'sidecar' : 'init'),
    ),
    ...containers.map(one => readTrouble(one)),
  ].filter((trouble): trouble is Trouble => trouble !== undefined);
  if (troubles.length > 0) facts.troubles = troubles;
  const restartPolicy = stringAt(raw, 'spec', 'restartPolicy');
  if (restartPolicy && restartPolicy !== 'Always')
    facts.restartPolicy = restartPolicy;
  const statusReason = stringAt(status, 'reason');
  if (statusReason) facts.statusReason = statusReason;
  const statusMessage = stringAt(status, 'message');
  if (statusMessage) facts.statusMessage = cut(statusMessage, 200);
  return facts;
}

/** Names of the init containers that go on running. */
function sidecarsOf(raw: RawObject): ReadonlySet<string | undefined> {
  return new Set(
    objectsAt(raw, 'spec', 'initContainers')
      .filter(container => stringAt(container, 'restartPolicy') === 'Always')
      .map(container => stringAt(container, 'name')),
  );
}

const COMPONENTS = [
  'etcd',
  'kube-apiserver',
  'kube-controller-manager',
  'kube-scheduler',
];

/** By label: Talos before 1.9 names the component only in `k8s-app`. */
function componentOf(raw: RawObject): string | undefined {
  if (
    labelAt(raw, 'tier') !== 'control-plane' ||
    stringAt(raw, 'metadata', 'namespace') !== 'kube-system'
  ) {
    return undefined;
  }
  const component = labelAt(raw, 'component') ?? labelAt(raw, 'k8s-app');
  return COMPONENTS.find(name => name === component);
}

function imagesOf(raw: RawObject): string[] {
  const images: string[] = [];
  for (const list of ['initContainers', 'containers', 'ephemeralContainers']) {
    for (const container of objectsAt(raw, 'spec', list)) {
      const image = stringAt(container, 'image');
      if (image !== undefined) images.push(image);
    }
  }
  return images;
}

/** Undefined for a container that runs as it should, or an init container that has done its work: the others wait for one that runs. */
function readTrouble(
  container: RawObject,
  as?: 'init' | 'sidecar',
): Trouble | undefined {
  const init = as === 'init';
  const states = objectAt(container, 'state');
  const state = ['waiting', 'running', 'terminated'].find(one =>
    isObject(states[one]),
  );
  const detail = state ? objectAt(states, state) : {};
  if (state === 'running' && !init && container.ready === true) {
    return undefined;
  }
  const exitCode = numberAt(detail, 'exitCode');
  if (init && state === 'terminated' && exitCode === 0) {
    return undefined;
  }
  const trouble: Trouble = { name: stringAt(container, 'name') ?? 'unnamed' };
  if (as) trouble[as] = true;
  if (state) trouble.state = state;
  const reason = stringAt(detail, 'reason');
  if (reason) trouble.reason = reason;
  const message = stringAt(detail, 'message');
  if (message) trouble.message = cut(message, 200);
  if (exitCode !== undefined) trouble.exitCode = exitCode;
  const restarts = numberAt(container, 'restartCount');
  if (restarts) trouble.restarts = restarts;
  const last = endOf(container);
  if (last) trouble.last = last;
  return trouble;
}

function newestEnd(
  containers: RawObject[],
  sidecars: ReadonlySet<unknown>,
): PodFacts['lastEnd'] {
  let newest: PodFacts['lastEnd'];
  for (const container of containers) {
    const end = endOf(container);
    if (end && (newest === undefined || (end.at ?? 0) >= (newest.at ?? 0))) {
      newest = { container: stringAt(container, 'name') ?? 'unnamed', ...end };
      if (sidecars.has(container.name)) newest.sidecar = true;
    }
  }
  return newest;
}

/** How it ended before it was started again. */
function endOf(container: RawObject): End | undefined {
  const terminated = valueAt(container, 'lastState', 'terminated');
  if (!isObject(terminated)) {
    return undefined;
  }
  const end: End = {};
  const reason = stringAt(terminated, 'reason');
  if (reason) end.reason = reason;
  const exitCode = numberAt(terminated, 'exitCode');
  if (exitCode !== undefined) end.exitCode = exitCode;
  const at = timeAt(terminated, 'finishedAt');
  if (at !== undefined) end.at = at;
  return end;
}
