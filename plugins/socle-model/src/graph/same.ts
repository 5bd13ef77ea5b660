/** Whether two plain JSON-like values are equal. Called for each update of each object, so it makes no arrays. */
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
  let count = 0;
  for (const key in left) {
    if (Object.hasOwn(left, key)) {
      if (!same(left[key], right[key])) return false;
      count += 1;
    }
  }
  for (const key in right) {
    if (
      Object.hasOwn(right, key) &&
      (right[key] !== undefined || Object.hasOwn(left, key))
    ) {
      count -= 1;
    }
  }
  return count === 0;
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
