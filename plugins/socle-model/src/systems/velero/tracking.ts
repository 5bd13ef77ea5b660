import { Link, linkTo, ObjectKey, objectKey } from '../../definition/link';

const ID = /^(?:([^:_]+)_)?([^:]+):([^/:]*)\/([^/:]+):([^/]*)\/(.+)$/;

/**
 * The Argo CD Application that a tracking id names (`app:group/Kind:namespace/name`, with `appNamespace_` in front
 * where Applications live in several namespaces). An id that names another object was copied and counts for nothing.
 */
export function managedBy(
  trackingId: string | undefined,
  self: ObjectKey,
): Link[] {
  const match = ID.exec(trackingId ?? '');
  if (!match) {
    return [];
  }
  const [, appNamespace, application, group, kind, namespace, name] = match;
  return objectKey(group, kind, namespace, name) === self
    ? [
        linkTo(
          'managedBy',
          {
            group: 'argoproj.io',
            kind: 'Application',
            namespace: appNamespace ?? 'argocd',
            name: application,
          },
          'source',
        ),
      ]
    : [];
}
