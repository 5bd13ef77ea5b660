import { Facts, KindId, kindId } from '../../definition/kind';
import { Resource } from '../../definition/resource';
import { neighboursAt } from '../../graph/context';
import type { ResourceStore } from '../../graph/store';

/** What a view of backups may look at: the store, as far as the reader may see it. */
export class CoverageReader {
  private readonly hidden = new Set<KindId>();
  private readonly lists = new Map<KindId, Resource[]>();
  private readonly made = new Map<string, unknown>();

  constructor(
    private readonly store: ResourceStore,
    readonly now: number,
    private readonly visible: (resource: Resource) => boolean,
  ) {}

  get thresholds() {
    return this.store.thresholds;
  }

  /** What a system's own containers run. */
  imagesOf(system: string): readonly string[] {
    const { systems } = this.store.registry;
    return systems.find(({ id }) => id === system)?.images ?? [];
  }

  /** Whether there is one such object, also where it may not be seen: that there is says nothing of it. */
  hasAny<F extends Facts>(
    kind: KindId,
    is: (resource: Resource<F>) => boolean,
  ): boolean {
    for (const resource of this.store.ofKind(kind)) {
      if (is(resource as unknown as Resource<F>)) {
        return true;
      }
    }
    return false;
  }

  /** All objects of a kind that may be seen. */
  all<F extends Facts = Facts>(kind: KindId): Resource<F>[] {
    let found = this.lists.get(kind);
    if (!found) {
      found = [...this.store.ofKind(kind)].filter(one => this.maySee(one));
      this.lists.set(kind, found);
    }
    return found as unknown as Resource<F>[];
  }

  /** What is the same for every claim, made once. */
  once<T>(key: string, make: () => T): T {
    if (!this.made.has(key)) {
      this.made.set(key, make());
    }
    return this.made.get(key) as T;
  }

  /** Whether all objects of the kinds are known to the reader: what may not be seen was not read. */
  read(...kinds: KindId[]): boolean {
    return kinds.every(kind => {
      this.all(kind);
      return this.store.isListed(kind) && !this.hidden.has(kind);
    });
  }

  /** The objects of a kind that state a link to this one. */
  incoming<F extends Facts = Facts>(
    of: Resource,
    rel: string,
    kind: KindId,
  ): Resource<F>[] {
    const found = new Set<Resource>();
    for (const { from, link } of this.store.linkersOf(of)) {
      if (link.rel === rel && kindId(from.kind) === kind && this.maySee(from)) {
        found.add(from);
      }
    }
    return [...found] as unknown as Resource<F>[];
  }

  /** The objects that the links with this `rel` lead to, and whether there can be none that was not read. */
  targets<F extends Facts = Facts>(
    of: Resource,
    rel: string,
  ): { read: boolean; items: Resource<F>[] } {
    let read = true;
    const items: Resource[] = [];
    for (const link of this.store.linksOf(of)) {
      for (const one of link.rel === rel
        ? neighboursAt(this.store, link)
        : []) {
        if (one.state === 'present' && this.maySee(one.resource)) {
          items.push(one.resource);
        } else if (one.state !== 'absent') {
          read = false;
        }
      }
    }
    return { read, items: items as unknown as Resource<F>[] };
  }

  private maySee(resource: Resource): boolean {
    const may = this.visible(resource);
    if (!may) {
      this.hidden.add(kindId(resource.kind));
    }
    return may;
  }
}
