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
import { booleanAt, numberAt, stringAt, valueAt } from '../../reading/raw';
import { formatTime, timeAt } from '../../reading/times';
import { clusterLink, GARAGE } from './garage-object';

const DAY = 86_400_000;

/** An access key by its id. Its secret half is never read. */
export type KeyFacts = {
  cluster?: string;
  accessKeyId?: string;
  expired?: boolean;
  /** When it expires, in milliseconds. */
  expires?: number;
  /** It was told that it never expires. */
  everlasting: boolean;
  /** To how many buckets it opens, where that was asked. */
  buckets?: number;
  mayCreateBuckets?: boolean;
};

export const key = defineKind<KeyFacts>({
  ...GARAGE,
  kind: 'Key',
  plural: 'keys',
  project: raw => ({
    cluster: stringAt(raw, 'spec', 'cluster'),
    accessKeyId: stringAt(raw, 'spec', 'accessKeyId'),
    expired: booleanAt(raw, 'status', 'expired'),
    expires: timeAt(raw, 'status', 'expiration'),
    everlasting: valueAt(raw, 'status', 'expiration') === null,
    buckets: numberAt(raw, 'status', 'buckets'),
    mayCreateBuckets: booleanAt(raw, 'status', 'mayCreateBuckets'),
  }),
  // Whoever holds a Secret with this id can be led here.
  provides: ({ facts }) =>
    facts.accessKeyId ? [`s3Key:${facts.accessKeyId}`] : [],
  links: ({ facts, meta }) => clusterLink(facts.cluster, meta, 'target'),
  health: judgeKey,
  reasons: [
    {
      code: 'GarageKeyValid',
      cause: 'The access key is valid.',
      evidence: 'status.expiration',
      remedy: false,
    },
    {
      code: 'GarageKeyNotTold',
      cause: 'Whether the access key expires was not told.',
      evidence: 'status.expired',
      remedy: false,
    },
    {
      code: 'GarageKeyExpired',
      cause: 'The access key has expired.',
      evidence: 'status.expired',
    },
    {
      code: 'GarageKeyExpiring',
      cause: 'The access key is about to expire.',
      evidence: 'status.expiration',
    },
  ],
  shows: ['buckets', 'mayCreateBuckets'],
});

function judgeKey(
  { facts }: Resource<KeyFacts>,
  context: HealthContext,
): Verdict {
  const { expired, expires } = facts;
  const { now, thresholds } = context;
  const at = expires === undefined ? '' : ` at ${formatTime(expires)}`;
  if (expired || (expires !== undefined && expires <= now)) {
    return failed(
      'GarageKeyExpired',
      `Expired${at}: requests with it are refused.`,
      {
        evidence: [
          { path: 'status.expired', value: expired ?? null },
          {
            path: 'status.expiration',
            value: expires === undefined ? null : formatTime(expires),
          },
        ],
        ...(expires === undefined || expires > now ? {} : { since: expires }),
      },
    );
  }
  if (expires === undefined) {
    return expired === false && facts.everlasting
      ? healthy('GarageKeyValid', 'Valid, never expires.')
      : unknown('GarageKeyNotTold', 'Whether it expires was not told.', {
          evidence: [{ path: 'status.expired', value: expired ?? null }],
        });
  }
  const soon = expires - thresholds.accessKeyExpiryDays * DAY;
  return now > soon
    ? degraded('GarageKeyExpiring', `Expires${at}.`, {
        evidence: [{ path: 'status.expiration', value: formatTime(expires) }],
        recheckAt: expires + 1,
      })
    : healthy('GarageKeyValid', `Valid until ${formatTime(expires)}.`, {
        recheckAt: soon + 1,
      });
}
