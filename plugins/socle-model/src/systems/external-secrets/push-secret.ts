import { defineKind } from '../../definition/kind';
import { linkTo } from '../../definition/link';
import { managedBy, trackingIdOf } from '../../definition/ownership';
import {
  degraded,
  failed,
  HealthContext,
  healthy,
  holdingSince,
  progressing,
  unknown,
  Verdict,
} from '../../judging/verdict';
import { condition, conditionsAt } from '../../reading/conditions';
import { objectAt, objectsAt, RawObject, stringAt } from '../../reading/raw';
import { formatTime, parseDuration, timeAt } from '../../reading/times';
import { GROUP, storeAt, storeLink } from './store-ref';

type PushSecretFacts = {
  stores: string[];
  /** The Secret whose values are pushed. */
  source?: string;
  remoteKeys: string[];
  deletionPolicy: string;
  /** Last successful push, in milliseconds. */
  refreshed?: number;
  /** A Go duration as written; the API's default where absent. */
  refreshInterval: string;
  /** How many entries lie at the providers. */
  pushed: number;
  ready?: string;
  readyReason?: string;
  readyMessage?: string;
  readySince?: number;
  trackingId?: string;
};

const READY = 'status.conditions[type=Ready]';

export const pushSecret = defineKind<PushSecretFacts>({
  group: GROUP,
  kind: 'PushSecret',
  plural: 'pushsecrets',
  versions: ['v1alpha1'],
  namespaced: true,
  reads: [
    'metadata.annotations',
    'spec.secretStoreRefs',
    'spec.selector.secret.name',
    'spec.data.match.remoteRef',
    'spec.deletionPolicy',
    'spec.refreshInterval',
    'status',
  ],
  project,
  links: ({ facts, meta }) => [
    ...facts.stores.map(store => storeLink(store, meta.namespace)),
    ...(facts.source
      ? [
          linkTo(
            'pushes',
            {
              group: '',
              kind: 'Secret',
              namespace: meta.namespace,
              name: facts.source,
            },
            'target',
          ),
        ]
      : []),
    ...managedBy(facts.trackingId),
  ],
  health: ({ facts }, context) =>
    withAge(holdingSince(judge(facts), facts.readySince), facts, context),
  reasons: [
    {
      code: 'PushSecretSynced',
      cause: 'The provider holds what the Secret has.',
      evidence: `${READY}.reason`,
      remedy: false,
    },
    {
      code: 'PushSecretPending',
      cause: 'The operator has not come to it yet.',
      evidence: READY,
      remedy: false,
    },
    {
      code: 'PushSecretSourceDeleted',
      cause: 'The Secret to push is gone and its copies were removed.',
      evidence: `${READY}.reason`,
    },
    {
      code: 'PushSecretErrored',
      cause: 'The values could not be pushed.',
      evidence: `${READY}.message`,
    },
    {
      code: 'PushSecretStateUnknown',
      cause: 'Its Ready condition says something that no rule knows.',
      evidence: `${READY}.reason`,
    },
  ],
  shows: ['remoteKeys', 'refreshed', 'deletionPolicy'],
});

function project(raw: RawObject): PushSecretFacts {
  const ready = condition(conditionsAt(raw), 'Ready');
  const source = stringAt(raw, 'spec', 'selector', 'secret', 'name');
  const refreshed = timeAt(raw, 'status', 'refreshTime');
  const trackingId = trackingIdOf(raw, GROUP, 'PushSecret');
  const pushed = Object.values(objectAt(raw, 'status', 'syncedPushSecrets'));
  return {
    stores: objectsAt(raw, 'spec', 'secretStoreRefs')
      .map(storeAt)
      .filter(store => store !== undefined),
    ...(source ? { source } : {}),
    remoteKeys: objectsAt(raw, 'spec', 'data')
      .map(entry => stringAt(entry, 'match', 'remoteRef', 'remoteKey'))
      .filter(key => key !== undefined),
    deletionPolicy: stringAt(raw, 'spec', 'deletionPolicy') ?? 'None',
    ...(refreshed !== undefined ? { refreshed } : {}),
    refreshInterval: stringAt(raw, 'spec', 'refreshInterval') ?? '1h',
    pushed: pushed.reduce<number>(
      (sum, keys) => sum + Object.keys(objectAt({ keys }, 'keys')).length,
      0,
    ),
    ...(ready ? { ready: ready.status } : {}),
    ...(ready?.reason ? { readyReason: ready.reason } : {}),
    ...(ready?.message ? { readyMessage: ready.message } : {}),
    ...(ready?.at !== undefined ? { readySince: ready.at } : {}),
    ...(trackingId ? { trackingId } : {}),
  };
}

function judge(facts: PushSecretFacts): Verdict {
  const evidence = [
    { path: `${READY}.status`, value: facts.ready ?? null },
    { path: `${READY}.reason`, value: facts.readyReason ?? null },
  ];
  const message = facts.readyMessage ?? facts.readyReason ?? 'no reason given';
  if (facts.ready === undefined) {
    return progressing(
      'PushSecretPending',
      'The operator has not reported a Ready condition yet.',
      {
        evidence: [{ path: READY, value: null }],
      },
    );
  }
  if (facts.ready === 'False') {
    return facts.readyReason === 'SourceDeleted'
      ? degraded(
          'PushSecretSourceDeleted',
          `The Secret ${
            facts.source ?? 'to push'
          } is gone, and the pushed copies were removed.`,
          { evidence },
        )
      : failed('PushSecretErrored', `The values were not pushed: ${message}.`, {
          evidence: [...evidence, { path: `${READY}.message`, value: message }],
        });
  }
  if (
    facts.ready === 'True' &&
    (facts.readyReason === 'Synced' || facts.readyReason === undefined)
  ) {
    return healthy(
      'PushSecretSynced',
      `${facts.pushed} ${
        facts.pushed === 1 ? 'entry is' : 'entries are'
      } pushed to ${facts.stores.length} ${
        facts.stores.length === 1 ? 'store' : 'stores'
      }.`,
      { evidence },
    );
  }
  return unknown(
    'PushSecretStateUnknown',
    `The condition Ready is "${facts.ready}" for the reason "${
      facts.readyReason ?? 'none'
    }".`,
    { evidence },
  );
}

/** What it pushed stays where it is, so that an old push is told and no fault of its own. */
function withAge(
  verdict: Verdict,
  { refreshed, refreshInterval }: PushSecretFacts,
  { now, thresholds }: HealthContext,
): Verdict {
  const interval = parseDuration(refreshInterval);
  if (verdict.status !== 'healthy' || refreshed === undefined || !interval) {
    return verdict;
  }
  const due = refreshed + thresholds.secretRefreshIntervals * interval;
  return now > due
    ? {
        ...verdict,
        flags: [...(verdict.flags ?? []), 'stale'],
        warnings: [
          ...(verdict.warnings ?? []),
          `Last pushed at ${formatTime(
            refreshed,
          )}, at an interval of ${refreshInterval}: is the operator at work?`,
        ],
      }
    : { ...verdict, recheckAt: due + 1 };
}
