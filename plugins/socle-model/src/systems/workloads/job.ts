import { defineKind } from '../../definition/kind';
import type { Resource } from '../../definition/resource';
import {
  degraded,
  failed,
  healthy,
  HealthContext,
  progressing,
  suspended,
  Verdict,
} from '../../judging/verdict';
import { Condition, conditionsAt, said } from '../../reading/conditions';
import { booleanAt } from '../../reading/raw';
import { formatTime, timeAt } from '../../reading/times';
import { countAt, optionalCountAt, plural, templateImages } from './counts';
import { newestWarning } from './newest-warning';
import { managedBy, ownedBy, trackingIdOf } from '../../definition/ownership';

export type JobFacts = {
  /** The condition that ends it. */
  end?: Condition;
  /** Where it says that it is suspended. */
  suspended?: string;
  active: number;
  succeeded?: number;
  failed?: number;
  completions?: number;
  startTime?: number;
  completionTime?: number;
  images: string[];
  trackingId?: string;
};

const FAILURES = ['Failed', 'FailureTarget'];
const SUCCESSES = ['Complete', 'SuccessCriteriaMet'];

export const job = defineKind<JobFacts>({
  group: 'batch',
  kind: 'Job',
  plural: 'jobs',
  versions: ['v1'],
  namespaced: true,
  // A job may run for as long as its work takes.
  patienceMinutes: 0,
  reads: [
    'metadata.annotations',
    'spec.suspend',
    'spec.completions',
    'spec.template.spec.containers.image',
    'spec.template.spec.initContainers.image',
    'status',
  ],
  project: raw => {
    const conditions = conditionsAt(raw).filter(
      ({ status }) => status === 'True',
    );
    const typed = (types: string[]) =>
      conditions.find(({ type }) => types.includes(type));
    return {
      end: typed(FAILURES) ?? typed(SUCCESSES),
      suspended:
        (booleanAt(raw, 'spec', 'suspend') && 'spec.suspend') ||
        (typed(['Suspended']) && 'status.conditions[type=Suspended].status') ||
        undefined,
      active: countAt(raw, 'status', 'active'),
      succeeded: countAt(raw, 'status', 'succeeded') || undefined,
      failed: countAt(raw, 'status', 'failed') || undefined,
      completions: optionalCountAt(raw, 'spec', 'completions'),
      startTime: timeAt(raw, 'status', 'startTime'),
      completionTime: timeAt(raw, 'status', 'completionTime'),
      images: templateImages(raw, 'spec', 'template'),
      trackingId: trackingIdOf(raw, 'batch', 'Job'),
    };
  },
  links: ({ meta, facts }) => [
    ...ownedBy(meta),
    ...managedBy(facts.trackingId),
  ],
  suspended: ({ facts }) =>
    facts.suspended && !facts.end
      ? suspended('JobSuspended', 'The job is suspended.', {
          evidence: [{ path: facts.suspended, value: true }],
        })
      : undefined,
  health: judgeJob,
  reasons: [
    {
      code: 'JobComplete',
      cause: 'The job has done its work.',
      evidence: 'status.conditions',
      remedy: false,
    },
    {
      code: 'JobRunning',
      cause: 'The job is at work.',
      evidence: 'status.active',
      remedy: false,
    },
    {
      code: 'JobSuspended',
      cause: 'The job is switched off on purpose.',
      evidence: 'spec.suspend',
      remedy: false,
    },
    {
      code: 'JobFailed',
      cause: 'The job has given up.',
      evidence: 'status.conditions[type=Failed].reason',
    },
    {
      code: 'JobWithoutPods',
      cause: 'The job should run and has no pod.',
      evidence: 'status.active',
    },
  ],
  shows: [
    'active',
    'succeeded',
    'failed',
    'completions',
    'startTime',
    'completionTime',
    'images',
    'trackingId',
  ],
});

function judgeJob(
  { facts, meta }: Resource<JobFacts>,
  context: HealthContext,
): Verdict {
  const { end, active, succeeded = 0, completions = 1 } = facts;
  const failures = facts.failed ?? 0;
  if (end && FAILURES.includes(end.type)) {
    return failed(
      'JobFailed',
      `The job failed after ${plural(failures, 'failed pod')} (${
        end.reason ?? end.type
      }): ${said(end)}`,
      {
        evidence: [
          {
            path: `status.conditions[type=${end.type}].reason`,
            value: end.reason ?? null,
          },
          { path: 'status.failed', value: failures },
        ],
      },
    );
  }
  if (end) {
    return healthy(
      'JobComplete',
      `Complete: ${plural(succeeded, 'pod')} succeeded.`,
    );
  }
  const evidence = [{ path: 'status.active', value: active }];
  const figures = `${plural(
    active,
    'pod',
  )} at work, ${succeeded} of ${completions} complete, ${failures} failed`;
  // Between two tries there is no pod for a while: the controller waits for up to six minutes.
  const since = facts.startTime ?? meta.created;
  const due =
    since === undefined
      ? undefined
      : since + context.thresholds.progressMinutes * 60_000;
  if (active === 0 && failures === 0 && succeeded === 0 && due !== undefined) {
    if (context.now > due) {
      const cause = newestWarning(context, meta)?.facts.note;
      return degraded(
        'JobWithoutPods',
        `The job has had no pod since ${formatTime(since!)}${
          cause ? `: ${cause}` : '.'
        }`,
        { evidence },
      );
    }
    return progressing('JobRunning', `${figures}.`, {
      evidence,
      recheckAt: due + 1,
    });
  }
  return progressing('JobRunning', `${figures}.`, { evidence });
}
