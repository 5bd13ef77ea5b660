import { ReasonDefinition } from '../../definition/kind';
import { Resource } from '../../definition/resource';
import {
  degraded,
  failed,
  healthy,
  HealthContext,
  progressing,
  unknown,
  Verdict,
  VerdictEvidence,
} from '../../judging/verdict';
import { formatDuration, formatTime, parseDuration } from '../../reading/times';
import type { ExternalSecretFacts } from './external-secret';
import { judgeNotSynced } from './external-secret-sync-errors';

type Judged = Resource<ExternalSecretFacts>;

const MINUTE = 60_000;
const READY = 'status.conditions[type=Ready]';

/** What Ready True says: two of its reasons mean that the Secret does not exist. */
export function judgeExternalSecret(
  resource: Judged,
  context: HealthContext,
): Verdict {
  const { facts } = resource;
  const evidence: VerdictEvidence[] = [
    { path: `${READY}.status`, value: facts.ready ?? null },
    { path: `${READY}.reason`, value: facts.readyReason ?? null },
  ];
  if (facts.ready === undefined) {
    return progressing(
      'ExternalSecretPending',
      'The operator has not reported a Ready condition yet.',
      {
        evidence: [{ path: READY, value: null }],
      },
    );
  }
  if (facts.ready === 'False') {
    const gone =
      facts.refreshed === undefined
        ? undefined
        : judgeTarget(resource, context);
    return gone ?? judgeNotSynced(resource, context);
  }
  if (facts.ready !== 'True') {
    return unknown(
      'ExternalSecretStateUnknown',
      `The condition Ready has the status "${facts.ready}".`,
      { evidence },
    );
  }
  switch (facts.readyReason) {
    case 'SecretDeleted':
    case 'ResourceDeleted':
      return failed(
        'ExternalSecretSecretDeleted',
        `The provider has nothing any more, so the ${targetOf(
          facts,
        )} was deleted (deletionPolicy ${facts.deletionPolicy}).`,
        { evidence },
      );
    case 'SecretMissing':
    case 'ResourceMissing':
      return failed(
        'ExternalSecretMergeTargetMissing',
        `The ${targetOf(facts)} to merge into does not exist (creationPolicy ${
          facts.creationPolicy
        }).`,
        { evidence },
      );
    case 'SecretSynced':
    case 'ResourceSynced':
    case undefined:
      return judgeSynced(resource, context, evidence);
    default:
      return unknown(
        'ExternalSecretStateUnknown',
        `The condition Ready is True for the unknown reason "${facts.readyReason}".`,
        { evidence },
      );
  }
}

function judgeSynced(
  resource: Judged,
  context: HealthContext,
  evidence: VerdictEvidence[],
): Verdict {
  const { facts } = resource;
  if (/retained due to DeletionPolicy/i.test(facts.readyMessage ?? '')) {
    return degraded(
      'ExternalSecretRetained',
      `There is nothing at the provider any more; the ${targetOf(
        facts,
      )} keeps its old content.`,
      {
        evidence: [
          ...evidence,
          { path: `${READY}.message`, value: facts.readyMessage },
        ],
      },
    );
  }
  return (
    judgeTarget(resource, context) ??
    judgeStores(context) ??
    judgeFreshness(resource, context) ??
    healthy(
      'ExternalSecretSynced',
      'The Secret is in sync with the provider.',
      { evidence },
    )
  );
}

/** Only where every Secret was listed can it be said that one is not there. */
function judgeTarget(
  { facts }: Judged,
  context: HealthContext,
): Verdict | undefined {
  if (context.target('creates')?.state !== 'absent') {
    return undefined;
  }
  return failed(
    'ExternalSecretTargetMissing',
    `The ${targetOf(facts)} was synced and is not there any more.`,
    {
      evidence: [{ path: 'spec.target.name', value: facts.target }],
    },
  );
}

/**
 * While a store is not ready the operator tries none of its ExternalSecrets: they keep their last status,
 * so that a broken store does not show here by itself.
 */
