import { suffixOf, uidOf, ownedBy } from '../../demo/build/object-factory';
import { containerStatus } from '../../demo/build/workloads/container-status';
import { podAddress } from '../../demo/build/workloads/pod-status';
import { DemoNode } from '../../demo/platform';
import {
  at,
  Fields,
  fieldsAt,
  isFields,
  KubeObject,
  listAt,
  textAt,
  timestamp,
} from '../../storage/object';
import { conditionStatus } from '../conditions';
import { Hands } from '../hands';
import { Timers } from '../timers';
import { ClaimController } from './claims';
import { Fresh } from './fresh';
import { NodesForWork } from './nodes-for-work';
import { missingReference } from './pod-references';

const KUBELET = 'kubelet';
/** From a node's being found to the container's running: the pull of an image, mostly. */
const START_MS = 3_000;

export function isReady(pod: KubeObject): boolean {
  return (
    !pod.metadata.deletionTimestamp &&
    conditionStatus(listAt(pod, 'status', 'conditions'), 'Ready') === 'True'
  );
}

/** Makes pods of a template and brings them to run. */
export class PodController {
  private readonly createdAt = new Map<string, number>();

  constructor(
    private readonly hands: Hands,
    private readonly timers: Timers,
    private readonly nodes: NodesForWork,
    private readonly claims: ClaimController,
  ) {}

  of(owner: KubeObject): KubeObject[] {
    return this.hands
      .list('', 'Pod')
      .filter(
        ({ metadata }) =>
          !metadata.deletionTimestamp &&
          metadata.ownerReferences?.some(
            ({ uid }) => uid === owner.metadata.uid,
          ),
      );
  }

  create(
    owner: KubeObject,
    template: unknown,
    {
      name,
      node,
      volumes = [],
    }: { name?: string; node?: DemoNode; volumes?: Fields[] } = {},
  ): void {
    const { namespace = 'default', name: stem } = owner.metadata;
    const made = name ?? `${stem}-${suffixOf(5, stem, String(Math.random()))}`;
    const spec = fieldsAt(template, 'spec');
    const pod: KubeObject = {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: {
        name: made,
        namespace,
        generateName: `${stem}-`,
        uid: uidOf('pod', namespace, made, String(Math.random())),
        labels: {
          ...(fieldsAt(template, 'metadata', 'labels') as Record<
            string,
            string
          >),
          ...hashLabel(owner),
        },
        annotations: fieldsAt(template, 'metadata', 'annotations') as Record<
          string,
          string
        >,
        ownerReferences: [ownedBy(owner)],
      },
      spec: {
        restartPolicy: 'Always',
        terminationGracePeriodSeconds: 30,
        dnsPolicy: 'ClusterFirst',
        schedulerName: 'default-scheduler',
        serviceAccountName: 'default',
        securityContext: {},
        ...spec,
        volumes: [...listAt(spec, 'volumes'), ...volumes],
        ...(node ? { nodeName: node.name } : {}),
      },
      status: { phase: 'Pending', qosClass: 'Burstable' },
    };
    this.hands.apply(pod, 'kube-controller-manager');
    this.createdAt.set(`${namespace}/${made}`, this.hands.now());
  }

  /** Schedules and starts a pod when what it needs is there. */
  settle(pod: KubeObject): void {
    if (isReady(pod)) return;
    const claim = claimNames(pod).find(
      name => !this.claims.isBound(pod.metadata.namespace, name),
    );
    if (claim) {
      this.unschedulable(
        pod,
        'pod has unbound immediate PersistentVolumeClaims. preemption: 0 nodes are available',
      );
      return;
    }
    const named = textAt(pod, 'spec', 'nodeName');
    const node = named ? this.nodes.named(named) : this.nodes.next();
    if (!node) {
      this.unschedulable(pod, 'no node takes it');
      return;
    }
    if (!named)
      this.hands.merge(
        pod,
        { spec: { nodeName: node.name } },
        'kube-scheduler',
      );
    for (const name of claimNames(pod)) this.claims.attach(pod, name, node);
    const missing = missingReference(pod, this.hands);
    if (missing) this.waiting(pod, node, 'CreateContainerConfigError', missing);
    else if (this.age(pod) < START_MS)
      this.waiting(pod, node, 'ContainerCreating');
    else this.run(pod, node);
  }

