import { Link, linkTo } from '../../definition/link';
import { isObject } from '../../reading/raw';

/** How deep credentials lie below `tls` and `authentication`, with room to spare. */
const DEPTH = 6;

/** The Secrets that parts of a spec name, wherever their `secretName` stands. Names only; values are never read. */
export function secretNamesIn(...parts: unknown[]): string[] {
  const names = new Set<string>();
  const walk = (value: unknown, depth: number) => {
    if (depth === 0) return;
    if (Array.isArray(value)) {
      value.forEach(item => walk(item, depth - 1));
    } else if (isObject(value)) {
      for (const [key, inner] of Object.entries(value)) {
        if (key === 'secretName' && typeof inner === 'string' && inner) {
          names.add(inner);
        } else {
          walk(inner, depth - 1);
        }
      }
    }
  };
  parts.forEach(part => walk(part, DEPTH));
  return [...names];
}

/** Nothing connects without its credentials and the certificates that it trusts. */
export function secretLinks(
  namespace: string | undefined,
  names: readonly string[] | undefined,
): Link[] {
  return (names ?? []).map(name =>
    linkTo(
      'usesSecret',
      { group: '', kind: 'Secret', namespace, name },
      'target',
    ),
  );
}
