import { defineKind } from '../../definition/kind';
import { Resource } from '../../definition/resource';
import {
  degraded,
  failed,
  healthy,
  HealthContext,
  unknown,
  Verdict,
} from '../../judging/verdict';
import { booleanAt, numberAt, stringAt, stringsAt } from '../../reading/raw';
import { formatTime } from '../../reading/times';
import { HARBOR, linkWithin } from './harbor-object';

const DAY = 86_400_000;
/** The last moment that JavaScript's dates reach, in seconds. */
const LAST_SECOND = 8.64e12;

/** An account for machines. */
export type RobotFacts = {
  instance?: string;
  /** `system` or `project`. */
  level?: string;
  disabled?: boolean;
  /** Seconds since 1970; below nought is never. */
  expiresAt?: number;
  projects: string[];
};

export const robot = defineKind<RobotFacts>({
  ...HARBOR,
  kind: 'Robot',
  plural: 'robots',
  project: raw => ({
    instance: stringAt(raw, 'spec', 'instance'),
    level: stringAt(raw, 'spec', 'level'),
    disabled: booleanAt(raw, 'spec', 'disable'),
    expiresAt: numberAt(raw, 'spec', 'expiresAt'),
    projects: stringsAt(raw, 'spec', 'projects'),
  }),
  links: ({ facts, meta }) =>
    linkWithin('instance', 'Harbor', facts.instance, meta),
  health: judgeRobot,
  reasons: [
    {
      code: 'HarborRobotValid',
      cause: 'The robot account is valid.',
      evidence: 'spec.expiresAt',
      remedy: false,
    },
    {
      code: 'HarborRobotDisabled',
      cause: 'The robot account is switched off.',
      evidence: 'spec.disable',
      remedy: false,
    },
    {
      code: 'HarborRobotNotTold',
      cause: 'Whether the robot account expires was not told.',
      evidence: 'spec.expiresAt',
      remedy: false,
    },
    {
      code: 'HarborRobotExpired',
      cause: 'The robot account has expired.',
      evidence: 'spec.expiresAt',
    },
    {
      code: 'HarborRobotExpiring',
      cause: 'The robot account is about to expire.',
      evidence: 'spec.expiresAt',
    },
  ],
  shows: ['level', 'projects'],
});

function judgeRobot(
  { facts }: Resource<RobotFacts>,
  { now, thresholds }: HealthContext,
): Verdict {
  const { disabled, expiresAt } = facts;
  if (disabled) {
    return healthy('HarborRobotDisabled', 'Switched off.', {
      flags: ['maintenance'],
      evidence: [{ path: 'spec.disable', value: true }],
    });
  }
  if (expiresAt !== undefined && expiresAt < 0) {
    return healthy('HarborRobotValid', 'Valid, never expires.');
  }
  if (expiresAt === undefined || expiresAt === 0 || expiresAt > LAST_SECOND) {
    return unknown('HarborRobotNotTold', 'When it expires was not told.', {
      evidence: [{ path: 'spec.expiresAt', value: expiresAt ?? null }],
    });
  }
  const at = expiresAt * 1000;
  const evidence = [{ path: 'spec.expiresAt', value: expiresAt }];
  if (at <= now) {
    return failed(
      'HarborRobotExpired',
      `Expired ${formatTime(at)}: its logins are refused.`,
      { evidence, since: at },
    );
  }
  const soon = at - thresholds.robotExpiryDays * DAY;
  return now > soon
    ? degraded('HarborRobotExpiring', `Expires at ${formatTime(at)}.`, {
        evidence,
        recheckAt: at + 1,
      })
    : healthy('HarborRobotValid', `Valid until ${formatTime(at)}.`, {
        recheckAt: soon + 1,
      });
}
