import { HealthContext, Verdict } from './verdict';

const DAY = 86_400_000;

/** What has ended badly stays what it is; after some days it is history, and counts no more. */
export function withHistory(
  verdict: Verdict,
  endedAt: number | undefined,
  { now, thresholds }: HealthContext,
): Verdict {
  if (endedAt === undefined) {
    return verdict;
  }
  const historyAt = endedAt + thresholds.backupHistoryDays * DAY;
  return now > historyAt
    ? { ...verdict, flags: [...(verdict.flags ?? []), 'history'] }
    : { ...verdict, recheckAt: historyAt + 1 };
}
