import { Stored } from './stored';

export interface Change {
  type: 'ADDED' | 'MODIFIED' | 'DELETED';
  /** `plural.group` of the resource. */
  resource: string;
  resourceVersion: number;
  /** After the change; for DELETED its last state, with the resourceVersion of the deletion. */
  object: Stored;
  /** Before the change. */
  previous?: Stored;
}

/** The last changes of a cluster. What lies before `oldest` is compacted: a watch from there gets 410. */
export class History {
  private changes: Change[] = [];
  private first = 0;
  private compactedTo: number;

  constructor(start: number, private readonly capacity: number) {
    this.compactedTo = start;
  }

  /** Watches may start here or later. */
  get oldest(): number {
    return this.compactedTo;
  }

  push(change: Change): void {
    this.changes.push(change);
    if (this.changes.length - this.first > this.capacity) {
      this.compactedTo = this.changes[this.first].resourceVersion;
      this.first++;
    }
    // Dropping from the front one by one would cost a copy each time.
    if (this.first > this.capacity) {
      this.changes = this.changes.slice(this.first);
      this.first = 0;
    }
  }

  compact(resourceVersion: number): void {
    this.changes = [];
    this.first = 0;
    this.compactedTo = resourceVersion;
  }

  /** Changes after `resourceVersion`, oldest first. */
  since(resourceVersion: number): Change[] {
    let low = this.first;
    let high = this.changes.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.changes[middle].resourceVersion <= resourceVersion)
        low = middle + 1;
      else high = middle;
    }
    return this.changes.slice(low);
  }
}
