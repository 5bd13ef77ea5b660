import { ReasonDefinition } from '../../definition/kind';
import { Meta } from '../../definition/resource';
import {
  degraded,
  failed,
  HealthContext,
  healthy,
  holdingSince,
  progressing,
  unknown,
  Verdict,
  VerdictEvidence,
} from '../../judging/verdict';
import { causesOf } from './store-causes';
import type { SecretStoreFacts } from './secret-store';

const READY = 'status.conditions[type=Ready]';

/** Both kinds of store have the same rules; the codes carry the kind, because each code belongs to one kind. */
export function judgeStore(
  kind: string,
  facts: SecretStoreFacts,
  meta: Meta,
  context: HealthContext,
): Verdict {
  return holdingSince(judgeReady(kind, facts, meta, context), facts.readySince);
}

function judgeReady(
  kind: string,
  facts: SecretStoreFacts,
  meta: Meta,
  context: HealthContext,
): Verdict {
  const causes = causesOf(facts, meta, context);
  const evidence: VerdictEvidence[] = [
    { path: `${READY}.status`, value: facts.ready ?? null },
    { path: `${READY}.reason`, value: facts.readyReason ?? null },
    ...causes.map(({ of, path, text }) => ({ of, path, value: text })),
  ];
  const because = causes.map(({ text }) => text).join('; ');
  if (facts.ready === undefined) {
    return progressing(
      `${kind}Pending`,
      facts.controller
        ? `No Ready condition yet; it is meant for the operator of class "${facts.controller}".`
        : 'No Ready condition yet.',
      { evidence: [{ path: READY, value: null }] },
    );
  }
  if (facts.ready === 'False') {
    const said = [facts.readyReason, facts.readyMessage]
      .filter(Boolean)
      .join(': ');
    return failed(
      `${kind}Unusable`,
      `The store cannot be used: ${[said || 'no reason given', because]
        .filter(Boolean)
        .join('; ')
        .replace(/\.$/, '')}.`,
      { evidence },
    );
  }
  if (facts.ready !== 'True') {
    return unknown(
      `${kind}StateUnknown`,
      `The condition Ready has the status "${facts.ready}".`,
      { evidence },
    );
  }
  if (facts.readyReason === 'ValidationUnknown') {
    return unknown(
      `${kind}NeverTested`,
      `Never tested: ${(
        because ||
        (facts.readyMessage ?? 'the check itself failed')
      ).replace(/\.$/, '')}.`,
      { evidence },
    );
  }
  if (facts.readyReason !== undefined && facts.readyReason !== 'Valid') {
    return unknown(
      `${kind}StateUnknown`,
      `The condition Ready is True for the unknown reason "${facts.readyReason}".`,
      { evidence },
    );
  }
  const provider = context.target('provider');
  if (
    provider?.state === 'present' &&
    provider.resource.verdict.status === 'failed'
  ) {
    return degraded(
      `${kind}ProviderDown`,
      `It was valid when last tested, and its Vault ${provider.resource.meta.name} does not serve now: ${provider.resource.verdict.message}`,
      {
        evidence: [
          {
            of: provider.resource,
            path: 'verdict',
            value: provider.resource.verdict.reason,
          },
          ...evidence,
        ],
        since: provider.resource.verdict.since,
      },
    );
  }
  if (facts.referent) {
    return healthy(
      `${kind}Valid`,
      'Valid, but the credentials come from each namespace and were not tested here.',
      {
        evidence,
        warnings: [
          'Credentials come from each namespace; the operator cannot test them.',
        ],
      },
    );
  }
  return healthy(`${kind}Valid`, 'The operator can log in to the provider.', {
    evidence,
  });
}

export function storeReasons(kind: string): ReasonDefinition[] {
  return [
    {
      code: `${kind}Valid`,
      cause: 'The operator can log in to the provider.',
      evidence: `${READY}.reason`,
      remedy: false,
    },
    {
      code: `${kind}Pending`,
      cause: 'The operator has not come to it yet.',
      evidence: READY,
      remedy: false,
    },
    {
      code: `${kind}Unusable`,
      cause:
        'The operator cannot log in to the provider or the definition is wrong.',
      evidence: `${READY}.reason`,
    },
    {
      code: `${kind}ProviderDown`,
      cause: 'Its Vault has failed since the store was last tested.',
      evidence: 'verdict of the Vault',
    },
    {
      code: `${kind}NeverTested`,
      cause: 'The operator could not test the connection.',
      evidence: `${READY}.reason`,
    },
    {
      code: `${kind}StateUnknown`,
      cause: 'Its Ready condition says something that no rule knows.',
      evidence: `${READY}.reason`,
    },
  ];
}
