import type { Resource } from '../../definition/resource';
import {
  degraded,
  failed,
  HealthContext,
  Neighbour,
  Verdict,
  VerdictEvidence,
} from '../../judging/verdict';
import type { Backend, RouteFacts } from './route';

/** What is read of a Service. */
type ServiceFacts = { type: string; ports?: Array<{ port: number }> };

type Trouble = { why: string; evidence: VerdictEvidence[] };

/** The status of a route does not look at endpoints: the Services do. */
export function judgeBackends(
  kind: string,
  { facts }: Resource<RouteFacts>,
  context: HealthContext,
): Verdict | undefined {
  const backends = facts.backends ?? [];
  // One link each, in their order; an object answers to its own name alone.
  const services = context.targets<ServiceFacts>('backend');
  const troubles = backends.flatMap(
    (backend, index) => troubleOf(backend, services[index]) ?? [],
  );
  if (troubles.length === 0) {
    return undefined;
  }
  const [{ why }] = troubles;
  const evidence: VerdictEvidence[] = [
    {
      path: 'spec.rules[].backendRefs',
      value: backends.map(({ name }) => name),
    },
    ...troubles.flatMap(one => one.evidence),
  ];
  return troubles.length === backends.length
    ? failed(`${kind}BackendsDown`, `Nothing answers behind it: ${why}`, {
        evidence,
      })
    : degraded(
        `${kind}BackendDown`,
        `${troubles.length} of ${backends.length} Services behind it do not answer: ${why}`,
        { evidence },
      );
}

function troubleOf(
  { name, port }: Backend,
  service: Neighbour<ServiceFacts> | undefined,
): Trouble | undefined {
  if (service?.state === 'absent') {
    return { why: `Service ${name} does not exist.`, evidence: [] };
  }
  if (service?.state !== 'present') {
    return undefined;
  }
  const { resource } = service;
  const { verdict, facts, meta } = resource;
  if (
    !meta.unreadable &&
    port !== undefined &&
    facts.type !== 'ExternalName' &&
    !facts.ports?.some(one => one.port === port)
  ) {
    return {
      why: `Service ${name} has no port ${port}.`,
      evidence: [{ path: 'spec.rules[].backendRefs[].port', value: port }],
    };
  }
  return verdict.status === 'failed' ||
    verdict.reason === 'ServiceSelectsNoPods'
    ? {
        why: `${name}: ${verdict.message}`,
        evidence: (verdict.evidence ?? []).map(one => ({
          of: resource,
          ...one,
        })),
      }
    : undefined;
}
