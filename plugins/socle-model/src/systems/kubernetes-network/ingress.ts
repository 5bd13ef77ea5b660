import { defineKind } from '../../definition/kind';
import { Link, linkTo } from '../../definition/link';
import { managedBy, ownedBy, trackingIdOf } from '../../definition/ownership';
import type { Meta } from '../../definition/resource';
import {
  annotationAt,
  numberAt,
  objectAt,
  objectsAt,
  RawObject,
  stringAt,
  stringsAt,
} from '../../reading/raw';
import { judgeIngress } from './ingress-health';

/** A Service that requests go to, in the namespace of the Ingress. */
export type IngressBackend = { name: string; port?: number | string };

export type IngressFacts = {
  class?: string;
  /** The class is named by the old annotation: an object of that name need not exist. */
  byAnnotation?: true;
  hosts?: string[];
  paths?: string[];
  backends?: IngressBackend[];
  /** Secrets with certificates, and the hosts that they are for. */
  tls?: Array<{ secret: string; hosts: string[] }>;
  /** Addresses, by IP or host name, at which a controller serves it. */
  addresses?: string[];
  trackingId?: string;
};

const GROUP = 'networking.k8s.io';
const MOST_PATHS = 20;

export const ingress = defineKind<IngressFacts>({
  group: GROUP,
  kind: 'Ingress',
  plural: 'ingresses',
  versions: ['v1', 'v1beta1'],
  namespaced: true,
  // Until a controller takes it up it has none; its rules know for how long.
  statusless: true,
  patienceMinutes: 0,
  reads: [
    'metadata.namespace',
    'metadata.annotations',
    'metadata.labels',
    'spec',
    'status.loadBalancer.ingress',
  ],
  project: projectIngress,
  links: ({ meta, facts }) => [
    ...ownedBy(meta),
    ...managedBy(facts.trackingId),
    ...linksOf(meta, facts),
  ],
  health: judgeIngress,
  reasons: [
    {
      code: 'IngressServed',
      cause: 'A controller serves it, and nothing behind it is known to fail.',
      evidence: 'status.loadBalancer.ingress',
      remedy: false,
    },
    {
      code: 'IngressClassMissing',
      cause: 'The class that it names does not exist.',
      evidence: 'spec.ingressClassName',
    },
    {
      code: 'IngressControllerDown',
      cause: 'The controller of its class does not run.',
      evidence: 'spec.ingressClassName',
    },
    {
      code: 'IngressBackendsDown',
      cause: 'Nothing answers behind it.',
      evidence: 'spec.rules[].http.paths[].backend.service',
    },
    {
      code: 'IngressBackendDown',
      cause: 'A part of what is behind it does not answer.',
      evidence: 'spec.rules[].http.paths[].backend.service',
    },
    {
      code: 'IngressCertificateMissing',
      cause: 'The Secret with its certificate does not exist.',
      evidence: 'spec.tls[].secretName',
    },
    {
      code: 'IngressAddressPending',
      cause: 'No controller has given it an address.',
      evidence: 'status.loadBalancer.ingress',
    },
    {
      code: 'IngressAddressNotPublished',
      cause:
        'Its controller runs and publishes no address for it, as some never do.',
      evidence: 'status.loadBalancer.ingress',
      remedy: false,
    },
  ],
  shows: ['class', 'hosts', 'paths', 'backends', 'tls', 'addresses'],
});

function projectIngress(raw: RawObject): IngressFacts {
  const rules = objectsAt(raw, 'spec', 'rules');
  const entries = rules.flatMap(rule => objectsAt(rule, 'http', 'paths'));
  const backends = distinct(
    [
      // The second is of v1beta1.
      objectAt(raw, 'spec', 'defaultBackend'),
      objectAt(raw, 'spec', 'backend'),
      ...entries.map(entry => objectAt(entry, 'backend')),
    ].flatMap(backendOf),
  );
  const tls = objectsAt(raw, 'spec', 'tls').flatMap(entry => {
    const secret = stringAt(entry, 'secretName');
    return secret ? [{ secret, hosts: stringsAt(entry, 'hosts') }] : [];
  });
  const addresses = objectsAt(raw, 'status', 'loadBalancer', 'ingress').flatMap(
    one => stringAt(one, 'ip') || stringAt(one, 'hostname') || [],
  );
  const trackingId = trackingIdOf(raw, GROUP, 'Ingress');
  return {
    ...classOf(raw),
    ...some(
      'hosts',
      distinct(rules.flatMap(one => stringAt(one, 'host') ?? [])),
    ),
    ...some(
      'paths',
      distinct(entries.flatMap(one => stringAt(one, 'path') ?? [])).slice(
        0,
        MOST_PATHS,
      ),
    ),
    ...some('backends', backends),
    ...some('tls', tls),
    ...some('addresses', addresses),
    ...(trackingId ? { trackingId } : {}),
  };
}

function classOf(raw: RawObject): Pick<IngressFacts, 'class' | 'byAnnotation'> {
  const named = stringAt(raw, 'spec', 'ingressClassName');
  const annotated = annotationAt(raw, 'kubernetes.io/ingress.class');
  if (named) {
    return { class: named };
  }
  return annotated ? { class: annotated, byAnnotation: true } : {};
}

function backendOf(backend: RawObject): IngressBackend[] {
  const service = objectAt(backend, 'service');
  const name = stringAt(service, 'name') ?? stringAt(backend, 'serviceName');
  const port =
    numberAt(service, 'port', 'number') ??
    stringAt(service, 'port', 'name') ??
    numberAt(backend, 'servicePort') ??
    stringAt(backend, 'servicePort');
  return name ? [{ name, ...(port === undefined ? {} : { port }) }] : [];
}

function linksOf({ namespace }: Meta, facts: IngressFacts): Link[] {
  const names = distinct((facts.backends ?? []).map(({ name }) => name));
  const secrets = distinct((facts.tls ?? []).map(({ secret }) => secret));
  return [
    ...(facts.class
      ? [
          linkTo(
            'class',
            { group: GROUP, kind: 'IngressClass', name: facts.class },
            'target',
          ),
        ]
      : []),
    ...names.map(name =>
      linkTo(
        'backend',
        { group: '', kind: 'Service', namespace, name },
        'target',
      ),
    ),
    ...secrets.map(name =>
      linkTo(
        'usesSecret',
        { group: '', kind: 'Secret', namespace, name },
        'target',
      ),
    ),
  ];
}

function some<K extends string, T>(key: K, all: T[]): { [name in K]?: T[] } {
  return all.length > 0 ? ({ [key]: all } as { [name in K]: T[] }) : {};
}

function distinct<T>(all: readonly T[]): T[] {
  return [...new Map(all.map(one => [JSON.stringify(one), one])).values()];
}
