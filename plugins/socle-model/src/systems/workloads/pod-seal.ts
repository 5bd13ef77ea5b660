import { failed, Verdict } from '../../judging/verdict';
import { labelAt, RawObject } from '../../reading/raw';
import type { PodFacts } from './pod-facts';

/** Labels that Vault and OpenBao write on their own pods (service registration), with the value that is bad. */
const BAD_LABELS: ReadonlyArray<[label: string, bad: string]> = [
  ['vault-initialized', 'false'],
  ['openbao-initialized', 'false'],
  ['vault-sealed', 'true'],
  ['openbao-sealed', 'true'],
];

export const SEAL_READS = BAD_LABELS.map(
  ([label]) => `metadata.labels.${label}`,
);

/** The label that says that the Vault in a pod gives out nothing. */
export function sealOf(raw: RawObject): string | undefined {
  return BAD_LABELS.find(([label, bad]) => labelAt(raw, label) === bad)?.[0];
}

/** It runs, and its readiness probe may well pass: many charts let a sealed Vault count as ready. */
export function judgeSeal({
  phase,
  seal,
  troubles,
}: PodFacts): Verdict | undefined {
  const runs =
    phase === 'Running' && !troubles?.some(one => one.state !== 'running');
  if (!seal || !runs) {
    return undefined;
  }
  const bad = BAD_LABELS.find(([label]) => label === seal)?.[1] ?? '';
  return failed(
    'PodVaultSealed',
    seal.endsWith('sealed')
      ? 'The Vault in it is sealed: it runs and gives out no secret.'
      : 'The Vault in it was never initialised: it runs and holds nothing.',
    { evidence: [{ path: `metadata.labels["${seal}"]`, value: bad }] },
  );
}
