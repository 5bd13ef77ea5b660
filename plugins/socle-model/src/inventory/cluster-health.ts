import type { KindId } from '../definition/kind';
import { Resource } from '../definition/resource';
import { ResourceStore } from '../graph/store';
import {
  degraded,
  failed,
  healthy,
  progressing,
  unknown,
  Verdict,
} from '../judging/verdict';
import { isClusterDns } from '../reading/cluster-dns';

/** What is read of the facts of other kinds. */
type Facts = {
  roles?: unknown;
  component?: unknown;
  available?: unknown;
  replicas?: unknown;
};

/**
 * How a cluster is, and the object that says so.
 * @public
 */
export interface ClusterVerdict extends Verdict {
  because?: Resource;
}

const LEADERS = ['kube-controller-manager', 'kube-scheduler'];

/** What of a store somebody may see. */
class Readable {
  readonly progressMinutes: number;

  constructor(
    private readonly all: ResourceStore,
    private readonly mayRead: (resource: Resource) => boolean,
  ) {
    this.progressMinutes = all.thresholds.progressMinutes;
  }

  *ofKind(kind: KindId): Iterable<Resource> {
    for (const one of this.all.ofKind(kind)) {
      if (this.mayRead(one)) yield one;
    }
  }

  get(kind: KindId, namespace: string | undefined, name: string) {
    const found = this.all.get(kind, namespace, name);
    return found && this.mayRead(found) ? found : undefined;
  }

  isListed(kind: KindId): boolean {
    return this.all.isListed(kind);
  }
}

/**
 * How a cluster is as a platform: its control plane, its nodes, its names and its metrics. What runs on it has a health
 * of its own and does not count here. Undefined where nothing of that is known.
 * @public
 */
export function clusterHealth(
  all: ResourceStore,
  now: number,
  mayRead: (resource: Resource) => boolean = () => true,
): ClusterVerdict | undefined {
  const store = new Readable(all, mayRead);
  const nodes = [...store.ofKind('/Node')];
  const control = first(store, 'control-plane.socle.dev/ControlPlane');
  if (nodes.length === 0 && !control) {
    return undefined;
  }
  return (
    stopped(store, nodes, control) ??
    weakened(store, nodes, control, now) ??
    unclear(store, nodes) ??
    joining(nodes) ??
    healthy(
      'ClusterRuns',
      `${nodes.length} node${
        nodes.length === 1 ? '' : 's'
      } and the control plane work.`,
    )
  );
}

function first(store: Readable, kind: KindId): Resource | undefined {
  for (const one of store.ofKind(kind)) return one;
  return undefined;
}

function stopped(
  store: Readable,
  nodes: Resource[],
  control: Resource | undefined,
): ClusterVerdict | undefined {
  if (control?.verdict.status === 'failed') {
    return because(failed, control, control.verdict.message);
  }
  for (const name of LEADERS) {
    const lease = store.get('coordination.k8s.io/Lease', 'kube-system', name);
    if (lease?.verdict.status === 'failed') {
      return because(failed, lease, `${name}: ${lease.verdict.message}`);
    }
  }
  const own = nodes.filter(isControlPlane);
  const down = own.filter(({ verdict }) => verdict.status === 'failed');
  const up = own.length - down.length;
  return own.length > 0 && up < Math.floor(own.length / 2) + 1
    ? because(
        failed,
        down[0],
        `${up} of ${own.length} control plane nodes work: no majority.`,
      )
    : undefined;
}

function weakened(
  store: Readable,
  nodes: Resource[],
  control: Resource | undefined,
  now: number,
): ClusterVerdict | undefined {
  const bad = nodes.filter(
    node =>
      ['failed', 'degraded'].includes(node.verdict.status) &&
      !isYoung(store, node, now),
  );
  const [node] = bad.sort(
    (a, b) =>
      Number(isControlPlane(b)) - Number(isControlPlane(a)) ||
      Number(b.verdict.status === 'failed') -
        Number(a.verdict.status === 'failed'),
  );
  if (control?.verdict.status === 'degraded') {
    return because(degraded, control, control.verdict.message);
  }
  if (node) {
    const spare = spareText(nodes.filter(isControlPlane), node);
    return because(
      degraded,
      node,
      `${bad.length} of ${nodes.length} nodes ${
        bad.length === 1 ? 'is' : 'are'
      } not well: ${node.meta.name}: ${node.verdict.message}${spare}`,
    );
  }
  for (const pod of store.ofKind('/Pod')) {
    const { component } = pod.facts as Facts;
    if (component !== undefined && pod.verdict.status === 'failed') {
      return because(degraded, pod, `${pod.meta.name}: ${pod.verdict.message}`);
    }
  }
  return names(store) ?? metrics(store);
}

/** A node that joins has some minutes until its network is there. */
function isYoung(store: Readable, { meta }: Resource, now: number) {
  const patience = store.progressMinutes * 60_000;
  return meta.created !== undefined && now - meta.created < patience;
}

function spareText(own: Resource[], node: Resource): string {
  if (!isControlPlane(node) || node.verdict.status !== 'failed') {
    return '';
  }
  const up = own.filter(({ verdict }) => verdict.status !== 'failed').length;
  return up === Math.floor(own.length / 2) + 1
    ? ' No spare control plane left.'
    : '';
}

function names(store: Readable): ClusterVerdict | undefined {
  for (const one of store.ofKind('apps/Deployment')) {
    const { available, replicas } = one.facts as Facts;
    if (
      isClusterDns(one.meta) &&
      typeof available === 'number' &&
      typeof replicas === 'number' &&
      available < replicas
    ) {
      return because(
        degraded,
        one,
        `Names are resolved by ${available} of ${replicas} replicas of ${one.meta.name}.`,
      );
    }
  }
  return undefined;
}

function metrics(store: Readable): ClusterVerdict | undefined {
  const api =
    first(store, 'metrics-server.socle.dev/MetricsApi') ??
    store.get(
      'apiregistration.k8s.io/APIService',
      undefined,
      'v1beta1.metrics.k8s.io',
    );
  return api?.verdict.status === 'degraded'
    ? because(degraded, api, api.verdict.message)
    : undefined;
}

function unclear(
  store: Readable,
  nodes: Resource[],
): ClusterVerdict | undefined {
  const node = nodes.find(({ verdict }) => verdict.status === 'unknown');
  if (node) {
    return because(unknown, node, `${node.meta.name}: ${node.verdict.message}`);
  }
  return nodes.length === 0 && !store.isListed('/Node')
    ? unknown('ClusterNodesNotRead', 'Its nodes were not read.')
    : undefined;
}

/** What is left here and is not well is a node that joins. */
function joining(nodes: Resource[]): ClusterVerdict | undefined {
  const node = nodes.find(({ verdict }) => verdict.status !== 'healthy');
  return node
    ? because(
        progressing,
        node,
        `${node.meta.name} joins: ${node.verdict.message}`,
      )
    : undefined;
}

function isControlPlane({ facts }: Resource): boolean {
  const { roles } = facts as Facts;
  return (
    Array.isArray(roles) &&
    (roles.includes('control-plane') || roles.includes('master'))
  );
}

function because(
  make: typeof failed,
  resource: Resource,
  message: string,
): ClusterVerdict {
  return { ...make(resource.verdict.reason, message), because: resource };
}
