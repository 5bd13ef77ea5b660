import { Meta } from '../../definition/resource';
import { unknown, Verdict } from '../../judging/verdict';

/** Kinds without a status of their own are no better known from a manifest than others. */
export function definedInGit({ origin }: Meta): Verdict | undefined {
  return origin === 'git'
    ? unknown('DefinedInGit', 'Defined in Git, not read from a cluster.', {
        evidence: [{ path: 'metadata.uid', value: null }],
      })
    : undefined;
}
