import { randomUUID } from 'node:crypto';
import {
  at,
  fieldsAt,
  KubeObject,
  listAt,
  microTimestamp,
  textAt,
  timestamp,
} from '../storage/object';
import { conditionStatus, withConditions } from './conditions';
import { Hands } from './hands';

const nodeLeases = 'kube-node-lease';
const controlPlane = 'node-role.kubernetes.io/control-plane';

function secondsOf(lease: KubeObject): number {
  const seconds = at(lease, 'spec', 'leaseDurationSeconds');
  return typeof seconds === 'number' ? seconds : 15;
}

function renewedAt(lease: KubeObject): number {
  return Date.parse(textAt(lease, 'spec', 'renewTime'));
}

function idOf({ metadata }: KubeObject): string {
  return `${metadata.namespace}/${metadata.name}`;
}

/** Kubelets renew their Leases every 10 s, leaders theirs every 2 s and more. */
export class Leases {
  /** Leases that had run out when the cluster was loaded show an operator that is gone: nobody renews them. */
  private readonly abandoned: Set<string>;

  constructor(private readonly hands: Hands) {
    const grace = 30_000;
    this.abandoned = new Set(
      this.all()
        .filter(
          lease =>
            !(
              renewedAt(lease) + secondsOf(lease) * 1000 + grace >=
              hands.now()
            ),
        )
        .map(idOf),
    );
  }

  /** Every 10 s. */
  beatOfKubelets(): void {
    for (const node of this.hands.list('', 'Node')) {
      if (!this.alive(node)) continue;
      const { name } = node.metadata;
      const lease = this.all().find(
        ({ metadata }) =>
          metadata.namespace === nodeLeases && metadata.name === name,
      );
      if (lease) {
        if (!this.abandoned.has(idOf(lease)) && !this.hands.silent(lease))
          this.renew(lease);
      } else this.hands.apply(nodeLease(node, this.hands.now()), 'kubelet');
    }
  }

  /** Every 5 min: a kubelet with nothing new to say repeats its conditions. */
  beatOfNodeStatus(): void {
    const now = timestamp(this.hands.now());
    for (const node of this.hands.list('', 'Node')) {
      if (!this.alive(node)) continue;
      const kubelets = [
        'Ready',
        'MemoryPressure',
        'DiskPressure',
        'PIDPressure',
      ];
      const changes = Object.fromEntries(
        kubelets.map(type => [type, { lastHeartbeatTime: now }]),
      );
      const conditions = withConditions(
        listAt(node, 'status', 'conditions'),
        changes,
        now,
      );
      this.hands.merge(node, { status: { conditions } }, 'kubelet');
    }
  }

  /** Every 2 s; Leases that run longer are renewed more rarely. */
  beatOfLeaders(): void {
    const now = this.hands.now();
    for (const lease of this.all()) {
      const { namespace } = lease.metadata;
      const holder = textAt(lease, 'spec', 'holderIdentity');
      if (
        namespace === nodeLeases ||
        !holder ||
        this.abandoned.has(idOf(lease))
      )
        continue;
      if (this.hands.silent(lease)) continue;
      const age = now - renewedAt(lease);
      const duration = secondsOf(lease) * 1000;
      if (this.holderIsDown(lease, holder)) {
        if (age > duration) this.takeOver(lease, holder);
      } else if (age >= Math.min(duration / 7.5, 10_000) - 100)
        this.renew(lease);
    }
  }

  private all(): KubeObject[] {
    return this.hands.list('coordination.k8s.io', 'Lease');
  }

  private alive(node: KubeObject): boolean {
    return (
      !this.hands.downNodes.has(node.metadata.name) &&
      !this.hands.silent(node) &&
      conditionStatus(listAt(node, 'status', 'conditions'), 'Ready') === 'True'
    );
  }

  private renew(lease: KubeObject): void {
    const renewTime = microTimestamp(this.hands.now());
    this.hands.merge(lease, { spec: { renewTime } }, 'leader-election');
  }

  private nodeOfHolder(lease: KubeObject, holder: string): string {
    const name = holder.split('_')[0];
    const pod = this.hands
      .list('', 'Pod')
      .find(
        ({ metadata }) =>
          metadata.namespace === lease.metadata.namespace &&
          metadata.name === name,
      );
    return pod ? textAt(pod, 'spec', 'nodeName') : name;
  }

  private holderIsDown(lease: KubeObject, holder: string): boolean {
    if (this.hands.downNodes.size === 0) return false;
    return this.hands.downNodes.has(this.nodeOfHolder(lease, holder));
  }

  /** Another one of the same kind becomes leader: a control plane node, or another pod of the same owner. */
  private takeOver(lease: KubeObject, holder: string): void {
    const name = holder.split('_')[0];
    const pods = this.hands.list('', 'Pod');
    const old = pods.find(pod => pod.metadata.name === name);
    const owner = old?.metadata.ownerReferences?.[0]?.uid;
    const next = old
      ? pods.find(
          pod =>
            owner !== undefined &&
            pod.metadata.ownerReferences?.[0]?.uid === owner &&
            !this.hands.downNodes.has(textAt(pod, 'spec', 'nodeName')),
        )
      : this.hands
          .list('', 'Node')
          .find(
            node =>
              this.alive(node) && controlPlane in (node.metadata.labels ?? {}),
          );
    if (!next) return;
    const transitions = fieldsAt(lease, 'spec').leaseTransitions;
    const now = microTimestamp(this.hands.now());
    const spec = {
      holderIdentity: `${next.metadata.name}_${randomUUID()}`,
      acquireTime: now,
      renewTime: now,
      leaseTransitions: (typeof transitions === 'number' ? transitions : 0) + 1,
    };
    this.hands.merge(lease, { spec }, 'leader-election');
  }
}

function nodeLease(node: KubeObject, now: number): KubeObject {
  const { name, uid = '' } = node.metadata;
  return {
    apiVersion: 'coordination.k8s.io/v1',
    kind: 'Lease',
    metadata: {
      name,
      namespace: nodeLeases,
      ownerReferences: [{ apiVersion: 'v1', kind: 'Node', name, uid }],
    },
    spec: {
      holderIdentity: name,
      leaseDurationSeconds: 40,
      renewTime: microTimestamp(now),
    },
  };
}
