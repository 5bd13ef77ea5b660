import { annotationAt, RawObject, stringAt } from '../../reading/raw';

const ID = /^([^:]+):([^:/]*)\/([^:/]+):([^/]*)\/(.+)$/;

/**
 * The Application that this Application or ApplicationSet was created by, as its tracking id says. An id that names
 * another object was copied and proves nothing. The parent is where Argo CD itself runs unless its id says otherwise.
 */
export function parentOf(
  raw: RawObject,
): { namespace: string; name: string } | undefined {
  const match = ID.exec(
    annotationAt(raw, 'argocd.argoproj.io/tracking-id') ?? '',
  );
  if (!match) {
    return undefined;
  }
  const [, application, group, kind, namespace, name] = match;
  const own = stringAt(raw, 'metadata', 'namespace');
  const itself =
    group === 'argoproj.io' &&
    kind === stringAt(raw, 'kind') &&
    name === stringAt(raw, 'metadata', 'name') &&
    (own === undefined || namespace === own);
  if (!itself) {
    return undefined;
  }
  // A name of Kubernetes holds no underscore: one can only part the namespace from the name.
  const underscore = application.indexOf('_');
  const parent =
    underscore > 0
      ? {
          namespace: application.slice(0, underscore),
          name: application.slice(underscore + 1),
        }
      : {
          namespace:
            stringAt(raw, 'status', 'controllerNamespace') ?? own ?? 'argocd',
          name: application,
        };
  return parent.name === name && parent.namespace === namespace
    ? undefined
    : parent;
}
