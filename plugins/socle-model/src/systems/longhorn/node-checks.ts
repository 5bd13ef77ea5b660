import {
  degraded,
  unknown,
  Verdict,
  VerdictEvidence,
} from '../../judging/verdict';
import { Condition, said } from '../../reading/conditions';
import type { NodeFacts } from './node';
import { oneLine } from './wording';

/**
 * What Longhorn checks of the machine. All are good when True, also Multipathd (True: the daemon does not run).
 * Huge pages matter only where the v2 data engine is on.
 */
export function judgeChecks(
  facts: NodeFacts,
  v2Setting: boolean,
): Verdict | undefined {
  const v2 = v2Setting || facts.disks.some(disk => disk.type === 'block');
  const bad = facts.conditions.filter(
    one =>
      one.status !== 'True' &&
      one.type !== 'Ready' &&
      (v2 || one.type !== 'HugePagesAvailable'),
  );
  const lacking = bad.filter(
    one => one.status === 'False' && !isNotChecked(one),
  );
  if (lacking.length > 0) {
    return degraded('LonghornNodeCheckFailed', `${told(lacking)}.`, {
      evidence: lacking.map(conditionEvidence),
    });
  }
  return bad.length > 0
    ? unknown('LonghornNodeCheckNotMade', `Not checked: ${told(bad)}.`, {
        evidence: bad.map(conditionEvidence),
      })
    : undefined;
}

/** A check that could not be made says nothing about what it checks. */
export function isNotChecked(one: Condition): boolean {
  return one.reason === 'NamespaceExecutorErr' || one.reason === 'UnknownOS';
}

export function conditionEvidence(one: Condition): VerdictEvidence {
  return {
    path: `status.conditions[type=${one.type}].status`,
    value: [one.status, one.reason].filter(Boolean).join(': '),
  };
}

function told(conditions: Condition[]): string {
  return conditions
    .map(one => `${one.type}: ${oneLine(said(one), 160)}`)
    .join('; ');
}
