import { JsonValue } from '@socle/backstage-plugin-socle-common';

/** What lies at a path of facts; undefined where the path ends before. Facts are plain data of any shape. */
export function factAt(value: JsonValue, ...path: string[]): JsonValue {
  return path.reduce<JsonValue>(
    (at, name) =>
      typeof at === 'object' &&
      at !== null &&
      !Array.isArray(at) &&
      Object.hasOwn(at, name)
        ? (at as { [name: string]: JsonValue })[name]
        : undefined,
    value,
  );
}

/** The text at a path; undefined for what is none, or empty. */
export function textAt(
  value: JsonValue,
  ...path: string[]
): string | undefined {
  const found = factAt(value, ...path);
  return typeof found === 'string' && found !== '' ? found : undefined;
}

/** The number at a path; undefined for what is none. */
export function numberAt(
  value: JsonValue,
  ...path: string[]
): number | undefined {
  const found = factAt(value, ...path);
  return typeof found === 'number' ? found : undefined;
}

/** The items of the list at a path; none where there is no list. */
export function itemsAt(value: JsonValue, ...path: string[]): JsonValue[] {
  const found = factAt(value, ...path);
  return Array.isArray(found) ? found : [];
}
