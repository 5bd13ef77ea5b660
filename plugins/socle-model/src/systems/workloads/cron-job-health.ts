import type { Resource } from '../../definition/resource';
import {
  degraded,
  healthy,
  HealthContext,
  unknown,
  Verdict,
} from '../../judging/verdict';
import { cronInterval } from '../../reading/cron';
import { formatTime } from '../../reading/times';
import { plural } from './counts';
import type { CronJobFacts } from './cron-job';
import type { JobFacts } from './job';

/** How its runs ended; that none begins any more is only worth a word, as it says nothing of what the last one did. */
export function judgeCronJob(
  job: Resource<CronJobFacts>,
  context: HealthContext,
): Verdict {
  const verdict = judgeRuns(job, context);
  const { lastSchedule, schedule } = job.facts;
  const interval = cronInterval(schedule);
  if (
    verdict.status !== 'healthy' ||
    lastSchedule === undefined ||
    interval === undefined
  ) {
    return verdict;
  }
  const due =
    lastSchedule + interval * context.thresholds.cronJobMissedIntervals;
  return context.now > due
    ? {
        ...verdict,
        warnings: [
          `No run has begun since ${formatTime(
            lastSchedule,
          )}, though the schedule is ${schedule}.`,
        ],
      }
    : { ...verdict, recheckAt: due + 1 };
}

function judgeRuns(
  { facts, meta }: Resource<CronJobFacts>,
  context: HealthContext,
): Verdict {
  if (!facts.reported) {
    return meta.origin === 'git'
      ? unknown('DefinedInGit', 'Defined in Git, no status read.')
      : unknown('CronJobNotReported', 'The status was not read.', {
          evidence: [{ path: 'status', value: null }],
        });
  }
  const last = lastFinished(context);
  if (last?.verdict.status === 'failed') {
    return degraded(
      'CronJobLastRunFailed',
      `The last finished run, Job ${last.meta.name}, failed: ${last.verdict.message}`,
      {
        evidence: [
          {
            of: last,
            path: 'status.conditions[type=Failed].reason',
            value: last.facts.end?.reason ?? null,
          },
        ],
      },
    );
  }
  if (last) {
    return healthy(
      'CronJobLastRunComplete',
      `The last finished run, Job ${last.meta.name}, was complete.`,
    );
  }
  return judgeByTimes(facts);
}

/** Without its Jobs the times of the status tell: a run that is over and was no success has failed. */
function judgeByTimes({
  lastSchedule,
  lastSuccess,
  active,
}: CronJobFacts): Verdict {
  if (lastSchedule === undefined) {
    return lastSuccess === undefined && active === 0
      ? healthy('CronJobNoRunYet', 'No run yet.')
      : notKnown(active);
  }
  if (lastSuccess !== undefined && lastSuccess >= lastSchedule) {
    return healthy(
      'CronJobLastRunComplete',
      `The run of ${formatTime(lastSchedule)} was complete.`,
    );
  }
  if (active > 0) {
    return lastSuccess === undefined
      ? notKnown(active)
      : healthy(
          'CronJobLastRunComplete',
          `${plural(
            active,
            'run',
          )} at work; the last complete run ended at ${formatTime(
            lastSuccess,
          )}.`,
        );
  }
  return degraded(
    'CronJobLastRunFailed',
    `The run of ${formatTime(lastSchedule)} is over and was not complete; ${
      lastSuccess === undefined
        ? 'no run ever was'
        : `the last complete run ended at ${formatTime(lastSuccess)}`
    }.`,
    {
      evidence: [
        { path: 'status.lastScheduleTime', value: formatTime(lastSchedule) },
        {
          path: 'status.lastSuccessfulTime',
          value: lastSuccess === undefined ? null : formatTime(lastSuccess),
        },
      ],
    },
  );
}

function notKnown(active: number): Verdict {
  return unknown(
    'CronJobNotReported',
    `${plural(active, 'run')} at work; no run is known to have finished.`,
    {
      evidence: [{ path: 'status.lastSuccessfulTime', value: null }],
    },
  );
}

function lastFinished(context: HealthContext): Resource<JobFacts> | undefined {
  let last: Resource<JobFacts> | undefined;
  for (const job of context.incoming<JobFacts>('ownedBy', 'batch/Job').items) {
    if (job.facts.end && (last === undefined || begun(job) > begun(last))) {
      last = job;
    }
  }
  return last;
}

function begun({ facts, meta }: Resource<JobFacts>): number {
  return facts.startTime ?? meta.created ?? 0;
}
