import { InputError } from '@backstage/errors';
import { JsonValue } from '@socle/backstage-plugin-socle-common';
import { Resource } from '@socle/backstage-plugin-socle-model';

/** Values of a fact that are asked for, any of them. */
export type FactFilter = ReadonlyMap<string, readonly string[]>;

/** Reads `name:value`; the same name again means another value of it, another name one more condition. */
export function parseFactFilter(words: readonly string[]): FactFilter {
  const found = new Map<string, string[]>();
  for (const word of words) {
    const colon = word.indexOf(':');
    if (colon < 1) {
      throw new InputError(`fact must be NAME:VALUE, not "${word}"`);
    }
    const name = word.slice(0, colon);
    found.set(name, [...(found.get(name) ?? []), word.slice(colon + 1)]);
  }
  return found;
}

/** A fact by its name, or by the names that lead to it: `destination.namespace`. */
export function factAt(facts: Resource['facts'], name: string): JsonValue {
  if (Object.hasOwn(facts, name)) {
    return facts[name];
  }
  return name
    .split('.')
    .reduce<JsonValue>(
      (at, part) =>
        typeof at === 'object' &&
        at !== null &&
        !Array.isArray(at) &&
        Object.hasOwn(at, part)
          ? (at as { [name: string]: JsonValue })[part]
          : undefined,
      facts as JsonValue,
    );
}

/** Whether every fact has one of the values asked for. A list has the values in it. */
export function matchesFacts(
  facts: Resource['facts'],
  wanted: FactFilter,
): boolean {
  return [...wanted].every(([name, values]) => {
    const fact = factAt(facts, name);
    return (Array.isArray(fact) ? fact : [fact]).some(
      value =>
        typeof value !== 'object' &&
        value !== undefined &&
        values.includes(String(value)),
    );
  });
}
