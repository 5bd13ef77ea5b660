import { KindTarget } from './kind-sink';

/** Where a kind, or one object of it, is served. */
export function resourcePath(
  { group, version, plural }: Pick<KindTarget, 'group' | 'version' | 'plural'>,
  namespace?: string,
  name?: string,
): string {
  const parts = group ? ['apis', group, version] : ['api', version];
  if (namespace) {
    parts.push('namespaces', namespace);
  }
  parts.push(plural);
  if (name) {
    parts.push(name);
  }
  return `/${parts.map(encodeURIComponent).join('/')}`;
}

const META = 'g=meta.k8s.io;v=v1';

/**
 * What to accept. Of a kind that is read as metadata only nothing else will do: a server that cannot answers 406,
 * and no value leaves it.
 */
export function acceptOf(
  { metadataOnly }: Pick<KindTarget, 'metadataOnly'>,
  what: 'object' | 'list' | 'watch' | 'probe',
): string {
  const list = what === 'list' || what === 'probe';
  const partial = `application/json;as=PartialObjectMetadata${
    list ? 'List' : ''
  };${META}`;
  if (metadataOnly) {
    return partial;
  }
  return what === 'probe' ? `${partial},application/json` : 'application/json';
}

/** The apiVersion of a target's objects. */
export function apiVersionOf({
  group,
  version,
}: Pick<KindTarget, 'group' | 'version'>): string {
  return group ? `${group}/${version}` : version;
}
