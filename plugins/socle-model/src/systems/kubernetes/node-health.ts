import type { Resource } from '../../definition/resource';
import {
  degraded,
  failed,
  healthy,
  HealthContext,
  holdingSince,
  progressing,
  unknown,
  Verdict,
} from '../../judging/verdict';
import { Condition, said } from '../../reading/conditions';
import { formatTime } from '../../reading/times';
import type { LeaseFacts } from './lease';
import type { NodeFacts } from './node-facts';
import { skewOf } from './version-skew';

/** Conditions of a node whose True is bad. */
export const PRESSURES: readonly string[] = [
  'MemoryPressure',
  'DiskPressure',
  'PIDPressure',
  'NetworkUnavailable',
];

/** Conditions of the node problem detector whose True is bad; they say nothing of what the kubelet can do. */
export const PROBLEMS: readonly string[] = [
  'KernelDeadlock',
  'ReadonlyFilesystem',
  'XfsShutdown',
  'CperHardwareErrorFatal',
  'FrequentKubeletRestart',
  'FrequentContainerdRestart',
  'FrequentUnregisterNetDevice',
  'KubeletUnhealthy',
  'ContainerRuntimeUnhealthy',
];

/** The static pods of a control plane node, by the first part of their names. */
export const STATIC_PODS = [
  'kube-apiserver',
  'kube-controller-manager',
  'kube-scheduler',
] as const;

const READY = healthy('NodeReady', 'The kubelet is ready.');

export function judgeNode(
  node: Resource<NodeFacts>,
  context: HealthContext,
): Verdict {
  const { ready } = node.facts;
  if (!ready) {
    return progressing(
      'NodeNotReported',
      'The node has not reported its readiness yet.',
      {
        evidence: [
          { path: 'status.conditions', value: 'no condition of type Ready' },
        ],
      },
    );
  }
  const evidence = [
    { path: 'status.conditions[type=Ready].status', value: ready.status },
  ];
  switch (ready.status) {
    case 'Unknown':
      return failed(
        'NodeSilent',
        `Node silent since ${
          ready.at === undefined ? 'an unknown time' : formatTime(ready.at)
        }: the kubelet stopped reporting.`,
        { evidence, since: ready.at },
      );
    case 'False':
      return failed(
        'NodeNotReady',
        `The kubelet is not ready: ${said(ready)}`,
        {
          evidence: [
            ...evidence,
            {
              path: 'status.conditions[type=Ready].message',
              value: said(ready),
            },
          ],
          since: ready.at,
        },
      );
    case 'True':
      return judgeReady(node, context);
    default:
      return unknown(
        'NodeReadinessUnreadable',
        `The readiness is "${ready.status}", which is not known.`,
        {
          evidence,
        },
      );
  }
}

/** A node that reports well can still be short of something or be kept out of use. */
function judgeReady(
  node: Resource<NodeFacts>,
  context: HealthContext,
): Verdict {
  const { facts } = node;
  const heartbeat = judgeHeartbeat(node, context);
  const recheckAt = heartbeat.dueAt;
  const warnings = (facts.pressures ?? [])
    .filter(({ status }) => status !== 'True')
    .map(({ type, status }) => `${type} is ${status || 'without a status'}.`);
  for (const problem of facts.problems ?? []) {
    warnings.push(`${problem.type}: ${said(problem)}`);
  }
  const skew = judgeSkew(node, context);
  if (skew) warnings.push(skew);
  const detail = { recheckAt, ...(warnings.length > 0 ? { warnings } : {}) };
  const pressed = (facts.pressures ?? []).filter(
    ({ status }) => status === 'True',
  );
  if (pressed.length > 0) {
    return judgePressures(pressed, {
      recheckAt,
      warnings: facts.unschedulable
        ? [...warnings, cordonText(facts)]
        : warnings,
    });
  }
  if (facts.unschedulable) {
    return degraded('NodeCordoned', cordonText(facts), {
      ...detail,
      evidence: [{ path: 'spec.unschedulable', value: true }],
    });
  }
  const outOfService = facts.taints?.find(taint =>
    taint.startsWith('node.kubernetes.io/out-of-service'),
  );
  if (outOfService) {
    return degraded('NodeOutOfService', 'Marked out of service.', {
      ...detail,
      evidence: [{ path: 'spec.taints', value: outOfService }],
    });
  }
  return (
    heartbeat.late ??
    judgeStaticPods(node, context, detail) ??
    holdingSince({ ...READY, ...detail }, facts.ready?.at)
  );
}

