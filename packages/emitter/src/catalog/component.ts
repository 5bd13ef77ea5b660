import { AppInput } from '../apps/app-input';
import { Conventions } from '../conventions/conventions';
import { defined } from '../emission/manifest';
import { hostOf } from '../network/http-route';

/** The entity of an app in the software catalog. */
export function component(
  app: Pick<
    AppInput,
    'name' | 'title' | 'description' | 'namespace' | 'catalog' | 'route'
  >,
  conventions: Conventions,
): object {
  const { catalog = {}, route } = app;
  const namespace = app.namespace ?? app.name;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: defined({
      name: app.name,
      title: app.title,
      description: app.description,
      annotations: {
        'argocd/app-name': app.name,
        'backstage.io/kubernetes-namespace': namespace,
        'socle.dev/namespace': namespace,
        ...(catalog.docs && { 'backstage.io/techdocs-entity': catalog.docs }),
      },
      links: route && [
        {
          url: `https://${hostOf(app.name, route, conventions)}${
            route.path ?? '/'
          }`,
          title: app.title ?? app.name,
        },
      ],
    }),
    spec: defined({
      type: catalog.type ?? 'service',
      lifecycle: catalog.lifecycle ?? conventions.catalog.lifecycle,
      owner: catalog.owner ?? conventions.catalog.owner,
      system: catalog.system,
    }),
  };
}
