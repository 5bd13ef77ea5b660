import type { KindId } from './kind';

/**
 * A name in the graph. An object always answers to `group/Kind/namespace/name`; kinds may provide further ones,
 * such as `volumeHandle:driver.longhorn.io/pvc-1`. Systems meet at keys and never import each other.
 * @public
 */
export type ObjectKey = string;

/**
 * A relation from the object that states it.
 * @public
 */
export interface Link {
  /** A verb or role, read from the stating object: `mounts`, `volume`, `runsOn`. */
  rel: string;
  to: ObjectKey;
  /** The kinds that could answer to the key. The target is absent only when all of them were fully listed. */
  kinds: readonly KindId[];
  /**
   * Whose health rests on whose: `target` when this object needs the other (a claim its volume),
   * `source` when the other needs this one (a volume its replica, where the replica states the link).
   * Left out: no dependence (an event and its object).
   */
  depends?: 'target' | 'source';
}

/** @public The key that every object answers to. */
export function objectKey(
  group: string,
  kind: string,
  namespace: string | undefined,
  name: string,
): ObjectKey {
  return `${group}/${kind}/${namespace ?? ''}/${name}`;
}

/**
 * A link to an object by its name.
 * @public
 */
export function linkTo(
  rel: string,
  target: { group: string; kind: string; namespace?: string; name: string },
  depends?: 'target' | 'source',
): Link {
  return linksTo(rel, target, depends)(target.namespace, target.name);
}

/**
 * Makes the links of one relation to the objects of one kind. What they have in common is made once: for kinds that
 * change often.
 * @public
 */
export function linksTo(
  rel: string,
  { group, kind }: { group: string; kind: string },
  depends?: 'target' | 'source',
): (namespace: string | undefined, name: string) => Link {
  const kinds: readonly KindId[] = [`${group}/${kind}`];
  return (namespace, name) => {
    const to = objectKey(group, kind, namespace, name);
    return depends ? { rel, to, kinds, depends } : { rel, to, kinds };
  };
}

/**
 * A link by a key that another kind provides.
 * @public
 */
export function linkByKey(
  rel: string,
  key: ObjectKey,
  kinds: readonly KindId[],
  depends?: 'target' | 'source',
): Link {
  return { rel, to: key, kinds, ...(depends ? { depends } : {}) };
}