  private age({ metadata }: KubeObject): number {
    const key = `${metadata.namespace}/${metadata.name}`;
    const since = this.createdAt.get(key) ?? 0;
    return (this.hands.now() - since) * this.timers.pace;
  }

  private unschedulable(pod: KubeObject, why: string): void {
    const count = this.nodes.all().length;
    const message = `0/${count} nodes are available: ${why}.`;
    const said = listAt(pod, 'status', 'conditions');
    if (said.some(one => textAt(one, 'message') === message)) return;
    const conditions = [
      {
        type: 'PodScheduled',
        status: 'False',
        reason: 'Unschedulable',
        message,
        lastTransitionTime: timestamp(this.hands.now()),
      },
    ];
    this.hands.merge(
      pod,
      { status: { phase: 'Pending', conditions } },
      'kube-scheduler',
    );
  }

  private waiting(
    pod: KubeObject,
    node: DemoNode,
    reason: string,
    message?: string,
  ): void {
    const first = listAt(pod, 'status', 'containerStatuses')[0];
    if (textAt(first, 'state', 'waiting', 'reason') === reason) return;
    const containerStatuses = containersOf(pod).map(({ name, image }) => ({
      name,
      image,
      imageID: '',
      lastState: {},
      restartCount: 0,
      started: false,
      ready: false,
      state: { waiting: { reason, ...(message ? { message } : {}) } },
    }));
    this.tell(pod, node, 'Pending', false, containerStatuses);
  }

  private run(pod: KubeObject, node: DemoNode): void {
    const make = new Fresh(this.hands.now());
    const containerStatuses = containersOf(pod).map(({ name, image }) =>
      containerStatus({ name, image }, pod.metadata.name, make.ago(), make),
    );
    this.tell(pod, node, 'Running', true, containerStatuses);
    this.createdAt.delete(`${pod.metadata.namespace}/${pod.metadata.name}`);
  }

  private tell(
    pod: KubeObject,
    node: DemoNode,
    phase: string,
    ready: boolean,
    containerStatuses: object[],
  ): void {
    const lastTransitionTime = timestamp(this.hands.now());
    const waits = ['Ready', 'ContainersReady'];
    const conditions = [
      'PodReadyToStartContainers',
      'PodScheduled',
      'Initialized',
      ...waits,
    ].map(type =>
      ready || !waits.includes(type)
        ? { type, status: 'True', lastTransitionTime }
        : {
            type,
            status: 'False',
            lastTransitionTime,
            reason: 'ContainersNotReady',
            message: `containers with unready status: [${containersOf(pod)
              .map(({ name }) => name)
              .join(' ')}]`,
          },
    );
    const address = podAddress(node.ip, pod.metadata.name);
    this.hands.merge(
      pod,
      {
        status: {
          phase,
          conditions,
          containerStatuses,
          hostIP: node.ip,
          hostIPs: [{ ip: node.ip }],
          startTime: textAt(pod, 'status', 'startTime') || lastTransitionTime,
          ...(ready ? { podIP: address, podIPs: [{ ip: address }] } : {}),
        },
      },
      KUBELET,
    );
  }
}

function hashLabel({ metadata }: KubeObject): Record<string, string> {
  const hash = metadata.labels?.['pod-template-hash'];
  return hash ? { 'pod-template-hash': hash } : {};
}

function containersOf(pod: KubeObject): Array<{ name: string; image: string }> {
  return listAt(pod, 'spec', 'containers').map(container => ({
    name: textAt(container, 'name'),
    image: textAt(container, 'image'),
  }));
}

export function claimNames(pod: KubeObject): string[] {
  return listAt(pod, 'spec', 'volumes')
    .filter(isFields)
    .map(volume => at(volume, 'persistentVolumeClaim', 'claimName'))
    .filter((name): name is string => typeof name === 'string');
}
