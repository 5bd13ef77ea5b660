import { defineKind, KindId } from '../../definition/kind';
import { linkByKey } from '../../definition/link';
import { managedBy, trackingIdOf } from '../../definition/ownership';
import type { Resource } from '../../definition/resource';
import {
  degraded,
  failed,
  healthy,
  HealthContext,
  unknown,
  Verdict,
} from '../../judging/verdict';
import { ingressControllerKey } from '../../reading/ingress-controllers';
import { annotationAt, stringAt } from '../../reading/raw';

type IngressClassFacts = {
  /** The controller that serves Ingresses of the class. */
  controller?: string;
  /** Ingresses that name no class get it when they are made. */
  default?: true;
  trackingId?: string;
};

/** What is read of a Deployment, or of a DaemonSet, which only counts who is ready. */
type WorkloadFacts = { available?: number; ready?: number };

const WORKLOADS: readonly KindId[] = ['apps/Deployment', 'apps/DaemonSet'];

/** It has no status: how it is, the workloads of its controller say. */
export const ingressClass = defineKind<IngressClassFacts>({
  group: 'networking.k8s.io',
  kind: 'IngressClass',
  plural: 'ingressclasses',
  versions: ['v1', 'v1beta1'],
  namespaced: false,
  statusless: true,
  patienceMinutes: 0,
  reads: ['metadata.annotations', 'metadata.labels', 'spec.controller'],
  project: raw => {
    const trackingId = trackingIdOf(raw, 'networking.k8s.io', 'IngressClass');
    return {
      controller: stringAt(raw, 'spec', 'controller'),
      ...(annotationAt(raw, 'ingressclass.kubernetes.io/is-default-class') ===
      'true'
        ? { default: true as const }
        : {}),
      ...(trackingId ? { trackingId } : {}),
    };
  },
  links: ({ facts }) => [
    ...managedBy(facts.trackingId),
    ...(facts.controller
      ? [
          linkByKey(
            'controller',
            ingressControllerKey(facts.controller),
            WORKLOADS,
            'target',
          ),
        ]
      : []),
  ],
  health: judgeClass,
  reasons: [
    {
      code: 'IngressClassServed',
      cause: 'The controller of the class runs.',
      evidence: 'the workloads of the controller in spec.controller',
      remedy: false,
    },
    {
      code: 'IngressClassControllerDown',
      cause: 'The controller that serves Ingresses of the class does not run.',
      evidence: 'spec.controller',
    },
    {
      code: 'IngressClassControllerImpaired',
      cause: 'The controller of the class runs, and not as it should.',
      evidence: 'spec.controller',
    },
  ],
  shows: ['controller', 'default'],
});

function judgeClass(
  { facts }: Resource<IngressClassFacts>,
  context: HealthContext,
): Verdict {
  const workloads = context
    .targets<WorkloadFacts>('controller')
    .flatMap(one => (one.state === 'present' ? [one.resource] : []));
  const name = facts.controller ?? 'no controller';
  if (workloads.length === 0) {
    return unknown(
      'NoState',
      facts.controller
        ? `Served by ${name}, and which workload that is was not found.`
        : 'It names no controller.',
    );
  }
  const evidence = (of: readonly Resource[]) => [
    { path: 'spec.controller', value: facts.controller ?? null },
    ...of.flatMap(workload =>
      (workload.verdict.evidence ?? []).map(one => ({ of: workload, ...one })),
    ),
  ];
  const said = (one: Resource) =>
    `${one.kind.kind} ${one.meta.namespace ?? ''}/${one.meta.name}: ${
      one.verdict.message
    }`;
  const serving = workloads.filter(one => !isDown(one, context));
  if (serving.length === 0) {
    return failed(
      'IngressClassControllerDown',
      `Its controller ${name} does not run. ${said(workloads[0])}`,
      { evidence: evidence(workloads) },
    );
  }
  if (serving.some(({ verdict }) => verdict.status === 'healthy')) {
    return healthy('IngressClassServed', `Its controller ${name} runs.`);
  }
  const impaired = serving.find(({ verdict }) => verdict.status === 'degraded');
  return impaired
    ? degraded(
        'IngressClassControllerImpaired',
        `Its controller ${name} runs, and not as it should. ${said(impaired)}`,
        { evidence: evidence([impaired]) },
      )
    : unknown(
        'NoState',
        `How its controller ${name} is cannot be told. ${said(serving[0])}`,
      );
}

/**
 * Scaled to zero is well for a workload, and a Deployment that has just lost its last pod has time to recover: neither
 * serves anybody. One that is being installed does not count as down yet.
 */
function isDown(
  { verdict, facts, meta }: Resource<WorkloadFacts>,
  { now, thresholds }: HealthContext,
): boolean {
  const young =
    meta.created !== undefined &&
    now <= meta.created + thresholds.progressMinutes * 60_000;
  return (
    verdict.status === 'failed' ||
    verdict.reason === 'DeploymentScaledToZero' ||
    verdict.reason === 'DaemonSetNoNodes' ||
    (!meta.unreadable && !young && (facts.available ?? facts.ready) === 0)
  );
}
