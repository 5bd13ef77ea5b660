/** The values that a field of a cron schedule allows; undefined for any. */
type Field = Set<number> | undefined;

/** A schedule of five fields, as Argo CD's sync windows use. */
export interface CronSchedule {
  minute: Field;
  hour: Field;
  day: Field;
  month: Field;
  weekday: Field;
}

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
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const DESCRIPTORS: Record<string, string> = {
  '@yearly': '0 0 1 1 *',
  '@annually': '0 0 1 1 *',
  '@monthly': '0 0 1 * *',
  '@weekly': '0 0 * * 0',
  '@daily': '0 0 * * *',
  '@midnight': '0 0 * * *',
  '@hourly': '0 * * * *',
};

/** Reads a schedule; undefined where it is none. */
export function parseCron(text: string): CronSchedule | undefined {
  const trimmed = text.trim().toLowerCase();
  const parts = (DESCRIPTORS[trimmed] ?? trimmed).split(/\s+/);
  if (parts.length !== 5) {
    return undefined;
  }
  try {
    return {
      minute: field(parts[0], 0, 59),
      hour: field(parts[1], 0, 23),
      day: field(parts[2], 1, 31),
      month: field(parts[3], 1, 12, MONTHS),
      weekday: field(parts[4], 0, 7, WEEKDAYS),
    };
  } catch {
    return undefined;
  }
}

/** Whether a schedule fires in the minute of a time, given as a date whose UTC fields are the local ones. */
export function firesAt(schedule: CronSchedule, local: Date): boolean {
  const allows = (allowed: Field, value: number) =>
    allowed === undefined || allowed.has(value);
  const day = allows(schedule.day, local.getUTCDate());
  const weekday = allows(schedule.weekday, local.getUTCDay());
  return (
    allows(schedule.minute, local.getUTCMinutes()) &&
    allows(schedule.hour, local.getUTCHours()) &&
    allows(schedule.month, local.getUTCMonth() + 1) &&
    // Where both are restricted, either is enough.
    (schedule.day && schedule.weekday ? day || weekday : day && weekday)
  );
}

function field(
  text: string,
  low: number,
  high: number,
  names: readonly string[] = [],
): Field {
  if (text === '*' || text === '?') {
    return undefined;
  }
  const allowed = new Set<number>();
  for (const part of text.split(',')) {
    const match = /^(\*|[a-z0-9]+)(?:-([a-z0-9]+))?(?:\/(\d+))?$/.exec(part);
    if (!match) {
      throw new Error(`no cron field: ${text}`);
    }
    const [, from, to, step] = match;
    const first = from === '*' ? low : valueOf(from, low, names);
    const open = from === '*' || (to === undefined && step !== undefined);
    const last = open ? high : valueOf(to ?? from, low, names);
    const by = step === undefined ? 1 : Number(step);
    if (!(first >= low && last <= high && first <= last && by > 0)) {
      throw new Error(`no cron field: ${text}`);
    }
    for (let value = first; value <= last; value += by) {
      // Sunday is both 0 and 7.
      allowed.add(names === WEEKDAYS ? value % 7 : value);
    }
  }
  return allowed;
}

/** Months count from 1 and weekdays from 0, as their lowest value says. */
function valueOf(text: string, low: number, names: readonly string[]): number {
  const index = names.indexOf(text.slice(0, 3));
  return index >= 0 ? index + low : Number(text);
}