function judgeSkew(
  { facts }: Resource<NodeFacts>,
  context: HealthContext,
): string | undefined {
  const server = context.target<{ version?: string }>('servedBy');
  return server?.state === 'present'
    ? skewOf(
        facts.kubeletVersion,
        server.resource.facts.version,
        context.thresholds.kubeletMinorVersions,
      )
    : undefined;
}

function cordonText({ cordonedByTalos }: NodeFacts): string {
  return `Cordoned${cordonedByTalos ? ' by Talos' : ''}: no new pods.`;
}

function judgePressures(
  pressed: Condition[],
  detail: { recheckAt?: number; warnings: string[] },
): Verdict {
  const networkOnly = pressed.every(
    ({ type }) => type === 'NetworkUnavailable',
  );
  return degraded(
    networkOnly ? 'NodeNetworkUnavailable' : 'NodeUnderPressure',
    pressed.map(one => `${one.type}: ${said(one)}`).join('; '),
    {
      evidence: pressed.map(({ type, status }) => ({
        path: `status.conditions[type=${type}].status`,
        value: status,
      })),
      since: earliest(pressed),
      recheckAt: detail.recheckAt,
      ...(detail.warnings.length > 0 ? { warnings: detail.warnings } : {}),
    },
  );
}

function earliest(conditions: readonly Condition[]): number | undefined {
  const times = conditions.flatMap(({ at }) => at ?? []);
  return times.length > 0 ? Math.min(...times) : undefined;
}

function judgeHeartbeat(
  { meta }: Resource<NodeFacts>,
  context: HealthContext,
): { late?: Verdict; dueAt?: number } {
  const lease = context.target<LeaseFacts>('heartbeat');
  if (lease?.state !== 'present') {
    return {};
  }
  const { renewTime } = lease.resource.facts;
  if (renewTime === undefined) {
    return {};
  }
  const due = renewTime + context.thresholds.nodeHeartbeatSeconds * 1000;
  if (context.now <= due) {
    return { dueAt: due + 1 };
  }
  return {
    late: degraded(
      'NodeHeartbeatLate',
      `The heartbeat of ${meta.name} is late: last renewed at ${formatTime(
        renewTime,
      )}.`,
      {
        evidence: [
          {
            of: lease.resource,
            path: 'spec.renewTime',
            value: formatTime(renewTime),
          },
        ],
        since: due,
      },
    ),
  };
}

/**
 * Talos and kubeadm run the control plane as static pods; other distributions run it inside one process. So that some
 * are missing may be said where the node is Talos', or where others of them are there.
 */
function judgeStaticPods(
  { meta, facts }: Resource<NodeFacts>,
  context: HealthContext,
  detail: { recheckAt?: number; warnings?: string[] },
): Verdict | undefined {
  const pods = context.targets('staticPod');
  const missing = STATIC_PODS.filter(
    (_, index) => pods[index]?.state === 'absent',
  );
  const hosted =
    facts.talosVersion !== undefined ||
    pods.some(({ state }) => state === 'present');
  if (missing.length === 0 || !hosted) {
    return undefined;
  }
  return degraded(
    'NodeStaticPodMissing',
    `${missing.join(', ')} missing on ${meta.name}.`,
    {
      ...detail,
      evidence: missing.map(component => ({
        path: 'metadata.name',
        value: `kube-system/${component}-${meta.name} does not exist`,
      })),
    },
  );
}
