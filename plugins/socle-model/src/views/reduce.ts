import { ChainEdge } from '@socle/backstage-plugin-socle-common';

/**
 * Leaves out edges that only shorten a longer way (volume → replica beside volume → engine → replica), so that a
 * chain reads as a chain.
 */
export function withoutDetours(edges: ChainEdge[]): ChainEdge[] {
  const next = new Map<string, string[]>();
  for (const { from, to } of edges) {
    next.set(from, [...(next.get(from) ?? []), to]);
  }
  const reaches = (from: string, to: string, seen: Set<string>): boolean =>
    (next.get(from) ?? []).some(
      step =>
        step === to || (!seen.has(step) && reaches(step, to, seen.add(step))),
    );
  return edges.filter(
    ({ from, to }) =>
      !(next.get(from) ?? []).some(
        step => step !== to && reaches(step, to, new Set([step])),
      ),
  );
}
