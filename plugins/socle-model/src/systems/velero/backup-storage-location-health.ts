import { Resource } from '../../definition/resource';
import {
  degraded,
  failed,
  healthy,
  HealthContext,
  unknown,
  Verdict,
} from '../../judging/verdict';
import { formatDuration, formatTime } from '../../reading/times';
import type { LocationFacts } from './backup-storage-location';
import { definedInGit } from './defined-in-git';
import { isoOf } from './run';

/** What the store's answer amounts to, from Velero's own words. */
const CAUSES: Array<[RegExp, string]> = [
  [/AccessDenied|\b403\b/i, 'the key lacks rights'],
  [
    /InvalidAccessKeyId|SignatureDoesNotMatch|NoCredentialProviders|no (valid )?providers|failed to retrieve credentials|unable to get credentials/i,
    'the credentials are wrong or missing',
  ],
  [/NoSuchBucket|\b404\b/i, 'there is no such bucket'],
  [
    /invalid top-level directories/i,
    'the bucket holds data that are not Velero’s',
  ],
  [/x509/i, 'the certificate of the store is not trusted'],
  [
    /no such host|connection refused|i\/o timeout|deadline exceeded|no route to host/i,
    'the store cannot be reached',
  ],
];

export function judgeLocation(
  of: Resource<LocationFacts>,
  context: HealthContext,
): Verdict {
  const { facts, meta } = of;
  const inGit = definedInGit(meta);
  if (inGit) {
    return inGit;
  }
  const evidence = [{ path: 'status.phase', value: facts.phase ?? null }];
  if (facts.phase === undefined) {
    return unknown(
      'VeleroLocationNotCheckedYet',
      'Not checked yet: whether it can be used is not known.',
      { evidence },
    );
  }
  if (facts.phase === 'Unavailable') {
    const message = facts.message ?? 'no cause given';
    const cause = CAUSES.find(([pattern]) => pattern.test(message))?.[1];
    return failed(
      'VeleroLocationUnavailable',
      `Unavailable${cause ? `, ${cause}` : ''}: ${message}.`,
      {
        evidence: [
          ...evidence,
          { path: 'status.message', value: facts.message ?? null },
        ],
      },
    );
  }
  if (facts.phase !== 'Available') {
    return unknown(
      'VeleroLocationPhaseUnknown',
      `Phase "${facts.phase}" is not known.`,
      { evidence },
    );
  }
  return judgeAvailable(of, context);
}

function judgeAvailable(
  { facts, meta }: Resource<LocationFacts>,
  context: HealthContext,
): Verdict {
  const { now, thresholds } = context;
  const every =
    facts.validationMillis ?? thresholds.veleroValidationSeconds * 1000;
  const checked = facts.lastValidation;
  const staleAt =
    checked === undefined
      ? undefined
      : checked + thresholds.veleroValidationIntervals * every;
  if (every > 0 && (staleAt === undefined || now > staleAt)) {
    return unknown(
      'VeleroLocationCheckStale',
      checked === undefined
        ? 'Called available, but when it was checked is not told.'
        : `Last checked ${formatTime(
            checked,
          )}, instead of every ${formatDuration(
            every,
          )}: the server may not be running.`,
      {
        evidence: [
          { path: 'status.lastValidationTime', value: isoOf(checked) },
        ],
        ...(staleAt === undefined ? {} : { since: staleAt }),
      },
    );
  }
  const recheck =
    every > 0 && staleAt !== undefined ? { recheckAt: staleAt + 1 } : {};
  if (context.target('default')?.state === 'absent') {
    return degraded(
      'VeleroNoDefaultLocation',
      'Available, but neither it nor any other location is the default: backups that name none are refused.',
      { evidence: [{ path: 'spec.default', value: false }], ...recheck },
    );
  }
  return healthy(
    'VeleroLocationAvailable',
    `Available${
      checked === undefined ? '' : `, checked ${formatTime(checked)}`
    }.`,
    {
      ...recheck,
      ...(facts.readOnly
        ? { warnings: [`Read-only: ${meta.name} takes no new backups.`] }
        : {}),
    },
  );
}
