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
import { formatTime } from '../../reading/times';
import type { IngressBackend, IngressFacts } from './ingress';

const MINUTE = 60_000;
const NO_ADDRESS = { path: 'status.loadBalancer.ingress', value: null };

/** What is read here of a Service. */
type ServiceFacts = {
  type: string;
  ports?: Array<{ port: number; name?: string }>;
};

export function judgeIngress(
  ingress: Resource<IngressFacts>,
  context: HealthContext,
): Verdict {
  const { facts, meta } = ingress;
  if (meta.origin === 'git' && !meta.hasStatus) {
    return unknown('DefinedInGit', 'Defined in Git, no status read.');
  }
  const broken =
    judgeClass(ingress, context) ??
    judgeBackends(ingress, context) ??
    judgeCertificates(ingress, context);
  if (broken) {
    return broken;
  }
  return facts.addresses
    ? healthy(
        'IngressServed',
        `${hostsOf(facts)} at ${facts.addresses.join(', ')}.`,
      )
    : judgeWithoutAddress(ingress, context);
}

function hostsOf({ hosts }: IngressFacts): string {
  return hosts?.join(', ') ?? 'Every host';
}

function judgeClass(
  { facts }: Resource<IngressFacts>,
  context: HealthContext,
): Verdict | undefined {
  const found = context.target('class');
  const named = { path: 'spec.ingressClassName', value: facts.class ?? null };
  // Controllers take the old annotation for a word of theirs, with or without an object of that name.
  if (found?.state === 'absent' && !facts.byAnnotation) {
    const why = `No IngressClass ${facts.class} exists`;
    return facts.addresses
      ? degraded(
          'IngressClassMissing',
          `${why}: what it last got stays until its controller looks again.`,
          { evidence: [named] },
        )
      : failed('IngressClassMissing', `${why}: no controller serves it.`, {
          evidence: [named],
        });
  }
  if (
    found?.state !== 'present' ||
    found.resource.verdict.status !== 'failed'
  ) {
    return undefined;
  }
  const { resource } = found;
  return failed(
    'IngressControllerDown',
    `${hostsOf(facts)} cannot be reached, as the controller of class ${
      resource.meta.name
    } is down: ${resource.verdict.message}`,
    {
      evidence: [
        facts.byAnnotation
          ? {
              path: 'metadata.annotations["kubernetes.io/ingress.class"]',
              value: resource.meta.name,
            }
          : named,
        ...evidenceOf(resource),
      ],
    },
  );
}

type Trouble = { why: string; evidence: VerdictEvidence[] };

function judgeBackends(
  { facts }: Resource<IngressFacts>,
  context: HealthContext,
): Verdict | undefined {
  const backends = facts.backends ?? [];
  const services = context.targets<ServiceFacts>('backend');
  const present = new Map(
    services.flatMap(one =>
      one.state === 'present'
        ? [[one.resource.meta.name, one.resource] as const]
        : [],
    ),
  );
  const listed = services.some(({ state }) => state === 'absent');
  const troubles = backends.flatMap(
    backend => troubleOf(backend, present.get(backend.name), listed) ?? [],
  );
  if (troubles.length === 0) {
    return undefined;
  }
  const [{ why }] = troubles;
  const evidence = troubles.flatMap(one => one.evidence);
  return troubles.length === backends.length
    ? failed('IngressBackendsDown', `Nothing answers behind it: ${why}`, {
        evidence,
      })
    : degraded(
        'IngressBackendDown',
        `${troubles.length} of ${backends.length} backends do not answer: ${why}`,
        { evidence },
      );
}

function troubleOf(
  { name, port }: IngressBackend,
  service: Resource<ServiceFacts> | undefined,
  listed: boolean,
): Trouble | undefined {
  const path = 'spec.rules[].http.paths[].backend.service';
  if (!service) {
    return listed
      ? {
          why: `Service ${name} does not exist.`,
          evidence: [{ path: `${path}.name`, value: name }],
        }
      : undefined;
  }
  const { verdict, facts, meta } = service;
  if (!meta.unreadable && port !== undefined && !hasPort(facts, port)) {
    return {
      why: `Service ${name} has no port ${port}.`,
      evidence: [{ path: `${path}.port`, value: port }],
    };
  }
  return verdict.status === 'failed' ||
    verdict.reason === 'ServiceSelectsNoPods'
    ? {
        why: `Service ${name}: ${verdict.message}`,
        evidence: [
          { path: `${path}.name`, value: name },
          ...evidenceOf(service),
        ],
      }
    : undefined;
}

function hasPort(
  { type, ports = [] }: ServiceFacts,
  port: number | string,
): boolean {
  return (
    type === 'ExternalName' ||
    ports.some(one => one.port === port || one.name === port)
  );
}

function judgeCertificates(
  { facts }: Resource<IngressFacts>,
  context: HealthContext,
): Verdict | undefined {
  const secrets = context.targets('usesSecret');
  if (!secrets.some(({ state }) => state === 'absent')) {
    return undefined;
  }
  const there = new Set(
    secrets.flatMap(one =>
      one.state === 'present' ? [one.resource.meta.name] : [],
    ),
  );
  const missing = (facts.tls ?? []).filter(({ secret }) => !there.has(secret));
  const names = missing.map(({ secret }) => secret).join(', ');
  const hosts = missing.flatMap(one => one.hosts).join(', ');
  return degraded(
    'IngressCertificateMissing',
    `No Secret ${names} exists: ${
      hosts || hostsOf(facts)
    } is served with a certificate that no browser trusts, or not at all.`,
    { evidence: [{ path: 'spec.tls[].secretName', value: names }] },
  );
}

function judgeWithoutAddress(
  { facts, meta }: Resource<IngressFacts>,
  context: HealthContext,
): Verdict {
  const due =
    meta.created === undefined
      ? undefined
      : meta.created + context.thresholds.progressMinutes * MINUTE;
  const evidence = [NO_ADDRESS];
  if (due === undefined || context.now <= due) {
    return progressing('IngressAddressPending', 'It has no address yet.', {
      evidence,
      ...(due === undefined ? {} : { recheckAt: due + 1 }),
    });
  }
  const made = formatTime(meta.created!);
  const found = context.target('class');
  if (
    found?.state === 'present' &&
    found.resource.verdict.status === 'healthy'
  ) {
    return unknown(
      'IngressAddressNotPublished',
      `No address since ${made}, though the controller of class ${found.resource.meta.name} runs: it does not publish any, or does not serve this one.`,
      { evidence },
    );
  }
  return degraded(
    'IngressAddressPending',
    `No address since ${made}: ${
      facts.class
        ? `no controller of class ${facts.class} has given it one.`
        : 'it names no class, and no controller has given it one.'
    }`,
    { evidence },
  );
}

function evidenceOf(of: Resource): VerdictEvidence[] {
  return (of.verdict.evidence ?? []).map(one => ({ of, ...one }));
}
