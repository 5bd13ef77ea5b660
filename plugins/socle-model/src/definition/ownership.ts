import { annotationAt, labelAt, RawObject, stringAt } from '../reading/raw';
import { Link, linkTo } from './link';
import type { Meta } from './resource';

const ANNOTATION = 'argocd.argoproj.io/tracking-id';

/** What Flux puts on what it applies: two labels, `<group>/name` and `<group>/namespace`. */
const FLUX_OWNERS: Readonly<Record<string, string>> = {
  HelmRelease: 'helm.toolkit.fluxcd.io',
  Kustomization: 'kustomize.toolkit.fluxcd.io',
};

/**
 * The mark of who brought an object into the cluster, for {@link managedBy}: Argo CD's
 * `<app>:<group>/<kind>:<namespace>/<name>`, else Flux's labels as `flux:<kind>/<namespace>/<name>`. Undefined where a
 * mark names another object, as copies of an annotation do. The items of a list do not say of what kind they are, so the
 * kind says it.
 */
export function trackingIdOf(
  raw: RawObject,
  group: string,
  kind: string,
): string | undefined {
  return argoMarkOf(raw, group, kind) ?? fluxMarkOf(raw, kind);
}

function argoMarkOf(
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

function fluxMarkOf(raw: RawObject, kind: string): string | undefined {
  for (const [owner, group] of Object.entries(FLUX_OWNERS)) {
    const name = labelAt(raw, `${group}/name`);
    const namespace = labelAt(raw, `${group}/namespace`);
    const itself =
      owner === kind &&
      name === stringAt(raw, 'metadata', 'name') &&
      namespace === stringAt(raw, 'metadata', 'namespace');
    if (name && namespace && !itself) {
      return `flux:${owner}/${namespace}/${name}`;
    }
  }
  return undefined;
}

/** Whether an Application of Argo CD brought it in: one stands for all that it delivers; those of Flux do not. */
export function isTrackedByApplication(mark: unknown): boolean {
  return typeof mark === 'string' && mark !== '' && !mark.startsWith('flux:');
}

/**
 * The link to what manages the object: an Application, or a HelmRelease or Kustomization of Flux. An id without a
 * namespace means the one that Argo CD runs in: an Application of a control plane that runs elsewhere answers to `argocd` as well.
 */
export function managedBy(trackingId: string | undefined): Link[] {
  const [, kind, namespace, name] =
    /^flux:(\w+)\/([^/:]+)\/([^/:]+)$/.exec(trackingId ?? '') ?? [];
  if (kind && FLUX_OWNERS[kind]) {
    return [
      linkTo(
        'managedBy',
        { group: FLUX_OWNERS[kind], kind, namespace, name },
        'source',
      ),
    ];
  }
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
