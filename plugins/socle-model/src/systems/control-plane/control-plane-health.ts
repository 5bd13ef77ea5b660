import type { Resource } from '../../definition/resource';
import {
  degraded,
  failed,
  healthy,
  HealthContext,
  progressing,
  unknown,
  Verdict,
  VerdictEvidence,
} from '../../judging/verdict';
import type { ControlPlaneFacts } from './control-plane';

/** What rules read of a node, and of a pod of the control plane. */
type PodPart = { component?: string };

const COMPONENTS = [
  'kube-apiserver',
  'kube-controller-manager',
  'kube-scheduler',
] as const;

interface Parts {
  nodes: Resource[];
  /** Nodes that say they are not ready, or say nothing. */
  down: Resource[];
  pods: Resource<PodPart>[];
  leases: Resource[];
  apiServer?: Resource;
  etcd?: Resource;
}

/** Worst first: what stops the cluster, then what leaves it without a spare. */
export function judgeControlPlane(
  _: Resource<ControlPlaneFacts>,
  context: HealthContext,
): Verdict {
  const parts = partsOf(context);
  return (
    judgeStopped(parts, context) ??
    judgeSpare(parts) ??
    judgeRunning(parts, context)
  );
}

function partsOf(context: HealthContext): Parts {
  const nodes = context.incoming('partOf', '/Node').items;
  return {
    nodes,
    down: nodes.filter(({ verdict }) => verdict.status === 'failed'),
    pods: context.incoming<PodPart>('partOf', '/Pod').items,
    leases: context.incoming('leads', 'coordination.k8s.io/Lease').items,
    apiServer: present(context, 'apiServer'),
    etcd: present(context, 'etcd'),
  };
}

function present(context: HealthContext, rel: string): Resource | undefined {
  const found = context.target(rel);
  return found?.state === 'present' ? found.resource : undefined;
}

function judgeStopped(
  parts: Parts,
  context: HealthContext,
): Verdict | undefined {
  const { nodes, down, etcd, apiServer, leases } = parts;
  if (etcd?.verdict.status === 'failed') {
    return failed('ControlPlaneEtcdDown', etcd.verdict.message, {
      evidence: evidenceOf(etcd),
    });
  }
  if (apiServer?.verdict.status === 'failed') {
    return failed('ControlPlaneApiServerDown', apiServer.verdict.message, {
      evidence: evidenceOf(apiServer),
    });
  }
  const leaderless = leases.filter(
    ({ verdict }) => verdict.status === 'failed',
  );
  if (leaderless.length > 0) {
    return failed(
      'ControlPlaneWithoutLeader',
      leaderless
        .map(({ meta, verdict }) => `${meta.name}: ${verdict.message}`)
        .join(' '),
      { evidence: leaderless.flatMap(evidenceOf) },
    );
  }
  const needed = Math.floor(nodes.length / 2) + 1;
  const up = nodes.length - down.length;
  if (nodes.length > 0 && up < needed) {
    return failed(
      'ControlPlaneMajorityDown',
      `${up} of ${counted(
        nodes.length,
        'control plane node',
      )} work, ${needed} are needed: ${named(down)} down.`,
      { evidence: down.flatMap(evidenceOf) },
    );
  }
  return judgeComponents(parts, context);
}

/** A component of which no pod works, or none is there while others of the control plane are. */
function judgeComponents(
  { pods }: Parts,
  context: HealthContext,
): Verdict | undefined {
  const absent = COMPONENTS.filter(
    name => !pods.some(({ facts }) => facts.component === name),
  );
  if (pods.length > 0 && absent.length > 0 && context.listed('/Pod')) {
    return failed(
      'ControlPlaneComponentDown',
      `No pod of ${absent.join(', ')} exists.`,
      {
        evidence: absent.map(name => ({
          path: 'metadata.labels.component',
          value: `no pod in kube-system is ${name}`,
        })),
      },
    );
  }
  for (const component of new Set(pods.map(({ facts }) => facts.component))) {
    const own = pods.filter(({ facts }) => facts.component === component);
    if (own.every(({ verdict }) => verdict.status === 'failed')) {
      return failed(
        'ControlPlaneComponentDown',
        `No ${component ?? 'part'} works: ${own[0].meta.name}: ${
          own[0].verdict.message
        }`,
        { evidence: own.flatMap(evidenceOf) },
      );
    }
  }
  return undefined;
}

function judgeSpare(parts: Parts): Verdict | undefined {
  const { nodes, down, pods, etcd, apiServer } = parts;
  if (down.length > 0) {
    const up = nodes.length - down.length;
    const spare = up - (Math.floor(nodes.length / 2) + 1);
    return degraded(
      'ControlPlaneNodeDown',
      `${up} of ${counted(nodes.length, 'control plane node')} work: ${named(
        down,
      )} down, ${
        spare === 0
          ? 'no spare control plane left'
          : `the loss of ${spare} more is tolerated`
      }.`,
      { evidence: down.flatMap(evidenceOf) },
    );
  }
  const part = [
    ...[etcd, apiServer].filter(one => one?.verdict.status === 'degraded'),
    ...pods.filter(({ verdict }) => verdict.status === 'failed'),
    ...nodes.filter(({ verdict }) => verdict.reason === 'NodeStaticPodMissing'),
  ].find(one => one !== undefined);
  return (
    part &&
    degraded(
      'ControlPlanePartDown',
      `${part.kind.kind} ${part.meta.name}: ${part.verdict.message}`,
      { evidence: evidenceOf(part) },
    )
  );
}

function judgeRunning(
  { nodes, apiServer }: Parts,
  context: HealthContext,
): Verdict {
  const joining = nodes.filter(
    ({ verdict }) => verdict.status === 'progressing',
  );
  if (joining.length > 0) {
    return progressing(
      'ControlPlaneNodeJoins',
      `${named(joining)} has not reported yet.`,
      { evidence: joining.flatMap(evidenceOf) },
    );
  }
  if (apiServer?.verdict.status !== 'healthy') {
    return unknown(
      'ControlPlaneNotRead',
      apiServer
        ? `How the API server is does not show: ${apiServer.verdict.message}`
        : 'How the API server is was not read.',
      { evidence: [{ path: 'spec.apiServer', value: null }] },
    );
  }
  const total = nodes.length;
  if (total === 0) {
    return healthy(
      'ControlPlaneRuns',
      context.listed('/Node')
        ? 'The API server is ready; its nodes are not part of the cluster.'
        : 'The API server is ready; its nodes were not read.',
    );
  }
  const spare = total - (Math.floor(total / 2) + 1);
  return healthy(
    'ControlPlaneRuns',
    `${counted(total, 'control plane node')}, all working: ${
      spare === 0 ? 'none may be lost' : `the loss of ${spare} is tolerated`
    }.`,
    total === 1 ? { flags: ['notReplicated'] } : undefined,
  );
}

function evidenceOf(of: Resource): VerdictEvidence[] {
  return (of.verdict.evidence ?? []).map(one => ({ of, ...one }));
}

function named(resources: readonly Resource[]): string {
  return resources.map(({ meta }) => meta.name).join(', ');
}

function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}
