import {
  fieldsAt,
  isFields,
  KubeObject,
  listAt,
  textAt,
  timestamp,
} from '../storage/object';
import { conditionStatus, withConditions } from './conditions';
import { Endpoints } from './endpoints';
import { tell } from './event';
import { Hands } from './hands';
import { LonghornFailure } from './longhorn-failure';
import { OwnerCounts } from './owner-counts';
import { replaceElsewhere, settle } from './replacement';
import { Timers } from './timers';
import { Undo } from './undo';

/** `node-monitor-grace-period` from Kubernetes 1.32 on. */
const graceMs = 50_000;
/** The default toleration of `node.kubernetes.io/unreachable:NoExecute`. */
const evictionMs = 300_000;

const manager = 'kube-controller-manager';

/** One node that has died, from its last heartbeat until it is back. */
export class NodeFailure {
  private readonly undo: Undo;
  private readonly owners: OwnerCounts;
  private readonly longhorn: LonghornFailure;
  private readonly endpoints: Endpoints;
  private readonly evicted: { pod: KubeObject; replacement?: KubeObject }[] =
    [];
  private over = false;

  constructor(
    private readonly node: string,
    private readonly hands: Hands,
    private readonly timers: Timers,
  ) {
    this.undo = new Undo(hands);
    this.owners = new OwnerCounts(hands, this.undo);
    this.longhorn = new LonghornFailure(node, hands, timers);
    this.endpoints = new Endpoints(hands);
  }

  /** The Lease stops now; what follows takes its time, unless it is to be seen at once. */
  begin(immediately: boolean): void {
    this.hands.downNodes.add(this.node);
    if (immediately) this.noticed();
    else this.timers.after(graceMs, () => this.noticed());
    this.timers.after((immediately ? 0 : graceMs) + evictionMs, () =>
      this.evict(),
    );
  }

  end(): void {
    this.over = true;
    this.hands.downNodes.delete(this.node);
    this.undo.restore();
    this.longhorn.end();
    // A kubelet that is back finishes the deletions that waited for it.
    for (const { pod, replacement } of this.evicted.splice(0)) {
      this.hands.remove(pod);
      settle(this.hands, pod, replacement);
    }
    this.endpoints.sync();
  }

  private noticed(): void {
    if (this.over) return;
    const node = this.hands.get({
      apiVersion: 'v1',
      kind: 'Node',
      name: this.node,
    });
    if (node) this.markNode(node);
    this.markPods();
    this.markEndpoints();
    this.longhorn.begin();
  }

  private markNode(node: KubeObject): void {
    const now = timestamp(this.hands.now());
    const unknown = {
      status: 'Unknown',
      reason: 'NodeStatusUnknown',
      message: 'Kubelet stopped posting node status.',
    };
    const changes = Object.fromEntries(
      ['Ready', 'MemoryPressure', 'DiskPressure', 'PIDPressure'].map(type => [
        type,
        unknown,
      ]),
    );
    const unreachable = (effect: string) => ({
      key: 'node.kubernetes.io/unreachable',
      effect,
      timeAdded: now,
    });
    const taints = [
      ...listAt(node, 'spec', 'taints'),
      unreachable('NoSchedule'),
      unreachable('NoExecute'),
    ];
    const conditions = withConditions(
      listAt(node, 'status', 'conditions'),
      changes,
      now,
    );
    this.undo.change(
      node,
      { spec: { taints }, status: { conditions } },
      manager,
    );
    const message = `Node ${this.node} status is now: NodeNotReady`;
    tell(this.hands, node, 'node-controller', {
      type: 'Normal',
      reason: 'NodeNotReady',
      message,
    });
  }

  private podsHere(): KubeObject[] {
    return this.hands
      .list('', 'Pod')
      .filter(pod => textAt(pod, 'spec', 'nodeName') === this.node);
  }

  /** Pods keep their phase; only their readiness is gone, and with it that of their owners. */
  private markPods(): void {
    const now = timestamp(this.hands.now());
    for (const pod of this.podsHere()) {
      const conditions = listAt(pod, 'status', 'conditions');
      if (!isReady(pod)) continue;
      const changed = withConditions(
        conditions,
        { Ready: { status: 'False' } },
        now,
      );
      this.undo.change(pod, { status: { conditions: changed } }, manager);
      this.owners.countDown(pod, now);
    }
  }

  private markEndpoints(): void {
    for (const slice of this.hands.list('discovery.k8s.io', 'EndpointSlice')) {
      const endpoints = listAt(slice, 'endpoints');
      const here = (endpoint: unknown) =>
        textAt(endpoint, 'nodeName') === this.node;
      if (!endpoints.some(here) || this.endpoints.follow(slice)) continue;
      const changed = endpoints.map(endpoint =>
        isFields(endpoint) && here(endpoint)
          ? {
              ...endpoint,
              conditions: {
                ...fieldsAt(endpoint, 'conditions'),
                ready: false,
                serving: false,
              },
            }
          : endpoint,
      );
      this.undo.change(slice, { endpoints: changed }, manager);
    }
    this.endpoints.sync();
  }

  /** The taint manager deletes what does not tolerate the node; without a kubelet it stays Terminating. */
  private evict(): void {
    if (this.over) return;
    const now = timestamp(this.hands.now());
    for (const pod of this.podsHere()) {
      const byDaemonSet = pod.metadata.ownerReferences?.some(
        owner => owner.kind === 'DaemonSet',
      );
      const isStatic =
        'kubernetes.io/config.mirror' in (pod.metadata.annotations ?? {});
      if (byDaemonSet || isStatic || pod.metadata.deletionTimestamp) continue;
      const disruption = {
        type: 'DisruptionTarget',
        status: 'True',
        reason: 'DeletionByTaintManager',
        message: 'Taint manager: deleting due to NoExecute taint',
        lastTransitionTime: now,
      };
      const conditions = [...listAt(pod, 'status', 'conditions'), disruption];
      const metadata = {
        deletionTimestamp: timestamp(this.hands.now() + 30_000),
        deletionGracePeriodSeconds: 30,
      };
      this.hands.merge(pod, { metadata, status: { conditions } }, manager);
      const replacement = replaceElsewhere(this.hands, pod);
      this.evicted.push({ pod, replacement });
      if (replacement && isReady(replacement)) this.owners.countUp(pod);
    }
    this.endpoints.sync();
  }
}

function isReady(pod: KubeObject): boolean {
  return (
    conditionStatus(listAt(pod, 'status', 'conditions'), 'Ready') === 'True'
  );
}
