/** Argo CD's Application, as lists are asked for it. */
export const APPLICATION = 'argoproj.io/Application';

/** The patterns of delivery: Helm with configs, Helm inline, wrapper chart, raw manifests, and what is none of them. */
export const PATTERNS = ['A', 'B', 'C', 'D', 'other'] as const;

/** One of {@link PATTERNS}. */
export type Pattern = (typeof PATTERNS)[number];

/** Argo CD's words for how an Application compares with Git. */
export const SYNC_STATES = ['Synced', 'OutOfSync', 'Unknown'] as const;

/** The pattern that a fact names. */
export function isPattern(value: unknown): value is Pattern {
  return PATTERNS.some(pattern => pattern === value);
}