function judgeStores(context: HealthContext): Verdict | undefined {
  for (const store of context.targets('store')) {
    if (
      store.state === 'present' &&
      store.resource.verdict.status === 'failed'
    ) {
      const { kind, meta, verdict } = store.resource;
      return degraded(
        'ExternalSecretStoreUnusable',
        `The ${kind.kind} ${meta.name} is not usable, so nothing is refreshed: ${verdict.message}`,
        {
          evidence: verdict.evidence?.map(one => ({
            ...one,
            of: one.of ?? store.resource,
          })),
        },
      );
    }
    if (store.state === 'absent') {
      return degraded(
        'ExternalSecretStoreMissing',
        'The store that is named does not exist, so nothing is refreshed.',
        {
          evidence: [{ path: 'spec.secretStoreRef', value: 'not found' }],
        },
      );
    }
  }
  return undefined;
}

function judgeFreshness(
  { facts }: Judged,
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
      `Not refreshed for ${formatDuration(
        context.now - facts.refreshed,
      )}, since ${formatTime(
        facts.refreshed,
      )}, at an interval of ${formatDuration(interval)}.`,
      {
        flags: ['stale'],
        evidence: [
          { path: 'status.refreshTime', value: formatTime(facts.refreshed) },
          { path: 'spec.refreshInterval', value: facts.refreshInterval },
        ],
      },
    );
  }
  return healthy(
    'ExternalSecretSynced',
    `Refreshed ${formatDuration(
      context.now - facts.refreshed,
    )} ago at an interval of ${formatDuration(interval)}.`,
    {
      recheckAt: due + 1,
      evidence: [
        { path: 'status.refreshTime', value: formatTime(facts.refreshed) },
      ],
    },
  );
}

function targetOf(facts: ExternalSecretFacts): string {
  const kind = facts.targetKind?.split('/')[1] ?? 'Secret';
  return `${kind} ${facts.target}`;
}

export const EXTERNAL_SECRET_REASONS: readonly ReasonDefinition[] = [
  {
    code: 'ExternalSecretSynced',
    cause: 'The Secret holds what the provider has.',
    evidence: `${READY}.reason`,
    remedy: false,
  },
  {
    code: 'ExternalSecretPending',
    cause: 'The operator has not come to it yet.',
    evidence: READY,
    remedy: false,
  },
  {
    code: 'ExternalSecretSecretDeleted',
    cause: 'The provider lost the entry and the Secret was deleted with it.',
    evidence: `${READY}.reason`,
  },
  {
    code: 'ExternalSecretMergeTargetMissing',
    cause: 'It merges into a Secret that does not exist.',
    evidence: `${READY}.reason`,
  },
  {
    code: 'ExternalSecretRetained',
    cause: 'The provider lost the entry and the Secret keeps its old content.',
    evidence: `${READY}.message`,
  },
  {
    code: 'ExternalSecretTargetMissing',
    cause: 'Someone or something deleted the Secret after it was written.',
    evidence: 'spec.target.name',
  },
  {
    code: 'ExternalSecretStoreUnusable',
    cause: 'Its store has failed, so that nothing is refreshed.',
    evidence: 'status.conditions[type=Ready].status of the store',
  },
  {
    code: 'ExternalSecretStoreMissing',
    cause: 'It names a store that does not exist.',
    evidence: 'spec.secretStoreRef',
  },
  {
    code: 'ExternalSecretStale',
    cause: 'Nothing has refreshed it for several intervals.',
    evidence: 'status.refreshTime',
  },
  {
    code: 'ExternalSecretFreshnessUnknown',
    cause: 'Its refresh time, interval or policy cannot be read.',
    evidence: 'status.refreshTime',
  },
  {
    code: 'ExternalSecretStateUnknown',
    cause: 'Its Ready condition says something that no rule knows.',
    evidence: `${READY}.reason`,
  },
  {
    code: 'ExternalSecretNeverSynced',
    cause: 'It has never been synced.',
    evidence: `${READY}.message`,
  },
  {
    code: 'ExternalSecretSyncFailing',
    cause: 'It was synced before and now fails; the old value is served.',
    evidence: 'status.refreshTime',
  },
  {
    code: 'ExternalSecretTargetOwned',
    cause: 'The Secret belongs to somebody else.',
    evidence: `${READY}.message`,
  },
  {
    code: 'ExternalSecretTargetImmutable',
    cause: 'The Secret is immutable and cannot be updated.',
    evidence: `${READY}.message`,
  },
];
