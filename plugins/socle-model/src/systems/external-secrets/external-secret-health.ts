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
import type { ExternalSecretFacts } from './external-secret';
import { judgeFreshness } from './external-secret-freshness';
import { remoteFindings } from './remote-paths';
import { judgeNotSynced } from './external-secret-sync-errors';

type Judged = Resource<ExternalSecretFacts>;

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
  const since = facts.readySince;
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
      { evidence, since },
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
        { evidence, since },
      );
    case 'SecretMissing':
    case 'ResourceMissing':
      return failed(
        'ExternalSecretMergeTargetMissing',
        `The ${targetOf(facts)} to merge into does not exist (creationPolicy ${
          facts.creationPolicy
        }).`,
        { evidence, since },
      );
    case 'SecretSynced':
    case 'ResourceSynced':
    case undefined:
      return judgeSynced(resource, context, evidence);
    default:
      return unknown(
        'ExternalSecretStateUnknown',
        `The condition Ready is True for the unknown reason "${facts.readyReason}".`,
        { evidence, since },
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
        since: facts.readySince,
      },
    );
  }
  return (
    judgeTarget(resource, context) ??
    judgeStores(context) ??
    judgeGenerators(context) ??
    judgeRemotes(facts, context) ??
    judgeFreshness(resource, context) ??
    healthy(
      'ExternalSecretSynced',
      'The Secret is in sync with the provider.',
      { evidence, since: facts.readySince },
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

/** What is made here is made anew at each refresh: without its generator there is none. */
function judgeGenerators(context: HealthContext): Verdict | undefined {
  return context.targets('generator').some(one => one.state === 'absent')
    ? degraded(
        'ExternalSecretGeneratorMissing',
        'The generator that is named does not exist, so nothing is refreshed.',
        {
          evidence: [
            {
              path: 'spec.dataFrom.sourceRef.generatorRef',
              value: 'not found',
            },
          ],
        },
      )
    : undefined;
}

/** Synced before, and Vault would not give it any more: the next refresh shows it here. */
function judgeRemotes(
  facts: ExternalSecretFacts,
  context: HealthContext,
): Verdict | undefined {
  const [first] = remoteFindings(facts.remotes, context);
  return (
    first &&
    degraded(
      'ExternalSecretRemoteGone',
      `What it reads at ${first.at} is gone, so that the next refresh fails: ${first.said}`.replace(
        /[^.]$/,
        '$&.',
      ),
      {
        evidence: [
          { path: 'spec.data.remoteRef.key', value: first.at },
          { of: first.of, path: 'verdict', value: first.said },
        ],
      },
    )
  );
}

function targetOf(facts: ExternalSecretFacts): string {
  const kind = facts.targetKind?.split('/')[1] ?? 'Secret';
  return `${kind} ${facts.target}`;
}
