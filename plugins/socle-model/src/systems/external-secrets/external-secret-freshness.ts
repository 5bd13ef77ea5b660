import { Resource } from '../../definition/resource';
import {
  degraded,
  healthy,
  HealthContext,
  unknown,
  Verdict,
} from '../../judging/verdict';
import { formatDuration, formatTime, parseDuration } from '../../reading/times';
import type { ExternalSecretFacts } from './external-secret';

const MINUTE = 60_000;

/** How fresh the value is, by the clock; undefined where it is meant to be fetched once. */
export function judgeFreshness(
  { facts }: Resource<ExternalSecretFacts>,
  context: HealthContext,
): Verdict | undefined {
  if (
    facts.refreshPolicy === 'CreatedOnce' ||
    facts.refreshPolicy === 'OnChange'
  ) {
    return undefined;
  }
  if (facts.refreshPolicy !== 'Periodic') {
    return unknown(
      'ExternalSecretFreshnessUnknown',
      `The refresh policy "${facts.refreshPolicy}" is not known.`,
      {
        evidence: [{ path: 'spec.refreshPolicy', value: facts.refreshPolicy }],
      },
    );
  }
  const interval = parseDuration(facts.refreshInterval);
  if (interval === 0) {
    return undefined;
  }
  if (interval === undefined || facts.refreshedUnreadable) {
    const path =
      interval === undefined ? 'spec.refreshInterval' : 'status.refreshTime';
    return unknown(
      'ExternalSecretFreshnessUnknown',
      `How fresh the value is cannot be told: ${path} cannot be read.`,
      {
        evidence: [
          {
            path,
            value: interval === undefined ? facts.refreshInterval : null,
          },
        ],
      },
    );
  }
  if (facts.refreshed === undefined) {
    return healthy(
      'ExternalSecretSynced',
      'The Secret is in sync with the provider.',
      {
        evidence: [{ path: 'status.refreshTime', value: null }],
        since: facts.readySince,
        warnings: ['The operator does not say when it was refreshed.'],
      },
    );
  }
  const patience = Math.max(
    context.thresholds.secretRefreshIntervals * interval,
    2 * MINUTE,
  );
  const due = facts.refreshed + patience;
  if (context.now > due) {
    return degraded(
      'ExternalSecretStale',
      `Not refreshed since ${formatTime(
        facts.refreshed,
      )}, at an interval of ${formatDuration(interval)}.`,
      {
        flags: ['stale'],
        evidence: [
          { path: 'status.refreshTime', value: formatTime(facts.refreshed) },
          { path: 'spec.refreshInterval', value: facts.refreshInterval },
        ],
        since: due,
      },
    );
  }
  return healthy(
    'ExternalSecretSynced',
    `Refreshed at ${formatTime(
      facts.refreshed,
    )}, at an interval of ${formatDuration(interval)}.`,
    {
      recheckAt: due + 1,
      since: facts.readySince,
      evidence: [
        { path: 'status.refreshTime', value: formatTime(facts.refreshed) },
      ],
    },
  );
}
