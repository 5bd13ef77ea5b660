/** @public An object as an API server or a file gives it. Nothing about its shape may be relied on. */
export type RawObject = Record<string, unknown>;

/**
 * The object at a key, or an empty one: reading through a missing or mistyped level never throws.
 * @public
 */
export function objectAt(from: unknown, ...path: string[]): RawObject {
  const at = followed(from, path);
  return isObject(at) ? at : {};
}

/** @public Whether a value is a JSON object, and neither null nor a list. */
export function isObject(value: unknown): value is RawObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The value at a path of own keys.
 * @public
 */
export function valueAt(from: unknown, ...path: string[]): unknown {
  return followed(from, path);
}

/** Takes the list of keys as it is: each update of each object is read by some fifty paths. */
function followed(from: unknown, path: readonly string[]): unknown {
  let at = from;
  for (let index = 0; index < path.length; index += 1) {
    if (!isObject(at) || !Object.hasOwn(at, path[index])) return undefined;
    at = at[path[index]];
  }
  return at;
}

/** @public A non-empty string, else undefined: `""`, null and other types are absent. */
export function stringAt(from: unknown, ...path: string[]): string | undefined {
  const value = followed(from, path);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** @public A number, also from a string of digits; undefined for anything else. */
export function numberAt(from: unknown, ...path: string[]): number | undefined {
  const value = followed(from, path);
  if (typeof value === 'number') {
    return Number.isFinite(value) ? value : undefined;
  }
  if (
    typeof value === 'string' &&
    /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(value)
  ) {
    return Number(value);
  }
  return undefined;
}

/** @public The boolean at a path; undefined where there is none. */
export function booleanAt(
  from: unknown,
  ...path: string[]
): boolean | undefined {
  const value = followed(from, path);
  if (typeof value === 'boolean') {
    return value;
  }
  if (value === 'true') return true;
  if (value === 'false') return false;
  return undefined;
}

/**
 * The objects of an array; what is not an object is left out. It may be the very array that was read.
 * @public
 */
export function objectsAt(from: unknown, ...path: string[]): RawObject[] {
  const value = followed(from, path);
  if (!Array.isArray(value)) return [];
  return value.every(isObject) ? value : value.filter(isObject);
}

/** @public The strings of an array; what is not a string is left out. */
export function stringsAt(from: unknown, ...path: string[]): string[] {
  const value = followed(from, path);
  return Array.isArray(value)
    ? value.filter((item): item is string => typeof item === 'string')
    : [];
}

/** @public A map of strings, such as labels or annotations. */
export function stringMapAt(
  from: unknown,
  ...path: string[]
): Record<string, string> {
  const result: Record<string, string> = {};
  for (const [key, value] of Object.entries(objectAt(from, ...path))) {
    if (typeof value === 'string' && key !== '__proto__') {
      result[key] = value;
    }
  }
  return result;
}

/** @public One label. */
export function labelAt(raw: unknown, name: string): string | undefined {
  return stringAt(raw, 'metadata', 'labels', name);
}

/** @public One annotation. */
export function annotationAt(raw: unknown, name: string): string | undefined {
  return stringAt(raw, 'metadata', 'annotations', name);
}
