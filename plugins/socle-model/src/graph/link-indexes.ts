import { KindId } from '../definition/kind';
import { Link, ObjectKey } from '../definition/link';
import { KeyIndex } from './key-index';
import { NeighbourReads } from './neighbour-reads';
import { same } from './same';
import { StoredResource } from './stored-resource';

/** What an object states and answers to at one moment. */
interface Stated {
  links: Link[];
  keys: readonly ObjectKey[];
}

/** Who answers to a key and who states a link to it. */
export class LinkIndexes {
  private readonly providers = new KeyIndex();
  private readonly linkers = new KeyIndex();

  /** `mark` is told of each object of which a neighbour that its rules look at came, changed or went. */
  constructor(
    private readonly reads: NeighbourReads,
    private readonly mark: (record: StoredResource) => void,
  ) {}

  providersOf(key: ObjectKey): Iterable<StoredResource> {
    return this.providers.get(key);
  }

  linkersOf(key: ObjectKey): Iterable<StoredResource> {
    return this.linkers.get(key);
  }

  add(record: StoredResource): void {
    const stated = statedBy(record);
    this.providers.add(record.key, record);
    this.index(record, stated);
    this.markAround(record, stated);
  }

  remove(record: StoredResource): void {
    const stated = statedBy(record);
    this.markAround(record, stated);
    this.providers.remove(record.key, record);
    this.unindex(record, stated);
  }

  /** Follows an object through a change. Most leave its links as they were: the indexes are then left alone. */
  change(record: StoredResource, become: () => void): void {
    const before = statedBy(record);
    this.markAround(record, before);
    record.forget();
    become();
    const after = statedBy(record);
    record.remember(after.links);
    if (
      !sameTargets(before.links, after.links) ||
      !same(before.keys, after.keys)
    ) {
      this.unindex(record, before);
      this.index(record, after);
      this.markAround(record, after);
    }
  }

  /** Marks all that are one link away, in either direction, and look there. */
  markNeighbours(record: StoredResource): void {
    this.markAround(record, statedBy(record));
  }

  private markAround(record: StoredResource, { links, keys }: Stated): void {
    const { id: kind } = this.reads.of(record.kind);
    for (const link of links) {
      for (const target of this.providers.get(link.to)) {
        if (this.reads.of(target.kind).incoming.has(kind)) {
          this.mark(target);
        }
      }
    }
    this.markLinkers(record.key, kind);
    keys.forEach(key => this.markLinkers(key, kind));
  }

  private markLinkers(key: ObjectKey, kind: KindId): void {
    for (const linker of this.linkers.get(key)) {
      if (this.reads.of(linker.kind).targets.has(kind)) {
        this.mark(linker);
      }
    }
  }

  private index(record: StoredResource, { links, keys }: Stated): void {
    keys.forEach(key => this.providers.add(key, record));
    links.forEach(link => this.linkers.add(link.to, record));
  }

  private unindex(record: StoredResource, { links, keys }: Stated): void {
    keys.forEach(key => this.providers.remove(key, record));
    links.forEach(link => this.linkers.remove(link.to, record));
  }
}

function statedBy(record: StoredResource): Stated {
  return { links: record.links(), keys: record.provides() };
}

function sameTargets(a: readonly Link[], b: readonly Link[]): boolean {
  if (a.length !== b.length) return false;
  for (let index = 0; index < a.length; index += 1) {
    if (a[index].to !== b[index].to) return false;
  }
  return true;
}
