import { defineKind } from '../../definition/kind';
import { suspended } from '../../judging/verdict';
import { booleanAt, isObject, stringAt, valueAt } from '../../reading/raw';
import { timeAt } from '../../reading/times';
import { templateImages } from './counts';
import { judgeCronJob } from './cron-job-health';
import { managedBy, ownedBy, trackingIdOf } from '../../definition/ownership';

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
    'metadata.labels',
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
