/** @public A filter by a fact, beside those that every resource has. */
export interface FactFilter {
  /** The fact, or `a.b` for fact `b` within `a`. */
  fact: string;
  label: string;
  choices: Array<{ id: string; label: string }>;
}

/** The values of one fact among the words `name:value` that a table is filtered by. */
export function factValues(
  words: readonly string[] | undefined,
  fact: string,
): string[] {
  const start = `${fact}:`;
  return (words ?? [])
    .filter(word => word.startsWith(start))
    .map(word => word.slice(start.length));
}

/** The words with other values of one fact; those of other facts stay. */
export function withFactValues(
  words: readonly string[] | undefined,
  fact: string,
  values: readonly string[],
): string[] {
  return [
    ...(words ?? []).filter(word => !word.startsWith(`${fact}:`)),
    ...values.map(value => `${fact}:${value}`),
  ];
}
