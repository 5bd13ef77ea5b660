import { parseDuration } from '../../reading/times';
import { SyncWindow } from './app-project-facts';
import { CronSchedule, firesAt, parseCron } from './cron';

const MINUTE = 60_000;
/** A window that is open for longer is followed no further back. */
const LONGEST = 31 * 24 * 60 * MINUTE;

/**
 * What keeps automated sync from happening now, in words: an open deny window, or allow windows none of which is open.
 * Undefined where nothing does. A window that cannot be read holds nothing back.
 */
export function heldBack(
  windows: readonly SyncWindow[],
  application: string,
  destination: { server?: string; name?: string; namespace?: string },
  now: number,
): string | undefined {
  const own = windows.filter(window =>
    concerns(window, application, destination),
  );
  const denied = own.find(
    window => window.kind === 'deny' && isOpen(window, now),
  );
  if (denied) {
    return `a deny window of its project (${denied.schedule} for ${denied.duration})`;
  }
  const allowed = own.filter(
    window => window.kind === 'allow' && readable(window),
  );
  return allowed.length > 0 && !allowed.some(window => isOpen(window, now))
    ? `its project, which allows syncs only in windows (${allowed[0].schedule} for ${allowed[0].duration})`
    : undefined;
}

function concerns(
  window: SyncWindow,
  application: string,
  destination: { server?: string; name?: string; namespace?: string },
): boolean {
  const matches = [
    match(window.applications, [application]),
    match(window.namespaces, [destination.namespace]),
    match(window.clusters, [destination.server, destination.name]),
  ].filter(one => one !== undefined);
  return window.all
    ? matches.length > 0 && matches.every(Boolean)
    : matches.some(Boolean);
}

/** Undefined where nothing is asked for. */
function match(
  patterns: readonly string[] | undefined,
  values: Array<string | undefined>,
): boolean | undefined {
  return patterns && patterns.length > 0
    ? patterns.some(pattern =>
        values.some(value => value !== undefined && glob(pattern).test(value)),
      )
    : undefined;
}

function glob(pattern: string): RegExp {
  const escaped = pattern.replace(/[.+^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replace(/\*+/g, '.*').replace(/\?/g, '.')}$`);
}

function readable(
  window: SyncWindow,
): { schedule: CronSchedule; duration: number } | undefined {
  const schedule = parseCron(window.schedule);
  const duration = parseDuration(window.duration);
  return schedule && duration ? { schedule, duration } : undefined;
}

function isOpen(window: SyncWindow, now: number): boolean {
  const read = readable(window);
  const offset = zoneOffset(window.timeZone ?? 'UTC', now);
  if (!read || offset === undefined) {
    return false;
  }
  const minute = Math.floor(now / MINUTE) * MINUTE;
  for (
    let at = minute;
    at > now - Math.min(read.duration, LONGEST);
    at -= MINUTE
  ) {
    if (firesAt(read.schedule, new Date(at + offset))) {
      return true;
    }
  }
  return false;
}

/** How far a zone's clock is ahead of UTC; undefined for a zone that is not known. */
function zoneOffset(timeZone: string, now: number): number | undefined {
  if (timeZone === 'UTC') {
    return 0;
  }
  try {
    const parts = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    }).formatToParts(now);
    const [year, month, day, hour, minute] = [
      'year',
      'month',
      'day',
      'hour',
      'minute',
    ].map(type => Number(parts.find(part => part.type === type)?.value));
    return (
      Date.UTC(year, month - 1, day, hour, minute) -
      Math.floor(now / MINUTE) * MINUTE
    );
  } catch {
    return undefined;
  }
}
