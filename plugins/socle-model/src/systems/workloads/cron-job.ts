import { defineKind } from '../../definition/kind';
import type { Resource } from '../../definition/resource';
import {
  degraded,
  healthy,
  HealthContext,
  suspended,
  unknown,
  Verdict,
} from '../../judging/verdict';
import { booleanAt, isObject, stringAt, valueAt } from '../../reading/raw';
import { formatTime, timeAt } from '../../reading/times';
import { plural, templateImages } from './counts';
import type { JobFacts } from './job';
import { managedBy, ownedBy, trackingIdOf } from './ownership';

export type CronJobFacts = {
  /** The status was there: the API gives an empty one before the first run. */
  reported: boolean;
  suspend?: boolean;
  schedule?: string;
  timeZone?: string;
  active: number;
  lastSchedule?: number;
  lastSuccess?: number;
  images: string[];
  trackingId?: string;
};

export const cronJob = defineKind<CronJobFacts>({
  group: 'batch',
  kind: 'CronJob',
  plural: 'cronjobs',
  versions: ['v1'],
  namespaced: true,
  // An empty status is a status here: no run yet.
  statusless: true,
  reads: [
    'metadata.annotations',
    'spec.suspend',
    'spec.schedule',
    'spec.timeZone',
    'spec.jobTemplate.spec.template.spec.containers.image',
    'spec.jobTemplate.spec.template.spec.initContainers.image',
    'status',
  ],
  project: raw => {
    const active = valueAt(raw, 'status', 'active');
    for (const field of ['lastScheduleTime', 'lastSuccessfulTime']) {
      const value = valueAt(raw, 'status', field);
      if (
        value !== undefined &&
        value !== null &&
        timeAt(raw, 'status', field) === undefined
      ) {
        throw new Error(`status.${field} is not a time`);
      }
    }
    return {
      reported: isObject(valueAt(raw, 'status')),
      suspend: booleanAt(raw, 'spec', 'suspend') || undefined,
      schedule: stringAt(raw, 'spec', 'schedule'),
      timeZone: stringAt(raw, 'spec', 'timeZone'),
      active: Array.isArray(active) ? active.length : 0,
      lastSchedule: timeAt(raw, 'status', 'lastScheduleTime'),
      lastSuccess: timeAt(raw, 'status', 'lastSuccessfulTime'),
      images: templateImages(raw, 'spec', 'jobTemplate', 'spec', 'template'),
      trackingId: trackingIdOf(raw, 'batch', 'CronJob'),
    };
  },
  links: ({ meta, facts }) => [
    ...ownedBy(meta),
    ...managedBy(facts.trackingId),
  ],
  suspended: ({ facts }) =>
    facts.suspend
      ? suspended('CronJobSuspended', 'The schedule is suspended.', {
          evidence: [{ path: 'spec.suspend', value: true }],
        })
      : undefined,
  health: judgeCronJob,
  reasons: [
    {
      code: 'CronJobLastRunComplete',
      cause: 'The last finished run was complete.',
      evidence: 'status.lastSuccessfulTime',
      remedy: false,
    },
    {
      code: 'CronJobNoRunYet',
      cause: 'The schedule has not come up yet.',
      evidence: 'status.lastScheduleTime',
      remedy: false,
    },
    {
      code: 'CronJobSuspended',
      cause: 'The schedule is switched off on purpose.',
      evidence: 'spec.suspend',
      remedy: false,
    },
    {
      code: 'CronJobLastRunFailed',
      cause: 'The last finished run failed.',
      evidence: 'status.lastSuccessfulTime',
    },
    {
      code: 'CronJobNotReported',
      cause: 'The status was not read, or does not say how the last run ended.',
      evidence: 'status',
      remedy: false,
    },
  ],
  shows: [
    'schedule',
    'timeZone',
    'active',
    'lastSchedule',
    'lastSuccess',
    'images',
    'trackingId',
  ],
});

function judgeCronJob(
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
