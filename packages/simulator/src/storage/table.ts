import { Stored } from './stored';

/** The objects of one resource, ordered by key. An array that was handed out never changes: it is copied on write. */
export class Table {
  private rows: Stored[] = [];
  private handedOut = false;

  get size(): number {
    return this.rows.length;
  }

  get(key: string): Stored | undefined {
    const row = this.rows[this.find(key)];
    return row?.key === key ? row : undefined;
  }

  /** Every object, in order; a consistent view however long it is held. */
  all(): readonly Stored[] {
    this.handedOut = true;
    return this.rows;
  }

  set(row: Stored): void {
    const rows = this.own();
    const place = this.find(row.key);
    if (rows[place]?.key === row.key) rows[place] = row;
    else if (place === rows.length) rows.push(row);
    else rows.splice(place, 0, row);
  }

  remove(key: string): void {
    const place = this.find(key);
    if (this.rows[place]?.key === key) this.own().splice(place, 1);
  }

  /** Many at once, for the scale generator. */
  fill(rows: Stored[]): void {
    this.rows = [...this.rows, ...rows].sort((a, b) =>
      a.key < b.key ? -1 : 1,
    );
    this.handedOut = false;
  }

  copy(): Table {
    const copy = new Table();
    copy.rows = this.rows.slice();
    return copy;
  }

  private own(): Stored[] {
    if (this.handedOut) {
      this.rows = this.rows.slice();
      this.handedOut = false;
    }
    return this.rows;
  }

  private find(key: string): number {
    return firstAtOrAfter(this.rows, key);
  }
}

/** Where `key` is or would be. */
export function firstAtOrAfter(rows: readonly Stored[], key: string): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (rows[middle].key < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The rows of one namespace: keys from `namespace/` up to, but not with, `namespace0` (`0` follows `/`). */
export function ofNamespace(
  rows: readonly Stored[],
  namespace: string,
): readonly Stored[] {
  return rows.slice(
    firstAtOrAfter(rows, `${namespace}/`),
    firstAtOrAfter(rows, `${namespace}0`),
  );
}
