const UNITS: Array<[unit: Intl.RelativeTimeFormatUnit, seconds: number]> = [
  ['second', 1],
  ['minute', 60],
  ['hour', 3600],
  ['day', 86_400],
  ['month', 2_629_800],
  ['year', 31_557_600],
];

function largestUnit(seconds: number) {
  let chosen = UNITS[0];
  for (const unit of UNITS) {
    // A unit is used from two of it on: "90 minutes ago" says more than "2 hours ago".
    if (Math.abs(seconds) >= unit[1] * (unit[0] === 'minute' ? 1 : 2)) {
      chosen = unit;
    }
  }
  return chosen;
}

/**
 * How long ago a moment is, in words: `3 minutes ago`. A moment ahead reads `in 3 minutes`.
 * @public
 */
export function formatAge(
  atMilliseconds: number,
  nowMilliseconds: number,
  language: string,
): string {
  const seconds = (atMilliseconds - nowMilliseconds) / 1000;
  const [unit, size] = largestUnit(seconds);
  return new Intl.RelativeTimeFormat(language, {
    numeric: 'always',
    // In French a short month is `m.`, which reads as minutes.
    style: unit === 'month' ? 'long' : 'short',
  }).format(Math.trunc(seconds / size) || -0, unit);
}

/** @public A moment in full, in the reader's own time zone. */
export function formatExact(atMilliseconds: number, language: string): string {
  return new Intl.DateTimeFormat(language, {
    dateStyle: 'medium',
    timeStyle: 'long',
  }).format(atMilliseconds);
}

/** A moment as one says it today, in the reader's own time zone: the time alone, with its day if that is another. */
export function formatMoment(
  atMilliseconds: number,
  nowMilliseconds: number,
  language: string,
): string {
  const [at, now] = [new Date(atMilliseconds), new Date(nowMilliseconds)];
  const sameYear = at.getFullYear() === now.getFullYear();
  return new Intl.DateTimeFormat(language, {
    ...(at.toDateString() === now.toDateString()
      ? {}
      : {
          day: 'numeric',
          month: 'short',
          ...(sameYear ? {} : { year: 'numeric' }),
        }),
    hour: 'numeric',
    minute: '2-digit',
  }).format(at);
}
