import { parseDuration } from './times';

const NAMED = new Map(
  Object.entries({
    '@hourly': '0 * * * *',
    '@daily': '0 0 * * *',
    '@midnight': '0 0 * * *',
    '@weekly': '0 0 * * 0',
    '@monthly': '0 0 1 * *',
    '@yearly': '0 0 1 1 *',
    '@annually': '0 0 1 1 *',
  }),
);
const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const MONTHS = [
  'jan',
  'feb',
  'mar',
  'apr',
  'may',
  'jun',
  'jul',
  'aug',
  'sep',
  'oct',
  'nov',
  'dec',
];
const MINUTE = 60_000;
const DAY_MINUTES = 24 * 60;

/**
 * The longest time between two runs of a cron expression (five fields, `@daily` and the like, `@every 6h`), in
 * milliseconds; undefined where it is none or never runs. A time zone before the fields changes no interval.
 */
export function cronInterval(expression: unknown): number | undefined {
  if (typeof expression !== 'string' || expression.length > 200) {
    return undefined;
  }
  const plain = expression.trim().replace(/^(CRON_)?TZ=\S+\s+/, '');
  if (plain.startsWith('@every ')) {
    return parseDuration(plain.slice(7).trim()) || undefined;
  }
  const fields = (NAMED.get(plain) ?? plain).split(/\s+/);
  if (fields.length !== 5) {
    return undefined;
  }
  const minutes = field(fields[0], 0, 59);
  const hours = field(fields[1], 0, 23);
  const monthDays = field(fields[2], 1, 31);
  const months = field(fields[3], 1, 12, MONTHS);
  const weekDays = field(fields[4], 0, 7, DAYS);
  if (!minutes || !hours || !monthDays || !months || !weekDays) {
    return undefined;
  }
  if (weekDays.has(7)) weekDays.add(0);
  // Cron's rule: where both kinds of day are restricted, either suffices.
  const either = !fields[2].startsWith('*') && !fields[4].startsWith('*');
  const runsOn = (day: Date) => {
    const byMonth = monthDays.has(day.getUTCDate());
    const byWeek = weekDays.has(day.getUTCDay());
    return (
      months.has(day.getUTCMonth() + 1) &&
      (either ? byMonth || byWeek : byMonth && byWeek)
    );
  };
  const times = [...hours]
    .flatMap(hour => [...minutes].map(minute => hour * 60 + minute))
    .sort((a, b) => a - b);
  return longestGap(times, runsOn);
}

/** Walks two leap-year-spanning years by the day: gaps within a day are the same every day. */
function longestGap(
  times: number[],
  runsOn: (day: Date) => boolean,
): number | undefined {
  let within = 0;
  for (let i = 1; i < times.length; i++) {
    within = Math.max(within, times[i] - times[i - 1]);
  }
  let gap = 0;
  let last: number | undefined;
  for (let index = 0; index < 2 * 366; index++) {
    if (!runsOn(new Date(Date.UTC(2024, 0, 1 + index)))) {
      continue;
    }
    if (last !== undefined) {
      gap = Math.max(gap, index * DAY_MINUTES + times[0] - last, within);
    }
    last = index * DAY_MINUTES + times[times.length - 1];
  }
  return gap > 0 ? gap * MINUTE : undefined;
}

/** The values of one field (a star, a step, `1-5`, `mon,wed`), or undefined where it is malformed. */
function field(
  text: string,
  low: number,
  high: number,
  names: string[] = [],
): Set<number> | undefined {
  const values = new Set<number>();
  const number = (word: string) => {
    const named = names.indexOf(word.toLowerCase());
    if (named >= 0) return named + low;
    return /^\d{1,2}$/.test(word) ? Number(word) : NaN;
  };
  for (const part of text.split(',')) {
    const [range, stepText, more] = part.split('/');
    const step = stepText === undefined ? 1 : Number(stepText);
    const [fromText, toText] = range.split('-');
    const all = range === '*' || range === '?';
    const from = all ? low : number(fromText);
    let to = from;
    if (all || (toText === undefined && stepText !== undefined)) {
      to = high;
    } else if (toText !== undefined) {
      to = number(toText);
    }
    const sound =
      more === undefined &&
      Number.isInteger(step) &&
      step > 0 &&
      from >= low &&
      to <= high &&
      from <= to;
    if (!sound) {
      return undefined;
    }
    for (let value = from; value <= to; value += step) {
      values.add(value);
    }
  }
  return values;
}
