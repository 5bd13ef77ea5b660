import { microTimestamp, timestamp } from '../storage/object';

const units: Record<string, number> = {
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};

/** `90s`, `1h30m`, `500ms`; a bare number is seconds. In milliseconds; undefined for anything else. */
export function parseDuration(text: string | number): number | undefined {
  if (typeof text === 'number') return text * 1000;
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text) * 1000;
  if (!/^(\d+(\.\d+)?(ms|[smhdw]))+$/.test(text)) return undefined;
  let total = 0;
  for (const [, amount, unit] of text.matchAll(
    /(\d+(?:\.\d+)?)(ms|[smhdw])/g,
  )) {
    total += Number(amount) * units[unit];
  }
  return total;
}

const forms: Record<string, (milliseconds: number) => string> = {
  now: timestamp,
  nowMicro: microTimestamp,
  nowUnix: milliseconds => String(Math.floor(milliseconds / 1000)),
  // As Go prints a time (`2026-07-24 19:54:15 +0000 UTC`); some operators write that into a status.
  nowGo: milliseconds =>
    `${new Date(milliseconds)
      .toISOString()
      .slice(0, 19)
      .replace('T', ' ')} +0000 UTC`,
};

/**
 * Replaces `${now}`, `${now-5m}`, `${now+12h}` (also `nowMicro`, `nowUnix`, `nowGo`) in the text of a manifest, so that
 * what was written months ago looks as if it were alive.
 */
export function replaceTimes(text: string, now: number): string {
  return text.replace(
    /\$\{(now[A-Za-z]*)(?:([+-])([0-9a-z.]+))?\}/g,
    (whole, form, sign, offset) => {
      const write = forms[form];
      const distance = offset === undefined ? 0 : parseDuration(offset);
      if (!write || distance === undefined) {
        throw new Error(
          `"${whole}" is not a time: write \${now}, \${now-5m} or \${now+12h}`,
        );
      }
      return write(sign === '-' ? now - distance : now + distance);
    },
  );
}
