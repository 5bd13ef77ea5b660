/**
 * Whether two plain JSON-like values are equal, a key without a value being the same as no key. Called for each update of each object, so it makes no
 * arrays.
 */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || !a || !b) {
    return false;
  }
  if (Array.isArray(a) || Array.isArray(b)) {
    return sameItems(a, b);
  }
  const left = a as { [key: string]: unknown };
  const right = b as { [key: string]: unknown };
  for (const key in left) {
    if (Object.hasOwn(left, key) && !same(left[key], own(right, key))) {
      return false;
    }
  }
  for (const key in right) {
    if (right[key] !== undefined && Object.hasOwn(right, key)) {
      if (own(left, key) === undefined) return false;
    }
  }
  return true;
}

function own(of: { readonly [key: string]: unknown }, key: string): unknown {
  return Object.hasOwn(of, key) ? of[key] : undefined;
}

/**
 * Whether two objects are equal as {@link same} has it. Puts into `to` the values of `from` that are equal: what is as
 * it was keeps its place in memory, and its copy goes young.
 */
export function keepSame(
  from: { readonly [key: string]: unknown },
  to: { [key: string]: unknown },
): boolean {
  let equal = true;
  for (const key in to) {
    if (!Object.hasOwn(to, key)) continue;
    if (same(own(from, key), to[key])) {
      if (Object.hasOwn(from, key)) to[key] = from[key];
    } else {
      equal = false;
    }
  }
  for (const key in from) {
    if (from[key] !== undefined && Object.hasOwn(from, key)) {
      if (!Object.hasOwn(to, key)) return false;
    }
  }
  return equal;
}

function sameItems(a: unknown, b: unknown): boolean {
  if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) {
    return false;
  }
  for (let index = 0; index < a.length; index += 1) {
    if (!same(a[index], b[index])) return false;
  }
  return true;
}
