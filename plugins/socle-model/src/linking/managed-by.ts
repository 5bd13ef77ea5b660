import { Link, linkTo } from '../definition/link';
import { annotationAt, RawObject, stringAt } from '../reading/raw';

const ID = /^([^:]+):([^:/]*)\/([^:/]+):([^/]*)\/(.+)$/;

/**
 * Argo CD's mark of ownership, `<app>:<group>/<kind>:<namespace>/<name>`; undefined where there is none, and where it
 * names another object, as copies of an annotation do.
 */
export function trackingIdAt(raw: RawObject): string | undefined {
  const id = annotationAt(raw, 'argocd.argoproj.io/tracking-id');
  const [, , group, kind, namespace, name] = ID.exec(id ?? '') ?? [];
  const version = stringAt(raw, 'apiVersion') ?? '';
  const ownGroup = version.includes('/') ? version.split('/')[0] : '';
  return kind !== undefined &&
    group === ownGroup &&
    kind === stringAt(raw, 'kind') &&
    // What has no namespace carries the one that its Application delivers to.
    namespace === (stringAt(raw, 'metadata', 'namespace') ?? namespace) &&
    name === stringAt(raw, 'metadata', 'name')
    ? id
    : undefined;
}

/** The link to the Application that manages the object, by what {@link trackingIdAt} found. */
export function managedBy(trackingId: string | undefined): Link[] {
  const app = ID.exec(trackingId ?? '')?.[1];
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
