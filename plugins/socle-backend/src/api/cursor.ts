import { InputError } from '@backstage/errors';

type SortValue = string | number | boolean | undefined;

/** A place in a sorted list: the sort, the value there and the row's identity. */
export function encodeCursor(
  sort: string,
  value: SortValue,
  id: string,
): string {
  return Buffer.from(JSON.stringify([sort, value ?? null, id])).toString(
    'base64url',
  );
}

export function decodeCursor(
  cursor: string,
  sort: string,
): { value: SortValue; id: string } {
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    parts = undefined;
  }
  if (
    !Array.isArray(parts) ||
    parts.length !== 3 ||
    (typeof parts[1] === 'object' && parts[1] !== null) ||
    typeof parts[2] !== 'string'
  ) {
    throw new InputError(
      'cursor is not one that this API gave: ask again without it',
    );
  }
  if (parts[0] !== sort) {
    throw new InputError(
      `cursor belongs to sort=${parts[0]}, not to sort=${sort}: ask again without it`,
    );
  }
  return { value: parts[1] ?? undefined, id: parts[2] };
}
