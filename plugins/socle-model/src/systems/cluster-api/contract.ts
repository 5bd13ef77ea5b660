import type { Resource } from '../../definition/resource';
import { suspended, Verdict } from '../../judging/verdict';
import { Condition, conditionAt } from '../../reading/conditions';
import { booleanAt, RawObject, stringAt, valueAt } from '../../reading/raw';

export const GROUP = 'cluster.x-k8s.io';
export const VERSIONS = ['v1beta2', 'v1beta1'] as const;

/** Minutes that machines and clusters may take to be made: images are written and nodes join. */
export const PATIENCE_MINUTES = 30;

/** What all objects of Cluster API have in common, in either version of its contract. */
export type ContractFacts = {
  phase?: string;
  paused?: string;
  /** `Ready` up to v1beta1; v1beta2 calls it `Available` where others depend on it. */
  ready?: Condition;
  failure?: string;
  cluster?: string;
};

export function contractOf(raw: RawObject): ContractFacts {
  const facts: ContractFacts = {
    phase: stringAt(raw, 'status', 'phase'),
    ready:
      conditionAt('Available', raw, 'status', 'conditions') ??
      conditionAt('Ready', raw, 'status', 'conditions'),
    failure:
      stringAt(raw, 'status', 'failureMessage') ??
      stringAt(raw, 'status', 'failureReason'),
    cluster: stringAt(raw, 'spec', 'clusterName'),
  };
  if (booleanAt(raw, 'spec', 'paused')) {
    facts.paused = 'spec.paused';
  } else if (
    // It may be empty: that it is there is what counts.
    valueAt(raw, 'metadata', 'annotations', `${GROUP}/paused`) !== undefined
  ) {
    facts.paused = `metadata.annotations["${GROUP}/paused"]`;
  }
  return facts;
}

/** Whether work on it is switched off, and where that is said. */
export function pausedBy(
  reason: string,
): (resource: Resource<ContractFacts>) => Verdict | undefined {
  return ({ facts }) =>
    facts.paused
      ? suspended(reason, 'Nothing is reconciled: it is paused.', {
          evidence: [{ path: facts.paused, value: true }],
        })
      : undefined;
}
