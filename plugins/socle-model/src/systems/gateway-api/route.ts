import { defineKind, KindDefinition } from '../../definition/kind';
import { Link, linkByKey, linkTo } from '../../definition/link';
import { managedBy, trackingIdOf } from '../../definition/ownership';
import type { Meta } from '../../definition/resource';
import {
  numberAt,
  objectAt,
  objectsAt,
  RawObject,
  stringAt,
  stringsAt,
} from '../../reading/raw';
import { generationOf, GROUP, Told, toldAt } from './conditions';
import { grantKey } from './reference-grant';
import { judgeRoute } from './route-health';
import { routeReasons } from './route-reasons';

/** Where a route hangs. Without a namespace, in that of the route. */
export type ParentRef = {
  kind: string;
  namespace?: string;
  name: string;
  section?: string;
  port?: number;
};

/** Where traffic goes. Those that get none are not kept. */
export type Backend = { namespace?: string; name: string; port?: number };

export type RouteFacts = {
  hostnames?: string[];
  paths?: string[];
  parents: ParentRef[];
  backends?: Backend[];
  /** What the controller of each parent says. */
  answers: Array<{ parent: ParentRef; told: Told }>;
  trackingId?: string;
};

const MOST_PATHS = 20;

export const httpRoute = routeKind('HTTPRoute', 'httproutes', [
  'v1',
  'v1beta1',
]);
export const grpcRoute = routeKind('GRPCRoute', 'grpcroutes', [
  'v1',
  'v1alpha2',
]);
export const tlsRoute = routeKind('TLSRoute', 'tlsroutes', [
  'v1',
  'v1alpha3',
  'v1alpha2',
]);

/** Routes differ in what they match, not in how they hang. */
function routeKind(
  kind: string,
  plural: string,
  versions: readonly string[],
): KindDefinition {
  return defineKind<RouteFacts>({
    group: GROUP,
    kind,
    plural,
    versions,
    namespaced: true,
    // Its rules know how long an answer may take.
    patienceMinutes: 0,
    reads: [
      'metadata.generation',
      'metadata.namespace',
      'metadata.annotations',
      'spec.hostnames',
      'spec.parentRefs',
      'spec.rules',
      'status.parents',
    ],
    project: raw => projectRoute(raw, kind),
    links: ({ meta, facts }) => linksOf(kind, meta, facts),
    health: (route, context) => judgeRoute(kind, route, context),
    reasons: routeReasons(kind),
    shows: ['hostnames', 'paths', 'parents', 'backends'],
  });
}

function projectRoute(raw: RawObject, kind: string): RouteFacts {
  const generation = generationOf(raw);
  const trackingId = trackingIdOf(raw, GROUP, kind);
  const hostnames = stringsAt(raw, 'spec', 'hostnames');
  const rules = objectsAt(raw, 'spec', 'rules');
  const backends = distinct(
    rules.flatMap(rule => objectsAt(rule, 'backendRefs')).flatMap(backendOf),
  );
  const paths = distinct(
    rules
      .flatMap(rule => objectsAt(rule, 'matches'))
      .flatMap(match => pathOf(match) ?? []),
  ).slice(0, MOST_PATHS);
  return {
    ...(hostnames.length > 0 ? { hostnames } : {}),
    ...(paths.length > 0 ? { paths } : {}),
    parents: objectsAt(raw, 'spec', 'parentRefs').flatMap(parentOf),
    ...(backends.length > 0 ? { backends } : {}),
    answers: objectsAt(raw, 'status', 'parents').flatMap(entry =>
      parentOf(objectAt(entry, 'parentRef')).map(parent => ({
        parent,
        told: toldAt(entry, generation, [
          'Accepted',
          'ResolvedRefs',
          'PartiallyInvalid',
          'Programmed',
        ]),
      })),
    ),
    ...(trackingId ? { trackingId } : {}),
  };
}

function parentOf(ref: RawObject): ParentRef[] {
  const name = stringAt(ref, 'name');
  const group = stringAt(ref, 'group') ?? GROUP;
  const kind = stringAt(ref, 'kind') ?? 'Gateway';
  return name
    ? [
        {
          kind: group === GROUP ? kind : `${group}/${kind}`,
          namespace: stringAt(ref, 'namespace'),
          name,
          section: stringAt(ref, 'sectionName'),
          port: numberAt(ref, 'port'),
        },
      ]
    : [];
}

function backendOf(ref: RawObject): Backend[] {
  const name = stringAt(ref, 'name');
  const isService =
    (stringAt(ref, 'group') ?? '') === '' &&
    (stringAt(ref, 'kind') ?? 'Service') === 'Service';
  return name && isService && numberAt(ref, 'weight') !== 0
    ? [
        {
          namespace: stringAt(ref, 'namespace'),
          name,
          port: numberAt(ref, 'port'),
        },
      ]
    : [];
}

/** The path of an HTTP match, or the method of a gRPC one. */
function pathOf(match: RawObject): string | undefined {
  const service = stringAt(match, 'method', 'service');
  return (
    stringAt(match, 'path', 'value') ??
    (service && `/${service}/${stringAt(match, 'method', 'method') ?? ''}`)
  );
}

function linksOf(kind: string, meta: Meta, facts: RouteFacts): Link[] {
  const { namespace } = meta;
  const gateways = facts.parents.filter(parent => parent.kind === 'Gateway');
  return [
    ...managedBy(facts.trackingId),
    ...distinct(
      gateways.map(one => `${one.namespace ?? namespace ?? ''}/${one.name}`),
    ).map(gateway => {
      const [of, name] = gateway.split('/');
      return linkTo(
        'gateway',
        { group: GROUP, kind: 'Gateway', namespace: of, name },
        'target',
      );
    }),
    ...(facts.backends ?? []).flatMap(backend => {
      const to = {
        group: '',
        kind: 'Service',
        namespace: backend.namespace ?? namespace,
        name: backend.name,
      };
      const service = linkTo('backend', to, 'target');
      return to.namespace === namespace || !namespace || !to.namespace
        ? [service]
        : [
            service,
            ...[to.name, undefined].map(name =>
              linkByKey(
                'permittedBy',
                grantKey(
                  { kind, namespace },
                  { ...to, namespace: to.namespace!, name },
                ),
                [`${GROUP}/ReferenceGrant`],
              ),
            ),
          ];
    }),
  ];
}

function distinct<T>(all: readonly T[]): T[] {
  return [...new Map(all.map(one => [JSON.stringify(one), one])).values()];
}
