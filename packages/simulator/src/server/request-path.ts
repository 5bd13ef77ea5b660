/** What a path under `/api` or `/apis` asks for. */
export interface ResourcePath {
  group: string;
  version: string;
  namespace?: string;
  plural?: string;
  name?: string;
  subresource?: string;
}

/** Reads `[/apis/GROUP|/api]/VERSION[/namespaces/NS]/PLURAL[/NAME[/SUBRESOURCE]]`; undefined for anything else. */
export function parseResourcePath(path: string): ResourcePath | undefined {
  const parts = path.split('/').filter(Boolean).map(decodeURIComponent);
  const root = parts.shift();
  if (root !== 'api' && root !== 'apis') return undefined;
  const group = root === 'apis' ? parts.shift() : '';
  const version = parts.shift();
  if (group === undefined || version === undefined) return undefined;
  const found: ResourcePath = { group, version };
  if (parts.length === 0) return found;
  // `namespaces/NS` alone, and its status, are the Namespace itself.
  const ofNamespace = ['status', 'finalize'];
  if (
    parts[0] === 'namespaces' &&
    parts.length > 2 &&
    !ofNamespace.includes(parts[2])
  ) {
    found.namespace = parts[1];
    parts.splice(0, 2);
  }
  [found.plural, found.name, found.subresource] = parts;
  return parts.length > 3 ? undefined : found;
}
