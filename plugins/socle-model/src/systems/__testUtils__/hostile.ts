import { RawObject } from '../../reading/raw';

/** Every path into an object, but for those that say what it is. */
export function pathsOf(value: unknown, at: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  return Object.entries(value)
    .filter(([key]) => at.length > 0 || !['apiVersion', 'kind'].includes(key))
    .flatMap(([key, inner]) => [[...at, key], ...pathsOf(inner, [...at, key])]);
}

/** The object with what is at a path replaced. */
export function replaced(
  value: unknown,
  [key, ...rest]: string[],
  by: unknown,
): unknown {
  if (key === undefined) {
    return by;
  }
  if (Array.isArray(value)) {
    return value.map((item, index) =>
      String(index) === key ? replaced(item, rest, by) : item,
    );
  }
  const object = value as RawObject;
  return { ...object, [key]: replaced(object[key], rest, by) };
}
