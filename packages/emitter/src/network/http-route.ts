import { RouteInput } from '../apps/app-input';
import { Conventions } from '../conventions/conventions';
import { Manifest, syncAnnotations } from '../emission/manifest';

/** The full host of a route: a first label is put under the first domain. */
export function hostOf(
  app: string,
  route: Pick<RouteInput, 'host'>,
  { domains }: Conventions,
): string {
  const given = route.host ?? app;
  return given.includes('.') ? given : `${given}.${domains[0].name}`;
}

/** The domain that takes a host: one label below it, as a wildcard certificate covers no more. */
export function domainOf(
  host: string,
  { domains }: Conventions,
): Conventions['domains'][number] | undefined {
  return domains.find(
    ({ name }) =>
      host.endsWith(`.${name}`) &&
      !host.slice(0, -name.length - 1).includes('.'),
  );
}

/** An HTTPRoute with everything that the API server would fill in. */
export function httpRoute(
  app: string,
  namespace: string,
  route: RouteInput,
  conventions: Conventions,
): Manifest {
  const host = hostOf(app, route, conventions);
  const listener =
    domainOf(host, conventions)?.listener ?? conventions.domains[0].listener;
  return {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'HTTPRoute',
    metadata: { name: app, namespace, annotations: syncAnnotations(5) },
    spec: {
      parentRefs: [
        {
          group: 'gateway.networking.k8s.io',
          kind: 'Gateway',
          name: conventions.gateway.name,
          namespace: conventions.gateway.namespace,
          sectionName: listener,
        },
      ],
      hostnames: [host],
      rules: [
        {
          matches: [{ path: { type: 'PathPrefix', value: route.path ?? '/' } }],
          backendRefs: [
            {
              group: '',
              kind: 'Service',
              name: route.service ?? app,
              port: route.port,
              weight: 1,
            },
          ],
        },
      ],
    },
  };
}
