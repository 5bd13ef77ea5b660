import { Change, History } from './history';
import { copyOf, KubeObject } from './object';
import { Stored, StoredObject } from './stored';
import { Table } from './table';

/** What etcd is to an API server: tables, one counter of revisions, and a history of changes. */
export class Storage {
  private readonly tables = new Map<string, Table>();
  private readonly listeners = new Set<(change: Change) => void>();
  private readonly past = new Map<string, readonly Stored[]>();
  private readonly history: History;
  private revision: number;

  constructor(
    options: { firstResourceVersion?: number; historySize?: number } = {},
  ) {
    this.revision = options.firstResourceVersion ?? 1000;
    this.history = new History(this.revision, options.historySize ?? 10_000);
  }

  get resourceVersion(): number {
    return this.revision;
  }

  get oldestResourceVersion(): number {
    return this.history.oldest;
  }

  get(resource: string, key: string): Stored | undefined {
    return this.tables.get(resource)?.get(key);
  }

  all(resource: string): readonly Stored[] {
    return this.tables.get(resource)?.all() ?? [];
  }

  resources(): string[] {
    return [...this.tables.keys()];
  }

  /** Objects as they were at an earlier revision; undefined where that is compacted. */
  allAt(
    resource: string,
    resourceVersion: number,
  ): readonly Stored[] | undefined {
    if (
      resourceVersion < this.history.oldest ||
      resourceVersion > this.revision
    )
      return undefined;
    const changes = this.since(resource, resourceVersion);
    if (changes.length === 0) return this.all(resource);
    const memo = `${resource}@${resourceVersion}`;
    let rows = this.past.get(memo);
    if (!rows) {
      const table = this.table(resource).copy();
      for (const change of changes.reverse()) {
        if (change.previous) table.set(change.previous);
        else table.remove(change.object.key);
      }
      rows = table.all();
      // The pages of a few lists at a time come back for it; older ones are made again from the history.
      if (this.past.size > 8) this.past.clear();
      this.past.set(memo, rows);
    }
    return rows;
  }

  since(resource: string, resourceVersion: number): Change[] {
    return this.history
      .since(resourceVersion)
      .filter(change => change.resource === resource);
  }

  put(resource: string, object: KubeObject): Stored {
    const resourceVersion = this.next();
    return this.putStored(
      resource,
      new StoredObject({
        ...object,
        metadata: {
          ...object.metadata,
          resourceVersion: String(resourceVersion),
        },
      }),
    );
  }

  /** For objects that are generated: `stored` must carry the revision that `next` gave. */
  putStored(resource: string, stored: Stored): Stored {
    const table = this.table(resource);
    const previous = table.get(stored.key);
    table.set(stored);
    this.record({
      type: previous ? 'MODIFIED' : 'ADDED',
      resource,
      resourceVersion: stored.resourceVersion,
      object: stored,
      previous,
    });
    return stored;
  }

  remove(resource: string, key: string): Stored | undefined {
    const table = this.table(resource);
    const previous = table.get(key);
    if (!previous) return undefined;
    const resourceVersion = this.next();
    const last = copyOf(previous.read());
    last.metadata.resourceVersion = String(resourceVersion);
    const object = new StoredObject(last);
    table.remove(key);
    this.record({
      type: 'DELETED',
      resource,
      resourceVersion,
      object,
      previous,
    });
    return object;
  }

  fill(resource: string, rows: Stored[]): void {
    this.table(resource).fill(rows);
  }

  next(): number {
    return ++this.revision;
  }

  /** Forgets every change so far; older resourceVersions are gone. */
  compact(): void {
    this.past.clear();
    this.history.compact(this.revision);
  }

  onChange(listener: (change: Change) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private record(change: Change): void {
    this.history.push(change);
    for (const listener of [...this.listeners]) listener(change);
  }

  private table(resource: string): Table {
    let table = this.tables.get(resource);
    if (!table) {
      table = new Table();
      this.tables.set(resource, table);
    }
    return table;
  }
}
