import { Link, linkTo } from '../../definition/link';
import { objectAt, objectsAt, RawObject, stringAt } from '../../reading/raw';

export const SOURCE_GROUP = 'source.toolkit.fluxcd.io';

/** Something that an object names. */
export type FluxReference = {
  rel: string;
  group: string;
  kind: string;
  /** Left out: the namespace of who names it. */
  namespace?: string;
  name: string;
  /** It cannot go on without. */
  needed?: true;
};

export function referenceLink(
  { rel, group, kind, namespace, name, needed }: FluxReference,
  own: string | undefined,
): Link {
  return linkTo(
    rel,
    { group, kind, namespace: namespace ?? own, name },
    needed ? 'target' : undefined,
  );
}

/** A reference by `kind`, `name` and perhaps `namespace`; none where it has no name. */
export function reference(
  from: RawObject,
  rel: string,
  defaults: { group: string; kind?: string; needed?: true },
): FluxReference[] {
  const name = stringAt(from, 'name');
  const kind = stringAt(from, 'kind') ?? defaults.kind;
  if (!name || !kind) {
    return [];
  }
  const namespace = stringAt(from, 'namespace');
  return [
    {
      rel,
      group: defaults.group,
      kind,
      ...(namespace ? { namespace } : {}),
      name,
      ...(defaults.needed ? { needed: true as const } : {}),
    },
  ];
}

/** A Secret that a field names. */
export function secretAt(raw: RawObject, ...path: string[]): FluxReference[] {
  const name = stringAt(raw, ...path, 'name');
  return name
    ? [{ rel: 'usesSecret', group: '', kind: 'Secret', name, needed: true }]
    : [];
}

export function dependsOn(raw: RawObject, group: string, kind: string) {
  return objectsAt(raw, 'spec', 'dependsOn').flatMap(one =>
    reference(one, 'dependsOn', { group, kind, needed: true }),
  );
}

export function sourceRef(raw: RawObject, ...path: string[]) {
  return reference(objectAt(raw, ...path), 'source', {
    group: SOURCE_GROUP,
    needed: true,
  });
}
