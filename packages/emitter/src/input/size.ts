import { Refusal } from '../emission/emission';
import { jsonTypeOf } from './json-schema';
import { isReserved } from './reserved';
import { printable } from './validate';

const LIMITS = { characters: 262_144, entries: 20_000, depth: 32 };

/**
 * Whether an input is plain data of a size that a person may have meant. Looked at first, so that nothing that follows
 * works on ten megabytes, on a circle or on what is no data.
 */
export function sizeRefusals(input: unknown): Refusal[] {
  if (jsonTypeOf(input) !== 'object') {
    return [refusal('input', 'It is no object.')];
  }
  for (const [field, value] of Object.entries(input as object)) {
    const problem = isReserved(field)
      ? 'A field cannot be called so.'
      : problemOf(value, { characters: 0, entries: 0 }, 1);
    if (problem) {
      return [refusal(printable(field), problem)];
    }
  }
  return [];
}

function refusal(field: string, problem: string): Refusal {
  return {
    field,
    problem,
    allowed: `Plain data of at most ${LIMITS.characters / 1024} KiB, ${
      LIMITS.entries
    } entries and ${LIMITS.depth} levels.`,
  };
}

function problemOf(
  value: unknown,
  spent: { characters: number; entries: number },
  depth: number,
): string | undefined {
  spent.entries += 1;
  if (depth > LIMITS.depth) return 'It is nested too deep.';
  if (spent.entries > LIMITS.entries) return 'It has too many entries.';
  if (typeof value === 'string') {
    spent.characters += value.length;
    return spent.characters > LIMITS.characters
      ? 'It is too large.'
      : undefined;
  }
  const type = jsonTypeOf(value);
  // A field that is not set is as good as none.
  if (type === undefined) {
    return value === undefined ? undefined : 'It is no JSON value.';
  }
  if (type !== 'object' && type !== 'array') {
    return undefined;
  }
  for (const [key, inner] of Object.entries(value as object)) {
    if (isReserved(key)) return 'A field in it cannot be called so.';
    spent.characters += key.length;
    const problem = problemOf(inner, spent, depth + 1);
    if (problem) return problem;
  }
  return undefined;
}

/** The input without fields that are not set. */
export function withoutUnset<T>(value: T): T {
  if (Array.isArray(value)) {
    return value.map(withoutUnset) as T;
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .map(([key, inner]) => [key, withoutUnset(inner)]),
  ) as T;
}
