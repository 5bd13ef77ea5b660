import { Link, linkTo, ObjectKey } from '../../definition/link';
import { Meta } from '../../definition/resource';
import { stringsAt } from '../../reading/raw';
import { quoted } from '../../reading/wording';

export const GROUP = 'velero.io';

/** What all kinds share. A status comes with the first look of the server, and its rules say when that is late. */
export const VELERO = {
  group: GROUP,
  versions: ['v1'],
  namespaced: true,
  statusless: true,
  patienceMinutes: 0,
};

/** A link to another object of the same installation, which lives in the same namespace; none where it has no name. */
export function inVelero(
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

/**
 * The key by which a label names an object. Labels hold 63 characters: of a longer name Velero keeps the first 57 and
 * a hash of the whole, so those 57 are what both ends know.
 */
export function labelKey(
  kind: 'Backup' | 'Schedule' | 'Restore',
  { namespace }: Meta,
  name: string,
): ObjectKey {
  const known = name.length >= 63 ? `${name.slice(0, 57)}…` : name;
  return `velero${kind}:${namespace ?? ''}/${known}`;
}

/** The deployment that does the work, which the chart and the installer both name so. */
export function serverLink({ namespace }: Meta): Link {
  return linkTo(
    'server',
    { group: 'apps', kind: 'Deployment', namespace, name: 'velero' },
    'target',
  );
}

/** The daemon set that moves volume data. */
export function nodeAgentLink({ namespace }: Meta): Link {
  return linkTo(
    'nodeAgent',
    { group: 'apps', kind: 'DaemonSet', namespace, name: 'node-agent' },
    'target',
  );
}

/** What an object says in several texts, as one to be put into a sentence. */
export function allTold(from: unknown, ...path: string[]): string | undefined {
  const texts = stringsAt(from, ...path);
  return texts.length > 0 ? quoted(texts.join('; ')) : undefined;
}
