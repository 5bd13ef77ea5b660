import { cronInterval } from '../../reading/cron';

/**
 * The longest time between two runs, in milliseconds. The operator's expressions have six fields, seconds first, or
 * are `@daily`, `@every 6h` and the like; what has five fields is refused by it, and says nothing here.
 */
export function backupInterval(
  schedule: string | undefined,
): number | undefined {
  const text = schedule?.trim() ?? '';
  if (text.startsWith('@')) {
    return cronInterval(text);
  }
  const zone = /^(CRON_)?TZ=\S+\s+/.exec(text)?.[0] ?? '';
  const fields = text.slice(zone.length).split(/\s+/);
  return fields.length === 6
    ? cronInterval(fields.slice(1).join(' '))
    : undefined;
}
