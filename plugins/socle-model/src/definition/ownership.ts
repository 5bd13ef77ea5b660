import { annotationAt, RawObject, stringAt } from '../reading/raw';
import { Link, linkTo } from './link';
import type { Meta } from './resource';

const ANNOTATION = 'argocd.argoproj.io/tracking-id';

/**
 * Argo CD's mark of ownership, `<app>:<group>/<kind>:<namespace>/<name>`; undefined where it names another object,
 * as copies of an annotation do.
 */
export function trackingIdOf(
  raw: RawObject,
  group: string,
  kind: string,
): string | undefined {
  const id = annotationAt(raw, ANNOTATION);
  const parts = id === undefined ? undefined : parseTrackingId(id);
  const namespace = stringAt(raw, 'metadata', 'namespace');
  return parts?.app &&
    parts.object === `${group}/${kind}` &&
    // For what has no namespace the id holds that of the Application's destination.
    (namespace === undefined || parts.namespace === namespace) &&
    parts.name === stringAt(raw, 'metadata', 'name')
    ? id
    : undefined;
}

/**
 * The link to the Application that manages the object. An id without a namespace means the one that Argo CD runs in:
 * an Application of a control plane that runs elsewhere answers to `argocd` as well.
 */
export function managedBy(trackingId: string | undefined): Link[] {
  const app =
    trackingId === undefined ? undefined : parseTrackingId(trackingId)?.app;
  if (!app) {
    return [];
  }
  // An Application outside the control plane's namespace is written with its namespace before an underscore.
  const split = app.indexOf('_');
  return [
    linkTo(
      'managedBy',
      {
        group: 'argoproj.io',
        kind: 'Application',
        namespace: split > 0 ? app.slice(0, split) : 'argocd',
        name: app.slice(split + 1),
      },
      'source',
    ),
  ];
}

function parseTrackingId(id: string) {
  // Names of objects may hold colons themselves: only the first two separate.
  const match = /^([^:]*):([^:]*):([^/]*)\/(.+)$/.exec(id);
  return match
    ? { app: match[1], object: match[2], namespace: match[3], name: match[4] }
    : undefined;
}

/** The link to the owner that controls the object. A static pod is owned by its node, which does not need it. */
export function ownedBy({ owners, namespace }: Meta): Link[] {
  const owner = owners?.find(({ controller }) => controller);
  if (
    !owner ||
    !owner.name ||
    (owner.kind === 'Node' && owner.apiVersion === 'v1')
  ) {
    return [];
  }
  const slash = owner.apiVersion.indexOf('/');
  return [
    linkTo(
      'ownedBy',
      {
        group: slash < 0 ? '' : owner.apiVersion.slice(0, slash),
        kind: owner.kind,
        namespace,
        name: owner.name,
      },
      'source',
    ),
  ];
}
