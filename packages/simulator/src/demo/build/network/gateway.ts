import { KubeObject } from '../../../storage/object';
import { GatedPlatform } from '../../platform';
import { days, ObjectFactory, seenCondition } from '../object-factory';
import { GATEWAY } from './hosts';

export const API = 'gateway.networking.k8s.io/v1';
export const CONTROLLER = 'io.cilium/gateway-controller';
const SINCE_MINUTES = days(80);

/** The one gateway that all traffic comes in by: HTTP, which is redirected, and HTTPS for each domain. */
export function gatewayObjects(
  platform: GatedPlatform,
  routes: KubeObject[],
  make: ObjectFactory,
): KubeObject[] {
  const at = make.ago(SINCE_MINUTES);
  const address = { type: 'IPAddress', value: platform.gatewayIp };
  const attached = (listener: string) =>
    routes.filter(route => sectionOf(route) === listener).length;
  const redirect = redirectRoute(make);
  const listeners = [
    {
      name: 'http',
      port: 80,
      protocol: 'HTTP',
      allowedRoutes: { namespaces: { from: 'Same' } },
    },
    ...platform.domains.map(({ name, listener, certificate }) => ({
      name: listener,
      port: 443,
      protocol: 'HTTPS',
      hostname: `*.${name}`,
      allowedRoutes: { namespaces: { from: 'All' } },
      tls: {
        mode: 'Terminate',
        certificateRefs: [{ group: '', kind: 'Secret', name: certificate }],
      },
    })),
  ];
  const told = [
    seenCondition(
      'Accepted',
      'True',
      at,
      'Accepted',
      'Gateway successfully scheduled',
    ),
    seenCondition(
      'Programmed',
      'True',
      at,
      'Programmed',
      'Gateway successfully reconciled',
    ),
  ];
  return [
    make.make(API, 'GatewayClass', undefined, 'cilium', {
      spec: { controllerName: CONTROLLER },
      status: {
        conditions: [
          seenCondition(
            'Accepted',
            'True',
            at,
            'Accepted',
            'Valid GatewayClass',
          ),
        ],
      },
    }),
    make.make(API, 'Gateway', GATEWAY.namespace, GATEWAY.name, {
      spec: { gatewayClassName: 'cilium', addresses: [address], listeners },
      status: {
        addresses: [address],
        conditions: told,
        listeners: listeners.map(({ name }) => ({
          name,
          attachedRoutes: attached(name) + (name === 'http' ? 1 : 0),
          supportedKinds: [
            { group: 'gateway.networking.k8s.io', kind: 'HTTPRoute' },
          ],
          conditions: [
            ...told.map(one => ({
              ...one,
              message: `Listener ${one.type}`,
            })),
            seenCondition(
              'ResolvedRefs',
              'True',
              at,
              'ResolvedRefs',
              'Resolved Refs',
            ),
          ],
        })),
      },
    }),
    redirect,
  ];
}

function sectionOf(route: KubeObject): string | undefined {
  const { parentRefs } = route.spec as {
    parentRefs: Array<{ sectionName?: string }>;
  };
  return parentRefs[0].sectionName;
}

/** Sends all plain HTTP to HTTPS. */
function redirectRoute(make: ObjectFactory): KubeObject {
  const parentRef = parentOf('http');
  return make.make(API, 'HTTPRoute', GATEWAY.namespace, 'https-redirect', {
    spec: {
      parentRefs: [parentRef],
      rules: [
        {
          matches: [{ path: { type: 'PathPrefix', value: '/' } }],
          filters: [
            {
              type: 'RequestRedirect',
              requestRedirect: { scheme: 'https', statusCode: 301 },
            },
          ],
        },
      ],
    },
    status: routeStatus(parentRef, make),
  });
}

export function parentOf(sectionName: string) {
  return {
    group: 'gateway.networking.k8s.io',
    kind: 'Gateway',
    ...GATEWAY,
    sectionName,
  };
}

/** Accepted, and all that it refers to is there. */
export function routeStatus(parentRef: object, make: ObjectFactory): object {
  const at = make.ago(SINCE_MINUTES);
  return {
    parents: [
      {
        parentRef,
        controllerName: CONTROLLER,
        conditions: [
          seenCondition(
            'Accepted',
            'True',
            at,
            'Accepted',
            'Accepted HTTPRoute',
          ),
          seenCondition(
            'ResolvedRefs',
            'True',
            at,
            'ResolvedRefs',
            'Service reference is valid',
          ),
        ],
      },
    ],
  };
}
