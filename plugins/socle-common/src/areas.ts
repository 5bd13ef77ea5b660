/**
 * The areas of a platform: one word each, the same in every package.
 * @public
 */
export const AREAS = [
  'cluster',
  'network',
  'storage',
  'registry',
  'backup',
  'data',
  'delivery',
  'secrets',
  'images',
  'policy',
  'identity',
  'observability',
  'application',
] as const;

/** @public One of {@link AREAS}. */
export type Area = (typeof AREAS)[number];
