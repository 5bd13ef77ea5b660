import {
  at,
  Fields,
  fieldsAt,
  isFields,
  KubeObject,
  listAt,
  textAt,
  timestamp,
} from '../storage/object';
import { conditionStatus } from './conditions';
import { Hands } from './hands';

/** A node that takes new pods; the one with the fewest, so that they spread. */
export function freeNode(hands: Hands): string | undefined {
  const pods = hands.list('', 'Pod');
  const load = (name: string) =>
    pods.filter(pod => textAt(pod, 'spec', 'nodeName') === name).length;
  return hands
    .list('', 'Node')
    .filter(
      node =>
        !hands.downNodes.has(node.metadata.name) &&
        conditionStatus(listAt(node, 'status', 'conditions'), 'Ready') ===
          'True' &&
        at(node, 'spec', 'unschedulable') !== true &&
        !listAt(node, 'spec', 'taints').some(
          taint => textAt(taint, 'effect') !== 'PreferNoSchedule',
        ),
    )
    .map(node => node.metadata.name)
    .sort((a, b) => load(a) - load(b))[0];
}

function hasClaim(pod: KubeObject): boolean {
  return listAt(pod, 'spec', 'volumes').some(
    volume => isFields(volume) && volume.persistentVolumeClaim !== undefined,
  );
}

/** Containers that wait for more than their start: what keeps them from running does so on any node. */
function isIll(pod: KubeObject): boolean {
  return listAt(pod, 'status', 'containerStatuses').some(status => {
    const reason = textAt(status, 'state', 'waiting', 'reason');
    return !['', 'ContainerCreating', 'PodInitializing'].includes(reason);
  });
}

/** Where the pods of a node are, by the node's own range. */
function addressesOn(hands: Hands, nodeName: string): Fields {
  const node = hands.get({ apiVersion: 'v1', kind: 'Node', name: nodeName });
  const range = /^(\d+\.\d+\.\d+)\.\d+\/24$/.exec(
    textAt(node, 'spec', 'podCIDR'),
  )?.[1];
  const taken = new Set(
    hands.list('', 'Pod').map(pod => textAt(pod, 'status', 'podIP')),
  );
  const podIP = Array.from({ length: 253 }, (_, i) => `${range}.${i + 2}`).find(
    address => !taken.has(address),
  );
  const hostIP = listAt(node, 'status', 'addresses')
    .filter(address => textAt(address, 'type') === 'InternalIP')
    .map(address => textAt(address, 'address'))[0];
  return {
    ...(hostIP && { hostIP }),
    ...(range && podIP && { podIP, podIPs: [{ ip: podIP }] }),
  };
}

function statusOf(pod: KubeObject, running: boolean, now: string): Fields {
  if (isIll(pod)) {
    return {
      ...fieldsAt(pod, 'status'),
      conditions: listAt(pod, 'status', 'conditions')
        .filter(isFields)
        .filter(({ type }) => type !== 'DisruptionTarget')
        .map(condition => ({ ...condition, lastTransitionTime: now })),
      startTime: now,
    };
  }
  const waits = new Set(running ? [] : ['Ready', 'ContainersReady']);
  const conditions = listAt(pod, 'status', 'conditions')
    .filter(isFields)
    .filter(({ type }) => type !== 'DisruptionTarget')
    .map(condition => ({
      ...condition,
      status: waits.has(String(condition.type)) ? 'False' : 'True',
      lastTransitionTime: now,
    }));
  const containerStatuses = listAt(pod, 'status', 'containerStatuses')
    .filter(isFields)
    .map(status => ({
      ...status,
      lastState: {},
      restartCount: 0,
      ready: running,
      started: running,
      state: running
        ? { running: { startedAt: now } }
        : { waiting: { reason: 'ContainerCreating' } },
    }));
  return {
    phase: running ? 'Running' : 'Pending',
    conditions,
    startTime: now,
    ...(containerStatuses.length > 0 && { containerStatuses }),
  };
}

function copyOn(
  hands: Hands,
  pod: KubeObject,
  name: string,
  nodeName: string,
  running: boolean,
  now: string,
): KubeObject {
  const { namespace, generateName, labels, annotations, ownerReferences } =
    pod.metadata;
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name,
      namespace,
      generateName,
      labels,
      annotations,
      ownerReferences,
    },
    spec: { ...fieldsAt(pod, 'spec'), nodeName },
    status: {
      ...statusOf(pod, running, now),
      ...(running ? addressesOn(hands, nodeName) : {}),
    },
  };
}

/**
 * What takes the place of an evicted pod while its node is away: a ReplicaSet starts another one elsewhere, which waits
 * where its volume is still attached to the dead node. A StatefulSet starts none, since the old one may still run.
 */
export function replaceElsewhere(
  hands: Hands,
  pod: KubeObject,
): KubeObject | undefined {
  const byReplicaSet = pod.metadata.ownerReferences?.some(
    owner => owner.kind === 'ReplicaSet',
  );
  const node = byReplicaSet ? freeNode(hands) : undefined;
  if (!node) return undefined;
  const stem =
    pod.metadata.generateName ?? pod.metadata.name.replace(/[^-]*$/, '');
  const name = stem + Math.random().toString(36).slice(2, 7).padEnd(5, 'x');
  const now = timestamp(hands.now());
  const next = copyOn(hands, pod, name, node, !hasClaim(pod), now);
  hands.apply(next, 'kube-controller-manager');
  return next;
}

/** What follows when the node is back: the StatefulSet's pod starts anew, the waiting one gets its volume. */
export function settle(
  hands: Hands,
  pod: KubeObject,
  replacement: KubeObject | undefined,
): void {
  const now = timestamp(hands.now());
  if (replacement) {
    const { namespace, name } = replacement.metadata;
    const there = hands.get({ apiVersion: 'v1', kind: 'Pod', namespace, name });
    if (there && textAt(there, 'status', 'phase') === 'Pending') {
      const status = {
        ...statusOf(there, true, now),
        ...addressesOn(hands, textAt(there, 'spec', 'nodeName')),
      };
      hands.merge(there, { status }, 'kubelet');
    }
  } else if (pod.metadata.ownerReferences?.length) {
    const { name } = pod.metadata;
    const node = textAt(pod, 'spec', 'nodeName');
    hands.apply(
      copyOn(hands, pod, name, node, true, now),
      'kube-controller-manager',
    );
  }
}
