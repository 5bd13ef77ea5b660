import type { Facts, KindDefinition } from '../../definition/kind';

/** What all kinds that LINSTOR's controller tells of share. */
export const TOLD = {
  group: 'linstor.socle.dev',
  versions: ['v1'],
  namespaced: true,
  source: 'probe',
  // An answer that leaves something out is no controller that has not reported yet.
  statusless: true,
} satisfies Partial<KindDefinition<Facts>>;

/** The name of a pool, which LINSTOR names within its node. */
export function poolName(node: string, pool: string): string {
  return `${pool}.${node}`;
}
