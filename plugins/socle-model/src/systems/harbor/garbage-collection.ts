import { defineKind } from '../../definition/kind';
import { Resource } from '../../definition/resource';
import {
  degraded,
  healthy,
  HealthContext,
  progressing,
  unknown,
  Verdict,
} from '../../judging/verdict';
import { booleanAt, stringAt } from '../../reading/raw';
import { formatTime, timeAt } from '../../reading/times';
import { HARBOR, linkWithin } from './harbor-object';

const DAY = 86_400_000;

/** The newest run of what gives back the space of deleted images. */
export type GarbageCollectionFacts = {
  instance?: string;
  told: boolean;
  status?: string;
  started?: number;
  ended?: number;
};

export const garbageCollection = defineKind<GarbageCollectionFacts>({
  ...HARBOR,
  kind: 'GarbageCollection',
  plural: 'garbagecollections',
  project: raw => ({
    instance: stringAt(raw, 'spec', 'instance'),
    told: booleanAt(raw, 'status', 'told') === true,
    status: stringAt(raw, 'status', 'run', 'status'),
    started: timeAt(raw, 'status', 'run', 'start'),
    ended: timeAt(raw, 'status', 'run', 'end'),
  }),
  links: ({ facts, meta }) =>
    linkWithin('instance', 'Harbor', facts.instance, meta),
  health: judgeRun,
  reasons: [
    {
      code: 'HarborCleanUpSucceeded',
      cause: 'The last clean-up went well.',
      evidence: 'status.run.status',
      remedy: false,
    },
    {
      code: 'HarborCleanUpRunning',
      cause: 'A clean-up is under way.',
      evidence: 'status.run.status',
      remedy: false,
    },
    {
      code: 'HarborCleanUpNotTold',
      cause: 'How the last clean-up went is not told.',
      evidence: 'status.run.status',
      remedy: false,
    },
    {
      code: 'HarborCleanUpFailed',
      cause: 'The last clean-up failed.',
      evidence: 'status.run.status',
    },
    {
      code: 'HarborCleanUpStopped',
      cause: 'Somebody stopped the last clean-up.',
      evidence: 'status.run.status',
    },
    {
      code: 'HarborCleanUpNeverRan',
      cause: 'There has been no clean-up yet.',
      evidence: 'status.run',
    },
  ],
});

function judgeRun(
  { facts }: Resource<GarbageCollectionFacts>,
  { now, thresholds }: HealthContext,
): Verdict {
  const { status, started, ended = started } = facts;
  const evidence = [{ path: 'status.run.status', value: status ?? null }];
  const ago = ended === undefined ? '' : ` at ${formatTime(ended)}`;
  switch (status) {
    case 'Success': {
      const old = thresholds.registryCleanUpDays * DAY;
      return healthy('HarborCleanUpSucceeded', `Went well${ago}.`, {
        warnings:
          ended !== undefined && now - ended > old
            ? [
                `None in ${thresholds.registryCleanUpDays} days: deleted images still take space.`,
              ]
            : [],
        ...(ended !== undefined && ended + old > now
          ? { recheckAt: ended + old + 1 }
          : {}),
      });
    }
    case 'Running':
    case 'Pending':
    case 'Scheduled':
      return progressing('HarborCleanUpRunning', 'Under way.', {
        evidence,
        ...(started === undefined ? {} : { progressingSince: started }),
      });
    case 'Error':
      return degraded('HarborCleanUpFailed', `Failed${ago}.`, { evidence });
    case 'Stopped':
      return unknown('HarborCleanUpStopped', `Was stopped by a person${ago}.`, {
        evidence,
      });
    default:
      return facts.told && status === undefined
        ? unknown('HarborCleanUpNeverRan', 'There is no run yet.', {
            evidence: [{ path: 'status.run', value: null }],
          })
        : unknown(
            'HarborCleanUpNotTold',
            status
              ? `The status "${status}" is not known.`
              : 'No run was told.',
            { evidence },
          );
  }
}
