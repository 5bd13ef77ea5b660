import { Resource } from '../../definition/resource';
import {
  degraded,
  failed,
  healthy,
  HealthContext,
  judgedAgainAfter,
  unknown,
  Verdict,
  VerdictEvidence,
} from '../../judging/verdict';
import { formatDuration, formatTime } from '../../reading/times';
import type { BackupFacts } from './backup';
import { counted } from '../../reading/wording';
import { definedInGit } from './defined-in-git';
import { isoOf } from './run';
import { RunsOf, runsOf } from './schedule-runs';
import type { ScheduleFacts } from './schedule';

type Plan = Resource<ScheduleFacts>;

/** A run may be created a little after the time that `lastBackup` gives. */
const SAME_RUN_MILLIS = 60_000;

export function judgeSchedule(of: Plan, context: HealthContext): Verdict {
  const inGit = definedInGit(of.meta);
  if (inGit) {
    return inGit;
  }
  const runs = runsOf(of, context);
  // A good backup that is kept no longer makes room for an older one, or for none.
  return judgedAgainAfter(
    judgeWith(runs, of, context),
    context.now,
    runs.good?.facts.expires,
  );
}

function judgeWith(runs: RunsOf, of: Plan, context: HealthContext): Verdict {
  const { facts } = of;
  if (facts.phase === 'FailedValidation') {
    return failed(
      'VeleroScheduleInvalid',
      `Refused, no backups are taken: ${
        facts.validationErrors ?? 'no cause given'
      }.`,
      {
        evidence: [
          { path: 'status.phase', value: facts.phase },
          {
            path: 'status.validationErrors',
            value: facts.validationErrors ?? null,
          },
        ],
      },
    );
  }
  if (facts.paused) {
    return healthy(
      'VeleroSchedulePaused',
      `Paused, no backups are taken; ${lastGood(runs)}.`,
      { flags: ['maintenance'] },
    );
  }
  return (
    judgeLocation(context) ?? judgePhase(facts) ?? judgeRuns(of, runs, context)
  );
}

function judgeLocation(context: HealthContext): Verdict | undefined {
  const location = context.target<{ phase?: string }>('location');
  if (
    location?.state !== 'present' ||
    location.resource.facts.phase !== 'Unavailable'
  ) {
    return undefined;
  }
  const { resource } = location;
  return failed(
    'VeleroScheduleLocationUnavailable',
    `Storage location ${resource.meta.name}, which its backups go to, is unavailable.`,
    {
      evidence: [{ of: resource, path: 'status.phase', value: 'Unavailable' }],
    },
  );
}

function judgePhase({ phase }: ScheduleFacts): Verdict | undefined {
  return phase === undefined || phase === 'New' || phase === 'Enabled'
    ? undefined
    : unknown('VeleroSchedulePhaseUnknown', `Phase "${phase}" is not known.`, {
        evidence: [{ path: 'status.phase', value: phase }],
      });
}

function judgeRuns(of: Plan, runs: RunsOf, context: HealthContext): Verdict {
  const { facts, meta } = of;
  const { now, thresholds } = context;
  const { interval, good, newest, finished } = runs;
  const planned = plannedEvery(facts, interval);
  const told: VerdictEvidence = {
    path: 'status.lastBackup',
    value: isoOf(facts.lastBackup),
  };
  if (facts.lastBackup === undefined && !newest) {
    return judgeNeverRan(of, runs, context, told);
  }
  // Every run is known, or at least the newest.
  const upToDate =
    runs.listed ||
    (newest?.meta.created !== undefined &&
      newest.meta.created >= (facts.lastBackup ?? 0) - SAME_RUN_MILLIS);
  const goodAt = good?.facts.completed;
  const evidence: VerdictEvidence[] = [
    told,
    ...(good && goodAt !== undefined
      ? [{ of: good, path: 'status.completionTimestamp', value: isoOf(goodAt) }]
      : []),
  ];
  // With the newest run and a good one at hand, the runs between them are taken to be all there are.
  const certain = runs.listed || (upToDate && good !== undefined);
  const latest = certain
    ? goodAt ?? meta.created
    : facts.lastBackup ?? newest?.meta.created;
  let recheckAt: number | undefined;
  if (interval !== undefined && latest !== undefined) {
    const overdue = latest + thresholds.veleroOverdueIntervals * interval;
    const late = latest + thresholds.veleroLateIntervals * interval;
    if (now > late) {
      const rule = now > overdue ? failed : degraded;
      return rule(
        'VeleroScheduleLate',
        certain
          ? `${capital(lastGood(runs))}, planned ${planned}.`
          : `No backup was begun since ${formatTime(
              latest,
            )}, planned ${planned}.`,
        {
          evidence,
          since: now > overdue ? overdue : late,
          ...(now > overdue ? {} : { recheckAt: overdue + 1 }),
        },
      );
    }
    recheckAt = late + 1;
  }
  if (finished && finished.facts.phase !== 'Completed' && upToDate) {
    return degraded(
      'VeleroScheduleLastRunFailed',
      `Newest run ${finished.meta.name} ${outcome(finished.facts)}; ${lastGood(
        runs,
      )}.`,
      {
        recheckAt,
        evidence: [
          { of: finished, path: 'status.phase', value: finished.facts.phase! },
          ...evidence,
        ],
        since: finished.facts.completed,
      },
    );
  }
  if (!upToDate || goodAt === undefined) {
    return unknown(
      'VeleroScheduleRunsNotRead',
      `What came of the run of ${
        isoOf(facts.lastBackup ?? newest?.meta.created) ?? 'an unknown time'
      } is not known; ${lastGood(runs)}.`,
      { evidence, recheckAt },
    );
  }
  return healthy(
    'VeleroScheduleKept',
    `${capital(lastGood(runs))}, planned ${planned}.`,
    { recheckAt },
  );
}

function judgeNeverRan(
  { facts, meta }: Plan,
  { interval }: RunsOf,
  { now, thresholds }: HealthContext,
  told: VerdictEvidence,
): Verdict {
  if (interval === undefined || meta.created === undefined) {
    return unknown(
      'VeleroScheduleFirstRunDue',
      `Has not run yet; when it is due cannot be told from "${
        facts.cron ?? ''
      }".`,
      { evidence: [told] },
    );
  }
  const due = meta.created + interval;
  const late = meta.created + thresholds.veleroLateIntervals * interval;
  if (now > late) {
    return failed(
      'VeleroScheduleNeverRan',
      `Has never made a backup since ${formatTime(
        meta.created,
      )}, planned ${plannedEvery(facts, interval)}.`,
      {
        evidence: [told, { path: 'spec.schedule', value: facts.cron ?? null }],
        since: late,
      },
    );
  }
  return unknown(
    'VeleroScheduleFirstRunDue',
    `Has not run yet; the first run is due by ${formatTime(due)}.`,
    { evidence: [told], recheckAt: late + 1 },
  );
}

function lastGood({ good, listed }: RunsOf): string {
  const at = good?.facts.completed;
  if (at === undefined) {
    return listed ? 'no good backup is left' : 'no good backup is known';
  }
  return `last good backup ${formatTime(at)}`;
}

function plannedEvery(
  { cron }: ScheduleFacts,
  interval: number | undefined,
): string {
  return interval === undefined
    ? `"${cron ?? ''}"`
    : `at least every ${formatDuration(interval)}`;
}

function outcome({
  phase,
  errors,
  failureReason,
  validationErrors,
}: BackupFacts) {
  const why =
    failureReason ??
    validationErrors ??
    (errors === undefined ? undefined : counted(errors, 'error'));
  return `is ${phase}${why ? ` (${why})` : ''}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
