import { Facts, KindId, kindId } from '../definition/kind';
import { Link } from '../definition/link';
import { Resource } from '../definition/resource';
import { Thresholds } from '../judging/thresholds';
import { HealthContext, Neighbour } from '../judging/verdict';
import { KindReads } from './neighbour-reads';
import type { ResourceStore } from './store';

/** What a rule sees of the store: its own object's neighbours and the time. */
export class StoreContext implements HealthContext {
  private stated: Link[] | undefined;

  constructor(
    private readonly store: ResourceStore,
    private readonly resource: Resource,
    readonly now: number,
    private readonly reads: KindReads,
  ) {}

  get thresholds(): Thresholds {
    return this.store.thresholds;
  }

  target<F extends Facts>(rel: string): Neighbour<F> | undefined {
    return this.targets<F>(rel)[0];
  }

  targets<F extends Facts>(rel: string): Neighbour<F>[] {
    this.stated ??= this.store.linksOf(this.resource);
    const found: Neighbour<F>[] = [];
    for (const link of this.stated) {
      if (link.rel === rel) {
        for (const kind of link.kinds) this.reads.targets.add(kind);
        found.push(...neighboursAt<F>(this.store, link));
      }
    }
    return found;
  }

  incoming<F extends Facts>(rel: string, kind: KindId) {
    this.reads.incoming.add(kind);
    const items = new Set<Resource<F>>();
    for (const { from, link } of this.store.linkersOf(this.resource, kind)) {
      if (link.rel === rel) {
        items.add(from as unknown as Resource<F>);
      }
    }
    return { listed: this.listed(kind), items: [...items].sort(byName) };
  }

  listed(kind: KindId): boolean {
    return this.store.isListed(kind);
  }
}

/**
 * The other end of a link: those that answer to its key, else absent or not read.
 * @public
 */
export function neighboursAt<F extends Facts>(
  store: ResourceStore,
  link: Link,
): Neighbour<F>[] {
  const found: Resource[] = [];
  for (const provider of store.providersOf(link.to)) {
    if (link.kinds.includes(kindId(provider.kind))) found.push(provider);
  }
  if (found.length > 0) {
    return found.sort(byName).map(provider => ({
      state: 'present' as const,
      resource: provider as unknown as Resource<F>,
    }));
  }
  const read = link.kinds.every(kind => store.isListed(kind));
  return [{ state: read ? 'absent' : 'notRead' }];
}

/** A sentence names things in this order, whichever was read first: another replica of the backend says the same. */
function byName(
  { meta: a }: Pick<Resource, 'meta'>,
  { meta: b }: Pick<Resource, 'meta'>,
): number {
  if (a.name !== b.name) {
    return a.name < b.name ? -1 : 1;
  }
  const [left, right] = [a.namespace ?? '', b.namespace ?? ''];
  if (left === right) {
    return 0;
  }
  return left < right ? -1 : 1;
}
