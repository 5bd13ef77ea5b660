import { KindId, kindId } from '../../definition/kind';
import { Resource } from '../../definition/resource';
import { neighboursAt } from '../../graph/context';
import type { ResourceStore } from '../../graph/store';
import { dataView } from '../data';
import { INSTANCE_KINDS } from './engines';

const POD: KindId = '/Pod';
const CLAIM: KindId = '/PersistentVolumeClaim';

/** What an instance runs as and keeps its data in. */
export interface Footing {
  /** StatefulSets and the like, which say how many pods are wanted. */
  sets: Resource[];
  pods: Resource[];
  claims: Resource[];
  /** False where there may be more than could be read. */
  complete: boolean;
}

const RANK = new Map<KindId, number>(
  dataView.ranks.flatMap(({ kinds }, index) =>
    kinds.map(kind => [kind, index] as const),
  ),
);
const LAST = RANK.get(CLAIM)!;
const kindsOf = (title: string) =>
  dataView.ranks.find(rank => rank.title === title)!.kinds;
const SETS = kindsOf('Pod set');
const PARTS = kindsOf('Part');

/** Beside the service: it serves without them. */
const ASIDE = new Set(['entityOperator']);

/**
 * The pods and claims of an instance, found along the columns of its chain; another instance that it stands on has
 * its own.
 */
export function footingOf(
  store: ResourceStore,
  instances: readonly Resource[],
  visible: (resource: Resource) => boolean,
): Footing {
  let complete = store.isListed(POD) && store.isListed(CLAIM);
  const seen = new Set<Resource>(instances);
  const queue = [...instances];
  for (let at = queue.pop(); at; at = queue.pop()) {
    const rank = RANK.get(kindId(at.kind));
    if (rank === undefined || rank >= LAST) continue;
    for (const next of besides(store, at)) {
      const id = kindId(next.kind);
      const nextRank = RANK.get(id);
      if (
        seen.has(next) ||
        nextRank === undefined ||
        nextRank <= rank ||
        nextRank > LAST ||
        INSTANCE_KINDS.has(id)
      ) {
        continue;
      }
      if (!visible(next)) {
        complete = false;
        continue;
      }
      seen.add(next);
      queue.push(next);
    }
  }
  const all = [...seen];
  const of = (...kinds: readonly KindId[]) =>
    all.filter(one => kinds.includes(kindId(one.kind)));
  const counting = (kinds: readonly KindId[]) =>
    of(...kinds).filter(one => wantedOf(one) !== undefined);
  const sets = counting(SETS);
  return {
    sets: sets.length > 0 ? sets : counting(PARTS),
    pods: of(POD),
    claims: of(CLAIM),
    complete,
  };
}

/** How many pods a set wants. */
export function wantedOf({ facts }: Resource): number | undefined {
  const wanted = facts.replicas ?? facts.pods;
  return typeof wanted === 'number' ? wanted : undefined;
}

function* besides(
  store: ResourceStore,
  resource: Resource,
): Iterable<Resource> {
  for (const link of store.linksOf(resource)) {
    if (ASIDE.has(link.rel)) continue;
    for (const neighbour of neighboursAt(store, link)) {
      if (neighbour.state === 'present') yield neighbour.resource;
    }
  }
  for (const { from } of store.linkersOf(resource)) {
    yield from;
  }
}
