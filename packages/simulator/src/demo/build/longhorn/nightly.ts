import { rfc3339 } from '../object-factory';

const DAY = 86_400_000;
const MINUTE = 60_000;
const HOUR_UTC = 2;
/** How long a backup of one night takes. */
const TAKES_MINUTES = 5;

/** What the recurring job says of its time. */
export const NIGHTLY_CRON = `0 ${HOUR_UTC} * * *`;

/** The last night whose backups have ended, or one some nights before it. */
export function nightBefore(now: number, nights = 0) {
  const end = HOUR_UTC * 60 * MINUTE + TAKES_MINUTES * MINUTE;
  const ended = Math.floor((now - end) / DAY) * DAY + end - nights * DAY;
  return {
    began: rfc3339(ended - TAKES_MINUTES * MINUTE),
    ended: rfc3339(ended),
  };
}
