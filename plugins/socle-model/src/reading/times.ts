import { valueAt } from './raw';

const RFC3339 =
  /^(\d{4})-(\d{2})-(\d{2})[Tt ](\d{2}):(\d{2}):(\d{2})(?:[.,](\d+))?\s*(Z|z|[+-]\d{2}:?\d{2})?(?:\s+[A-Z]{3,4})?$/;

/**
 * Milliseconds since 1970 of any of the forms that real objects carry: RFC 3339 with `Z`, with nanoseconds, with an
 * offset without colon, MicroTime, `2025-07-24 19:54:15 +0000 UTC`, and an object of seconds and nanos.
 * `""`, null, the zero time of Go and whatever cannot be read are undefined.
 * @public
 */
export function parseTime(value: unknown): number | undefined {
  if (typeof value === 'string') {
    const usual = usualTime(value);
    if (usual !== undefined) {
      return usual;
    }
    const match = RFC3339.exec(value.trim());
    if (!match) {
      return undefined;
    }
    const [, year, month, day, hour, minute, second, fraction, zone] = match;
    if (year === '0001') {
      return undefined;
    }
    const millis = fraction ? Math.floor(Number(`0.${fraction}`) * 1000) : 0;
    const utc = Date.UTC(+year, +month - 1, +day, +hour, +minute, +second);
    const time = utc + millis - offsetMillis(zone);
    return Number.isNaN(time) || +month < 1 || +month > 12 ? undefined : time;
  }
  if (typeof value === 'object' && value !== null) {
    const { seconds, nanos } = value as { seconds?: unknown; nanos?: unknown };
    if (typeof seconds === 'number' && seconds > 0) {
      return seconds * 1000 + Math.floor(Number(nanos ?? 0) / 1e6);
    }
  }
  return undefined;
}

/**
 * `2026-05-04T03:02:01Z`, the form of nearly every time there is, read without an expression: an update of an object
 * holds ten of them. Undefined for any other form, and for what {@link parseTime} has to look at more closely.
 */
function usualTime(text: string): number | undefined {
  if (
    text.length !== 20 ||
    text.charCodeAt(4) !== 0x2d ||
    text.charCodeAt(7) !== 0x2d ||
    text.charCodeAt(10) !== 0x54 ||
    text.charCodeAt(13) !== 0x3a ||
    text.charCodeAt(16) !== 0x3a ||
    text.charCodeAt(19) !== 0x5a
  ) {
    return undefined;
  }
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2);
  const month = twoDigits(text, 5);
  const time = Date.UTC(
    year,
    month - 1,
    twoDigits(text, 8),
    twoDigits(text, 11),
    twoDigits(text, 14),
    twoDigits(text, 17),
  );
  return year >= 1000 && month >= 1 && month <= 12 && !Number.isNaN(time)
    ? time
    : undefined;
}

/** NaN where they are none. */
function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 0x30;
  const ones = text.charCodeAt(at + 1) - 0x30;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9
    ? tens * 10 + ones
    : NaN;
}

function offsetMillis(zone: string | undefined): number {
  if (!zone || zone === 'Z' || zone === 'z') {
    return 0;
  }
  const sign = zone.startsWith('-') ? -1 : 1;
  const digits = zone.slice(1).replace(':', '');
  return sign * (+digits.slice(0, 2) * 60 + +digits.slice(2)) * 60_000;
}

/** @public {@link parseTime} of the value at a path. */
export function timeAt(from: unknown, ...path: string[]): number | undefined {
  return parseTime(valueAt(from, ...path));
}

const UNITS: Record<string, number> = {
  ns: 1e-6,
  us: 1e-3,
  µs: 1e-3,
  ms: 1,
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};

/**
 * Milliseconds of a Go duration (`1h30m`, `0`, `90s`); undefined where it is none.
 * @public
 */
export function parseDuration(value: unknown): number | undefined {
  if (typeof value !== 'string') {
    return undefined;
  }
  if (value === '0') {
    return 0;
  }
  if (!/^(\d+(\.\d+)?(ns|us|µs|ms|s|m|h|d))+$/.test(value)) {
    return undefined;
  }
  let total = 0;
  for (const [, amount, , unit] of value.matchAll(
    /(\d+(\.\d+)?)(ns|us|µs|ms|s|m|h|d)/g,
  )) {
    total += Number(amount) * UNITS[unit];
  }
  return total;
}

/** @public RFC 3339 of milliseconds. */
export function formatTime(millis: number): string {
  return new Date(millis).toISOString().replace('.000Z', 'Z');
}

/** @public A duration for a sentence: `45 s`, `12 min`, `3 h`, `5 days`. */
export function formatDuration(millis: number): string {
  const seconds = Math.max(0, Math.round(millis / 1000));
  if (seconds < 90) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 90) return `${minutes} min`;
  const hours = Math.round(minutes / 60);
  if (hours < 48) return `${hours} h`;
  return `${Math.round(hours / 24)} days`;
}
