import {
  CoverageGap,
  CoverageItem,
} from '@socle/backstage-plugin-socle-common';
import { formatDuration, formatTime } from '../../reading/times';
import { Found, newest } from './found';
import { CoverageReader } from './reader';

const DAY = 86_400_000;

/** The shortest interval that a tool's schedules promise, unless they are suspended. */
function promised({ plans }: Found): number | undefined {
  const intervals = plans.flatMap(plan =>
    plan.suspended ? [] : plan.interval ?? [],
  );
  return intervals.length > 0 ? Math.min(...intervals) : undefined;
}

/** Whether the last good backup is older than promised; where nothing is, than is plain. */
export function isLate(found: Found, reader: CoverageReader): boolean {
  const { coverageLateIntervals, coverageAgeDays } = reader.thresholds;
  const interval = promised(found);
  const limit =
    interval === undefined
      ? coverageAgeDays * DAY
      : coverageLateIntervals * interval;
  const at = found.good?.at;
  return at !== undefined && reader.now > at + limit;
}

function planOf(found: Found): string {
  const interval = promised(found);
  if (interval !== undefined) {
    return `planned at least every ${formatDuration(interval)}`;
  }
  return found.plans.length > 0 && found.plans.every(plan => plan.suspended)
    ? 'its schedule is suspended'
    : 'no schedule is known';
}

/** What is missing, in a word and in a sentence. */
export function judgeGap(
  all: readonly Found[],
  reader: CoverageReader,
): Pick<CoverageItem, 'gap' | 'message'> {
  const say = (gap: CoverageGap, message: string) => ({ gap, message });
  const away = all.filter(one => !one.local && !one.uncertain);
  const withGood = away.filter(one => one.good?.at !== undefined);
  const kept = withGood.filter(
    one => !isLate(one, reader) && !failedSince(one),
  );
  const best = newest(withGood.map(one => one.good!));
  if (kept.length > 0) {
    const newestKept = newest(kept.map(one => one.good!))!;
    return say('none', `Last good backup ${formatTime(newestKept.at!)}.`);
  }
  const failed = newest(
    away.filter(one => failedSince(one) && one.failed).map(one => one.failed!),
  );
  if (failed) {
    return say(
      'failed',
      `${
        best ? `Last good backup ${formatTime(best.at!)}` : 'No good backup'
      }; the newest failed: ${(failed.message ?? 'no cause given').replace(
        /\.$/,
        '',
      )}.`,
    );
  }
  if (best) {
    const late = withGood.find(one => one.good === best)!;
    const planned = planOf(late);
    return say('late', `Last good backup ${formatTime(best.at!)}; ${planned}.`);
  }
  return withoutGood(all, say);
}

function withoutGood(
  all: readonly Found[],
  say: (
    gap: CoverageGap,
    message: string,
  ) => Pick<CoverageItem, 'gap' | 'message'>,
) {
  const notRead = all.filter(one => !one.read).map(one => one.tool);
  const maybe = all.find(one => one.uncertain && one.good?.at !== undefined);
  const local = newest(
    all.flatMap(one => (one.local && !one.uncertain && one.good) || []),
  );
  if (notRead.length > 0) {
    return say(
      'unknown',
      `Not known: the backups of ${[...new Set(notRead)].join(
        ' and ',
      )} could not be read.`,
    );
  }
  if (maybe && !maybe.local) {
    return say(
      'unknown',
      `A backup of ${formatTime(
        maybe.good!.at!,
      )} covers the namespace, and does not say whether it holds this claim.`,
    );
  }
  if (local ?? maybe?.good) {
    const at = (local ?? maybe!.good!).at;
    return say(
      'localOnly',
      `Only a snapshot in the same storage${
        at === undefined ? '' : ` of ${formatTime(at)}`
      }: it is gone with the storage.`,
    );
  }
  const plans = all.flatMap(one => one.plans).filter(plan => !plan.suspended);
  return say(
    'noBackup',
    plans.length > 0
      ? `No backup at all, although ${plans[0].of.kind.kind} ${plans[0].of.meta.name} covers it.`
      : 'No backup at all, and no schedule covers it.',
  );
}

/** The newest run failed, after the last good one. */
function failedSince({ good, failed }: Found): boolean {
  return (
    failed !== undefined &&
    (good?.at === undefined || (failed.at ?? Infinity) > good.at)
  );
}
