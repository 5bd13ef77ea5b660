import { Meta } from '../../definition/resource';
import { unknown, Verdict } from '../../judging/verdict';

/** A manifest without a status is what somebody wishes for, not what there is. */
export function definedInGit({ origin, hasStatus }: Meta): Verdict | undefined {
  return origin === 'git' && !hasStatus
    ? unknown('DefinedInGit', 'Defined in Git, no status read.', {
        evidence: [{ path: 'status', value: null }],
      })
    : undefined;
}
