import { defineKind } from '../../definition/kind';
import type { Resource } from '../../definition/resource';
import {
  degraded,
  healthy,
  HealthContext,
  progressing,
  unknown,
  Verdict,
} from '../../judging/verdict';
import { Condition, conditionsAt, said } from '../../reading/conditions';
import { labelAt, stringAt } from '../../reading/raw';
import { formatTime } from '../../reading/times';

export type NamespaceFacts = {
  phase?: string;
  /** What holds the deletion back: conditions of positive-is-bad type. */
  held?: Condition[];
  /** The Pod Security level that is enforced. */
  podSecurity?: string;
};

export const namespace = defineKind<NamespaceFacts>({
  group: '',
  kind: 'Namespace',
  plural: 'namespaces',
  versions: ['v1'],
  namespaced: false,
  // The finalizer of a namespace is in its spec, and its conditions name what is left.
  judgesDeletion: true,
  patienceMinutes: 0,
  reads: ['metadata.labels', 'status.phase', 'status.conditions'],
  project: raw => {
    const held = conditionsAt(raw).filter(({ status }) => status === 'True');
    return {
      phase: stringAt(raw, 'status', 'phase'),
      ...(held.length > 0 ? { held } : {}),
      podSecurity: labelAt(raw, 'pod-security.kubernetes.io/enforce'),
    };
  },
  health: judgeNamespace,
  reasons: [
    {
      code: 'NamespaceActive',
      cause: 'The namespace is in use.',
      evidence: 'status.phase',
      remedy: false,
    },
    {
      code: 'NamespaceTerminating',
      cause: 'The namespace and all that is in it are being deleted.',
      evidence: 'status.phase',
      remedy: false,
    },
    {
      code: 'NamespaceDeletionStuck',
      cause: 'Something in the namespace cannot be deleted.',
      evidence: 'status.conditions',
    },
    {
      code: 'NamespacePhaseUnknown',
      cause: 'The namespace names no phase that is known.',
      evidence: 'status.phase',
      remedy: false,
    },
  ],
  shows: ['phase', 'podSecurity'],
});

function judgeNamespace(
  { facts, meta }: Resource<NamespaceFacts>,
  context: HealthContext,
): Verdict {
  if (meta.deleting !== undefined || facts.phase === 'Terminating') {
    return judgeTerminating(facts, meta.deleting, context);
  }
  if (facts.phase === 'Active') {
    return healthy('NamespaceActive', 'Active.');
  }
  return unknown(
    'NamespacePhaseUnknown',
    `The phase is ${
      facts.phase ? `"${facts.phase}", which is not known` : 'not given'
    }.`,
    { evidence: [{ path: 'status.phase', value: facts.phase ?? null }] },
  );
}

function judgeTerminating(
  facts: NamespaceFacts,
  deleting: number | undefined,
  context: HealthContext,
): Verdict {
  const held = facts.held ?? [];
  const evidence = [
    { path: 'status.phase', value: facts.phase ?? null },
    ...(deleting !== undefined
      ? [{ path: 'metadata.deletionTimestamp', value: formatTime(deleting) }]
      : []),
    ...held.map(one => ({
      path: `status.conditions[type=${one.type}].message`,
      value: said(one),
    })),
  ];
  if (deleting === undefined) {
    return progressing('NamespaceTerminating', 'Being deleted.', { evidence });
  }
  const due = deleting + context.thresholds.deletionStuckMinutes * 60_000;
  if (context.now > due) {
    return degraded(
      'NamespaceDeletionStuck',
      `Deletion has been stuck since ${formatTime(deleting)}: ${
        held.map(said).join('; ') || 'no condition names what is left'
      }`,
      { evidence },
    );
  }
  return progressing('NamespaceTerminating', 'Being deleted.', {
    evidence,
    recheckAt: due + 1,
  });
}
