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
  // All that the left one has is in the right one and equal: then as many are the same ones.
  let surplus = 0;
  for (const key in left) {
    if (!Object.hasOwn(left, key)) continue;
    const value = left[key];
    if (value !== undefined) surplus += 1;
    if (value !== right[key] && !same(value, own(right, key))) return false;
  }
  for (const key in right) {
    if (Object.hasOwn(right, key) && right[key] !== undefined) surplus -= 1;
  }
  return surplus === 0;
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
  let surplus = 0;
  for (const key in to) {
    if (!Object.hasOwn(to, key)) continue;
    const value = to[key];
    if (value !== undefined) surplus += 1;
    const known = from[key];
    if (typeof value !== 'object' && value === known) {
      if (typeof value === 'string') to[key] = known;
    } else if (!same(own(from, key), value)) {
      equal = false;
    } else if (Object.hasOwn(from, key)) {
      to[key] = known;
    }
  }
  if (!equal) return false;
  for (const key in from) {
    if (Object.hasOwn(from, key) && from[key] !== undefined) surplus -= 1;
  }
  return surplus === 0;
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
