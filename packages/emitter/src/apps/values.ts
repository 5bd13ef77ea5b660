import { ChartAppInput, SecretInput } from './app-input';
import { secretName } from '../secrets/external-secret';
import { Refusal } from '../emission/emission';
import { isReserved } from '../input/reserved';

type Values = Record<string, unknown>;

/** The values with the names of the Secrets put where they are wanted; what cannot be put there is refused. */
export function valuesWithSecrets(
  input: Pick<ChartAppInput, 'name' | 'values' | 'secrets'>,
): { values: Values; refusals: Refusal[] } {
  const values = structuredCopy(input.values ?? {}) as Values;
  const refusals: Refusal[] = [];
  (input.secrets ?? []).forEach((secret, index) => {
    const name = secretName(input.name, secret.purpose);
    const field = `secrets[${index}].valuesPath`;
    if (secret.valuesPath !== undefined) {
      const problem = put(values, secret.valuesPath, secret, name);
      if (problem) {
        refusals.push({
          field,
          problem,
          allowed: 'A place in the values that holds nothing else.',
        });
      }
    } else if (!mentions(values, name)) {
      refusals.push({
        field,
        problem: `Nothing in the values names the Secret ${name}: it would not be used.`,
        allowed:
          'Where in the values its name goes, such as auth.existingSecret.',
      });
    }
  });
  return { values, refusals };
}

function put(
  values: Values,
  path: string,
  { valuesForm }: SecretInput,
  name: string,
): string | undefined {
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  if ([...keys, last].some(isReserved)) {
    return 'A key of it cannot be called so.';
  }
  let at = values;
  for (const key of keys) {
    if (!Object.hasOwn(at, key)) {
      at[key] = {};
    }
    const inner = at[key];
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) {
      return `The values hold something else at ${key}.`;
    }
    at = inner as Values;
  }
  const there = Object.hasOwn(at, last) ? at[last] : undefined;
  if (valuesForm === 'envFrom') {
    if (there !== undefined && !Array.isArray(there)) {
      return 'The values hold something there that is no list.';
    }
    const entry = { secretRef: { name } };
    const known = JSON.stringify(there ?? []).includes(JSON.stringify(entry));
    at[last] = known ? there : [...((there as unknown[]) ?? []), entry];
    return undefined;
  }
  if (there !== undefined && there !== '' && there !== name) {
    return 'The values hold something else there.';
  }
  at[last] = name;
  return undefined;
}

/** Whether a text of the values names a Secret, alone or as a word of an embedded text. */
function mentions(value: unknown, name: string): boolean {
  if (typeof value === 'string') {
    return value.split(/[^A-Za-z0-9.-]+/).includes(name);
  }
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).some(inner => mentions(inner, name))
  );
}

function structuredCopy(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(structuredCopy);
  }
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(
        Object.entries(value).map(([key, inner]) => [
          key,
          structuredCopy(inner),
        ]),
      )
    : value;
}
