import { ReasonDefinition } from '../../definition/kind';
import {
  failed,
  healthy,
  holdingSince,
  progressing,
  unknown,
  Verdict,
} from '../../judging/verdict';
import type { SecretStoreFacts } from './secret-store';

const READY = 'status.conditions[type=Ready]';

/** Both kinds of store have the same rules; the codes carry the kind, because each code belongs to one kind. */
export function judgeStore(kind: string, facts: SecretStoreFacts): Verdict {
  return holdingSince(judgeReady(kind, facts), facts.readySince);
}

function judgeReady(kind: string, facts: SecretStoreFacts): Verdict {
  const evidence = [
    { path: `${READY}.status`, value: facts.ready ?? null },
    { path: `${READY}.reason`, value: facts.readyReason ?? null },
  ];
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
      `The store cannot be used: ${said || 'no reason given'}.`,
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
      `Never tested: ${facts.readyMessage ?? 'the check itself failed'}.`,
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
