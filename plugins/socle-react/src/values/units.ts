const BINARY = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB', 'EiB'];
const BINARY_FRENCH = ['o', 'Kio', 'Mio', 'Gio', 'Tio', 'Pio', 'Eio'];

/**
 * Bytes in binary units, in the reader's language: `12.5 GiB`, `12,5 Gio`.
 * @public
 */
export function formatBytes(bytes: number, language: string): string {
  const names = language.startsWith('fr') ? BINARY_FRENCH : BINARY;
  let value = bytes;
  let unit = 0;
  while (Math.abs(value) >= 1024 && unit < names.length - 1) {
    value /= 1024;
    unit += 1;
  }
  const digits = Math.abs(value) >= 100 || unit === 0 ? 0 : 1;
  const text = new Intl.NumberFormat(language, {
    maximumFractionDigits: digits,
  }).format(value);
  return `${text} ${names[unit]}`;
}

/** @public A share of one as a percentage. */
export function formatShare(share: number, language: string): string {
  return new Intl.NumberFormat(language, {
    style: 'percent',
    maximumFractionDigits: 0,
  }).format(share);
}

/** @public A duration in its largest sensible unit: `90 min`, `3 days`. */
export function formatDuration(
  seconds: number,
  language: string,
  options?: { whole?: boolean },
): string {
  const [unit, size] = (
    [
      ['day', 172_800, 86_400],
      ['hour', 7_200, 3_600],
      ['minute', 120, 60],
    ] as const
  )
    .filter(([, from]) => Math.abs(seconds) >= from)
    .map(([name, , length]) => [name, length] as const)[0] ?? ['second', 1];
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: 1,
  }).format(options?.whole ? Math.trunc(seconds / size) : seconds / size);
}

/** A number this large under such a name counts bytes; counts of replicas and the like stay far below. */
const BYTES_FROM = 1024 * 1024;
const BYTES_NAME =
  /bytes|size|capacity|maximum|available|reserved|scheduled|used|storage|memory|request|allocated|quota/i;
const SECONDS_NAME = /seconds$/i;
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;

/** Moments in milliseconds since 1970, of the years 2001 to 2100. */
const MOMENT_FROM = 1e12;
const MOMENT_TO = 4.1e12;

/** What a fact is, judged by its name and value. */
export type FactForm = 'bytes' | 'seconds' | 'moment' | 'plain';

/** How a fact is to be written. */
export function factForm(name: string, value: unknown): FactForm {
  if (typeof value === 'number') {
    if (SECONDS_NAME.test(name)) {
      return 'seconds';
    }
    if (
      /bytes$/i.test(name) ||
      (BYTES_NAME.test(name) && Math.abs(value) >= BYTES_FROM)
    ) {
      return 'bytes';
    }
    return value >= MOMENT_FROM && value < MOMENT_TO ? 'moment' : 'plain';
  }
  return typeof value === 'string' && MOMENT.test(value) ? 'moment' : 'plain';
}
