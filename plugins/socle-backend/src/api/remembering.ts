import { Resource, ResourceStore } from '@socle/backstage-plugin-socle-model';
import { MayRead, readsAll } from '../access/authorizer';
import { ClusterEngine } from '../engine/cluster-engine';

/** How long what was found is told again while nothing changes: the ages in it go on. */
const HOLD_MILLIS = 5_000;

type Find<T> = (
  store: ResourceStore,
  cluster: string,
  now: number,
  visible: (resource: Resource) => boolean,
) => T[];

/**
 * Finds things in a cluster, and finds them again only once it has changed. Only for those who may read everything:
 * what others may see is told to nobody else.
 */
export function remembering<T>(
  find: Find<T>,
): (engine: ClusterEngine, mayRead: MayRead) => readonly T[] {
  const known = new WeakMap<
    ResourceStore,
    { revision: number; at: number; items: readonly T[] }
  >();
  return ({ store, name }, mayRead) => {
    const now = Date.now();
    const visible = (resource: Resource) => mayRead(name, resource);
    if (mayRead !== readsAll) {
      return find(store, name, now, visible);
    }
    const { revision } = store;
    const last = known.get(store);
    if (last?.revision === revision && Math.abs(now - last.at) < HOLD_MILLIS) {
      return last.items;
    }
    const items = find(store, name, now, visible);
    known.set(store, { revision, at: now, items });
    return items;
  };
}
