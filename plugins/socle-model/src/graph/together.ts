import { kindId } from '../definition/kind';
import { Resource } from '../definition/resource';
import type { ResourceStore } from './store';

/** Roots that are one trouble, the oldest first. */
export interface CommonRoot {
  members: Resource[];
  /** How many there are of them: `The same goes for all 2 of region geneva.` */
  words?: string;
}

/** Puts together the roots of one kind, reason and whole that break together. */
export function commonRoots(
  store: ResourceStore,
  roots: Iterable<Resource>,
): CommonRoot[] {
  const alone: CommonRoot[] = [];
  const groups = new Map<string, Resource[]>();
  for (const root of roots) {
    const together = root.kind.together?.(root);
    if (together) {
      const { kind, verdict } = root;
      const key = [kindId(kind), verdict.reason, together.key].join(' ');
      groups.set(key, [...(groups.get(key) ?? []), root]);
    } else {
      alone.push({ members: [root] });
    }
  }
  return [
    ...alone,
    ...[...groups.values()].flatMap(members => asOne(store, members)),
  ];
}

function asOne(store: ResourceStore, members: Resource[]): CommonRoot[] {
  if (members.length === 1) {
    return [{ members }];
  }
  const { kind } = members[0];
  const { key, title, whole } = kind.together!(members[0])!;
  let all = 0;
  for (const one of store.ofKind(kindId(kind))) {
    if (kind.together!(one)?.key === key) all += 1;
  }
  if (whole && members.length < all) {
    return members.map(one => ({ members: [one] }));
  }
  members.sort(
    (a, b) => a.since - b.since || a.meta.name.localeCompare(b.meta.name),
  );
  const count =
    members.length === all ? `all ${all}` : `${members.length} of ${all}`;
  return [{ members, words: `The same goes for ${count} of ${title}.` }];
}
