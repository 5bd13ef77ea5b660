/**
 * Names one object of one cluster, in Kubernetes' own terms.
 * What an HTTP source tells has apiVersion `<system>.socle.dev/v1`.
 * @public
 */
export interface ResourceRef {
  cluster: string;
  apiVersion: string;
  kind: string;
  namespace?: string;
  name: string;
  uid?: string;
}

/**
 * The API group of an apiVersion; the core group is the empty string.
 * @public
 */
export function groupOf(apiVersion: string): string {
  const slash = apiVersion.indexOf('/');
  return slash < 0 ? '' : apiVersion.slice(0, slash);
}

/**
 * The version part of an apiVersion: `v1` of both `v1` and `apps/v1`.
 * @public
 */
export function versionOf(apiVersion: string): string {
  return apiVersion.slice(apiVersion.indexOf('/') + 1);
}

/**
 * The path of one resource below `/v1/resources` and in the portal's own addresses:
 * `cluster/group/version/kind/namespace/name`, with `core` for the core group and `_` where there is no namespace.
 * @public
 */
export function refPath(ref: ResourceRef): string {
  return [
    ref.cluster,
    groupOf(ref.apiVersion) || 'core',
    versionOf(ref.apiVersion),
    ref.kind,
    ref.namespace || '_',
    ref.name,
  ]
    .map(encodeURIComponent)
    .join('/');
}

/**
 * Reads what {@link refPath} writes, or `kind/namespace/name`-like user input; undefined where it is no such path.
 * @public
 */
export function parseRefPath(path: string): ResourceRef | undefined {
  let parts: string[];
  try {
    parts = path.split('/').map(decodeURIComponent);
  } catch {
    return undefined;
  }
  if (parts.length !== 6 || parts.some(part => part === '')) {
    return undefined;
  }
  const [cluster, group, version, kind, namespace, name] = parts;
  return {
    cluster,
    apiVersion: group === 'core' ? version : `${group}/${version}`,
    kind,
    ...(namespace === '_' ? {} : { namespace }),
    name,
  };
}

/**
 * A ref for people: `Kind namespace/name`.
 * @public
 */
export function formatRef(ref: Omit<ResourceRef, 'cluster' | 'apiVersion'>) {
  return `${ref.kind} ${ref.namespace ? `${ref.namespace}/` : ''}${ref.name}`;
}
