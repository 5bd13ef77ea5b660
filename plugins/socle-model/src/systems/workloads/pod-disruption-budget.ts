import { defineKind } from '../../definition/kind';
import type { Resource } from '../../definition/resource';
import { degraded, healthy, unknown, Verdict } from '../../judging/verdict';
import {
  Condition,
  condition,
  conditionsAt,
  said,
} from '../../reading/conditions';
import { numberAt, stringAt } from '../../reading/raw';
import { countAt, plural } from './counts';
import { ownedBy } from '../../definition/ownership';

export type PodDisruptionBudgetFacts = {
  /** As the spec has it: a number or a percentage. */
  minAvailable?: string;
  maxUnavailable?: string;
  expected: number;
  current: number;
  needed: number;
  allowed: number;
  /** Set where the controller could not work the budget out. */
  syncFailed?: Condition;
};

export const podDisruptionBudget = defineKind<PodDisruptionBudgetFacts>({
  group: 'policy',
  kind: 'PodDisruptionBudget',
  plural: 'poddisruptionbudgets',
  versions: ['v1'],
  namespaced: true,
  reads: ['spec.minAvailable', 'spec.maxUnavailable', 'status'],
  project: raw => {
    const allowed = condition(conditionsAt(raw), 'DisruptionAllowed');
    return {
      minAvailable: amount(raw, 'minAvailable'),
      maxUnavailable: amount(raw, 'maxUnavailable'),
      expected: countAt(raw, 'status', 'expectedPods'),
      current: countAt(raw, 'status', 'currentHealthy'),
      needed: countAt(raw, 'status', 'desiredHealthy'),
      allowed: countAt(raw, 'status', 'disruptionsAllowed'),
      syncFailed: allowed?.reason === 'SyncFailed' ? allowed : undefined,
    };
  },
  links: ({ meta }) => ownedBy(meta),
  health: judgeBudget,
  reasons: [
    {
      code: 'BudgetAllowsDisruption',
      cause: 'Pods may be evicted.',
      evidence: 'status.disruptionsAllowed',
      remedy: false,
    },
    {
      code: 'BudgetSelectsNoPods',
      cause: 'The selector matches no pod: a typo, or scaled to zero.',
      evidence: 'status.expectedPods',
    },
    {
      code: 'BudgetSyncFailed',
      cause: 'The budget cannot be worked out.',
      evidence: 'status.conditions[type=DisruptionAllowed].message',
    },
    {
      code: 'BudgetPodsMissing',
      cause: 'Fewer pods are healthy than the budget needs.',
      evidence: 'status.currentHealthy',
    },
    {
      code: 'BudgetBlocksDrain',
      cause:
        'The budget lets no pod be evicted, so that draining a node hangs.',
      evidence: 'status.disruptionsAllowed',
    },
  ],
  shows: [
    'minAvailable',
    'maxUnavailable',
    'expected',
    'current',
    'needed',
    'allowed',
  ],
});

function amount(raw: unknown, field: string): string | undefined {
  return (
    numberAt(raw, 'spec', field)?.toString() ?? stringAt(raw, 'spec', field)
  );
}

function judgeBudget({
  facts,
  meta,
}: Resource<PodDisruptionBudgetFacts>): Verdict {
  const { expected, current, needed, allowed, syncFailed } = facts;
  // It has not counted then: that it selects none would be no finding.
  if (syncFailed) {
    return degraded(
      'BudgetSyncFailed',
      `The budget cannot be worked out: ${said(syncFailed)}`,
      {
        evidence: [
          {
            path: 'status.conditions[type=DisruptionAllowed].message',
            value: said(syncFailed),
          },
        ],
      },
    );
  }
  if (expected === 0) {
    return unknown(
      'BudgetSelectsNoPods',
      'The budget selects no pods: a typo in the selector, or scaled to zero.',
      {
        evidence: [{ path: 'status.expectedPods', value: 0 }],
      },
    );
  }
  if (current < needed) {
    return degraded(
      'BudgetPodsMissing',
      `${current} of ${needed} needed pods healthy.`,
      {
        evidence: [
          { path: 'status.currentHealthy', value: current },
          { path: 'status.desiredHealthy', value: needed },
        ],
      },
    );
  }
  if (allowed === 0) {
    // CloudNativePG guards its primary so on purpose: it moves it before a drain where it has another instance.
    const guarded = meta.owners?.some(
      ({ kind, apiVersion }) =>
        kind === 'Cluster' && apiVersion.startsWith('postgresql.cnpg.io/'),
    );
    return degraded(
      'BudgetBlocksDrain',
      guarded
        ? `CloudNativePG guards this primary on purpose: a drain waits until the operator has moved it (${current} of ${needed} needed pods healthy).`
        : `${
            current < expected
              ? `Enough of the application works (${current} of ${expected})`
              : 'The application is fine'
          }, but a node drain will hang: the budget allows no disruption of its ${plural(
            expected,
            'pod',
          )}.`,
      { evidence: [{ path: 'status.disruptionsAllowed', value: 0 }] },
    );
  }
  return healthy(
    'BudgetAllowsDisruption',
    `${plural(
      allowed,
      'disruption',
    )} allowed, ${current} of ${needed} needed pods healthy.`,
  );
}
