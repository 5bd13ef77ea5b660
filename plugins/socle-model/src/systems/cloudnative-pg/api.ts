import { Link, linkTo } from '../../definition/link';
import { Meta } from '../../definition/resource';

export const GROUP = 'postgresql.cnpg.io';

/** What the kinds of the operator share; each states its own deadlines. */
export const CNPG = {
  group: GROUP,
  versions: ['v1'],
  namespaced: true,
  patienceMinutes: 0,
};

/** A link to another object of the operator in the same namespace; none where it has no name. */
export function inCnpg(
  rel: string,
  from: { meta: Meta },
  kind: string,
  name: string | undefined,
  depends?: 'target' | 'source',
): Link[] {
  const { namespace } = from.meta;
  return name
    ? [linkTo(rel, { group: GROUP, kind, namespace, name }, depends)]
    : [];
}

/** Secrets by their names, each once. */
export function secretLinks(
  { namespace }: Meta,
  names: readonly (string | undefined)[],
  depends?: 'target',
): Link[] {
  const known = new Set(names.filter((name): name is string => !!name));
  return [...known].map(name =>
    linkTo(
      'usesSecret',
      { group: '', kind: 'Secret', namespace, name },
      depends,
    ),
  );
}

/** The operator reports nothing on what was switched off before it came to it: that it is silent is then no trouble. */
export function neverReported(meta: Meta): boolean {
  return (
    !meta.hasStatus && meta.origin === 'live' && meta.deleting === undefined
  );
}

/** RFC 3339 of milliseconds, as evidence has it. */
export function isoOf(millis: number | undefined): string | null {
  return millis === undefined
    ? null
    : new Date(millis).toISOString().replace('.000Z', 'Z');
}
