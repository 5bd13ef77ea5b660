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
} from '../../judging/verdict';
import { said } from '../../reading/conditions';
import type { ClusterExternalSecretFacts } from './cluster-external-secret';

export function judgeClusterExternalSecret(
  { facts }: Resource<ClusterExternalSecretFacts>,
  context: HealthContext,
): Verdict {
  const { state } = facts;
  if (!state) {
    return progressing(
      'ClusterExternalSecretPending',
      'The operator has not reported a condition yet.',
      {
        evidence: [{ path: 'status.conditions', value: null }],
      },
    );
  }
  const evidence = [
    {
      path: `status.conditions[type=${state.type}].status`,
      value: state.status,
    },
  ];
  const old = state.type !== 'Ready';
  // NotReady and PartiallyReady hold while they are True; Ready is the other way round.
  const bad = old ? state.status === 'True' : state.status === 'False';
  const good = !old && state.status === 'True';
  if (bad) {
    return state.type === 'NotReady' || (!old && facts.provisioned.length === 0)
      ? nowhere(facts, said(state), evidence)
      : partly(facts, said(state), evidence);
  }
  if (!good) {
    return unknown(
      'ClusterExternalSecretStateUnknown',
      `The condition ${state.type} has the status "${state.status}".`,
      { evidence },
    );
  }
  if (facts.failedNamespaces.length > 0) {
    return facts.provisioned.length === 0
      ? nowhere(facts, said(state), evidence)
      : partly(facts, said(state), evidence);
  }
  return (
    judgeChildren(context) ??
    healthy(
      'ClusterExternalSecretProvisioned',
      `The ExternalSecret exists in ${count(facts.provisioned.length)}.`,
      {
        evidence,
        ...(facts.provisioned.length === 0
          ? { warnings: ['No namespace is selected.'] }
          : {}),
      },
    )
  );
}

type Evidence = Array<{ path: string; value: string }>;

function nowhere(
  facts: ClusterExternalSecretFacts,
  message: string,
  evidence: Evidence,
): Verdict {
  return failed(
    'ClusterExternalSecretNowhere',
    `The ExternalSecret could be made in none of its namespaces: ${detail(
      facts,
      message,
    )}.`,
    {
      evidence: [
        ...evidence,
        { path: 'status.failedNamespaces', value: names(facts) },
      ],
    },
  );
}

function partly(
  facts: ClusterExternalSecretFacts,
  message: string,
  evidence: Evidence,
): Verdict {
  return degraded(
    'ClusterExternalSecretPartlyFailed',
    `The ExternalSecret exists in ${count(
      facts.provisioned.length,
    )} and could not be made in ${
      facts.failedNamespaces.length || 'some'
    }: ${detail(facts, message)}.`,
    {
      evidence: [
        ...evidence,
        { path: 'status.failedNamespaces', value: names(facts) },
      ],
    },
  );
}

/** Ready True only means that the ExternalSecret objects exist. */
function judgeChildren(context: HealthContext): Verdict | undefined {
  const { items } = context.incoming(
    'ownedBy',
    'external-secrets.io/ExternalSecret',
  );
  const of = (status: string) =>
    items.filter(item => item.verdict.status === status);
  const bad = [...of('failed'), ...of('degraded')];
  const evidence = bad.slice(0, 5).map(child => ({
    of: child,
    path: 'status.conditions[type=Ready]',
    value: child.verdict.reason,
  }));
  if (bad.length > 0) {
    const all = of('failed').length === items.length;
    return (all ? failed : degraded)(
      'ClusterExternalSecretChildrenNotHealthy',
      `${bad.length} of its ${
        items.length
      } ExternalSecrets are not healthy, the first in ${
        bad[0].meta.namespace ?? 'no namespace'
      }: ${bad[0].verdict.message}`,
      { evidence },
    );
  }
  const unclear = [...of('unknown'), ...of('progressing')];
  if (unclear.length === 0) {
    return undefined;
  }
  return (of('unknown').length > 0 ? unknown : progressing)(
    'ClusterExternalSecretChildrenPending',
    `${unclear.length} of its ${items.length} ExternalSecrets have not synced yet.`,
    {
      evidence: [
        {
          of: unclear[0],
          path: 'status.conditions[type=Ready]',
          value: unclear[0].verdict.reason,
        },
      ],
    },
  );
}

function detail(facts: ClusterExternalSecretFacts, message: string): string {
  const first = facts.failedNamespaces[0];
  // A condition without a message says its own type.
  const why = message === facts.state?.type ? 'it does not say why' : message;
  return first
    ? `${first.namespace || 'a namespace'}: ${first.reason || why}`
    : why;
}

function names(facts: ClusterExternalSecretFacts): string {
  return facts.failedNamespaces.map(one => one.namespace).join(', ');
}

function count(namespaces: number): string {
  return namespaces === 1 ? '1 namespace' : `${namespaces} namespaces`;
}

export const CLUSTER_EXTERNAL_SECRET_REASONS: readonly ReasonDefinition[] = [
  {
    code: 'ClusterExternalSecretProvisioned',
    cause: 'Its ExternalSecrets exist and are healthy as far as read.',
    evidence: 'status.conditions[type=Ready].status',
    remedy: false,
  },
  {
    code: 'ClusterExternalSecretPending',
    cause: 'The operator has not come to it yet.',
    evidence: 'status.conditions',
    remedy: false,
  },
  {
    code: 'ClusterExternalSecretChildrenPending',
    cause: 'Some of its ExternalSecrets have not synced yet.',
    evidence: 'status.conditions[type=Ready] of the ExternalSecret',
    remedy: false,
  },
  {
    code: 'ClusterExternalSecretPartlyFailed',
    cause: 'The ExternalSecret could not be made in some namespaces.',
    evidence: 'status.failedNamespaces',
  },
  {
    code: 'ClusterExternalSecretNowhere',
    cause: 'The ExternalSecret could be made in no namespace.',
    evidence: 'status.failedNamespaces',
  },
  {
    code: 'ClusterExternalSecretChildrenNotHealthy',
    cause: 'Some of its ExternalSecrets are not healthy.',
    evidence: 'status.conditions[type=Ready] of the ExternalSecret',
  },
  {
    code: 'ClusterExternalSecretStateUnknown',
    cause: 'Its condition says something that no rule knows.',
    evidence: 'status.conditions[type=Ready].status',
  },
];
