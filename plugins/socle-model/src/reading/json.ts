type SourceReviver = (
  key: string,
  value: unknown,
  context?: { source?: string },
) => unknown;

const keepDigits: SourceReviver = (_key, value, context) =>
  typeof value === 'number' &&
  Number.isInteger(value) &&
  !Number.isSafeInteger(value) &&
  /^-?\d+$/.test(context?.source ?? '')
    ? context?.source
    : value;

/** A long integer where a value can stand: digests and other text of many digits end in a quote. */
const LONG_INTEGER = /[:,[]\s*-?\d{16,}\s*[,}\]]|^\s*-?\d{16,}\s*$/;

/**
 * Parses JSON without losing digits: integers that a number cannot hold stay text. The way that is ten times slower is
 * taken only where there are any to lose. A byte order mark before it is passed over.
 * @public
 */
export function parseJson(marked: string): unknown {
  const text = marked.startsWith('\uFEFF') ? marked.slice(1) : marked;
  return LONG_INTEGER.test(text)
    ? JSON.parse(text, keepDigits)
    : JSON.parse(text);
}
