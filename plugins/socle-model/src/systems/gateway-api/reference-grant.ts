import { defineKind } from '../../definition/kind';
import { objectsAt, stringAt } from '../../reading/raw';
import { GROUP } from './conditions';

type ReferenceGrantFacts = {
  from: Array<{ group: string; kind: string; namespace: string }>;
  to: Array<{ group: string; kind: string; name?: string }>;
};

/** What one kind of one namespace may refer to in another; with a name, only that one. */
export function grantKey(
  from: { kind: string; namespace: string },
  to: { group: string; kind: string; namespace: string; name?: string },
): string {
  return [
    `referenceGrant:${from.kind}/${from.namespace}`,
    `${to.group}/${to.kind}/${to.namespace}/${to.name ?? ''}`,
  ].join('>');
}

/** Lives where what is referred to lives. It has no status. */
export const referenceGrant = defineKind<ReferenceGrantFacts>({
  group: GROUP,
  kind: 'ReferenceGrant',
  plural: 'referencegrants',
  versions: ['v1', 'v1beta1'],
  namespaced: true,
  stateless: true,
  reads: ['spec'],
  project: raw => ({
    from: objectsAt(raw, 'spec', 'from').flatMap(one => {
      const [kind, namespace] = [
        stringAt(one, 'kind'),
        stringAt(one, 'namespace'),
      ];
      return kind && namespace
        ? [{ group: stringAt(one, 'group') ?? '', kind, namespace }]
        : [];
    }),
    to: objectsAt(raw, 'spec', 'to').flatMap(one => {
      const [kind, name] = [stringAt(one, 'kind'), stringAt(one, 'name')];
      return kind
        ? [{ group: stringAt(one, 'group') ?? '', kind, ...(name && { name }) }]
        : [];
    }),
  }),
  provides: ({ meta, facts }) =>
    facts.from
      .filter(({ group }) => group === GROUP)
      .flatMap(from =>
        facts.to.map(to =>
          grantKey(from, { ...to, namespace: meta.namespace ?? '' }),
        ),
      ),
  shows: ['from', 'to'],
});
