/**
 * Which parts of a JSON value are wanted: all of it, nothing, or some keys of an object. An array is looked through:
 * the selection holds for each of its items. `unique` is all of what no other object has: its strings need not be
 * looked for among those read before.
 */
export type Selection = 'all' | 'unique' | 'none' | SelectedKeys;

/** The wanted keys of an object. */
export class SelectedKeys {
  /** By {@link keyHash}; keys of the same hash are chained. */
  readonly byHash = new Map<number, SelectedKey>();
  private readonly entries = new Map<string, SelectedKey>();

  constructor(
    /** What holds for keys that are not named. */
    public rest: Selection = 'none',
    /** Keep one key, with null, of an object that is not empty but has no wanted key. */
    public marked = false,
  ) {}

  get(key: string): Selection | undefined {
    return this.entries.get(key)?.selection;
  }

  find(key: string): SelectedKey | undefined {
    return this.entries.get(key);
  }

  set(key: string, selection: Selection): void {
    const known = this.entries.get(key);
    if (known) {
      known.selection = selection;
      return;
    }
    const bytes = Buffer.from(key);
    const hash = keyHash(bytes, 0, bytes.length);
    const entry = { key, bytes, selection, next: this.byHash.get(hash) };
    this.byHash.set(hash, entry);
    this.entries.set(key, entry);
  }

  /** What stands under `*` holds for named keys as well. */
  spreadRest(): void {
    for (const [key, { selection }] of this.entries) {
      this.set(key, union(selection, this.rest));
    }
    for (const { selection } of this.entries.values()) {
      if (selection instanceof SelectedKeys) {
        selection.spreadRest();
      }
    }
    if (this.rest instanceof SelectedKeys) {
      this.rest.spreadRest();
    }
  }

  clone(): SelectedKeys {
    const copy = new SelectedKeys(cloned(this.rest), this.marked);
    for (const [key, { selection }] of this.entries) {
      copy.set(key, cloned(selection));
    }
    return copy;
  }

  keys(): Iterable<string> {
    return this.entries.keys();
  }
}

export interface SelectedKey {
  readonly key: string;
  readonly bytes: Buffer;
  selection: Selection;
  readonly next: SelectedKey | undefined;
}

/** The hash by which keys and short strings are looked up, without making a string. */
export function keyHash(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0;
  for (let at = start; at < end; at++) {
    hash = (Math.imul(hash, 31) + bytes[at]) | 0;
  }
  return hash;
}

function cloned(selection: Selection): Selection {
  return selection instanceof SelectedKeys ? selection.clone() : selection;
}

function union(a: Selection, b: Selection): Selection {
  if (a === 'all' || b === 'all') return 'all';
  if (a === 'none') return cloned(b);
  if (b === 'none') return a;
  if (a === 'unique' || b === 'unique') return 'all';
  const result = a.clone();
  result.rest = union(result.rest, b.rest);
  result.marked ||= b.marked;
  for (const key of b.keys()) {
    result.set(key, union(result.get(key) ?? 'none', b.get(key)!));
  }
  return result;
}

/** Adds a path to what is wanted. */
export function select(
  into: SelectedKeys,
  path: readonly string[],
  wanted: 'all' | 'unique' = 'all',
): void {
  let at = into;
  for (const [index, key] of path.entries()) {
    const last = index === path.length - 1;
    const known = key === '*' ? at.rest : at.get(key);
    if (known === 'all') {
      return;
    }
    let next: Selection = known ?? 'none';
    if (last) {
      next = wanted;
    } else if (next === 'none') {
      next = new SelectedKeys();
    }
    if (key === '*') {
      at.rest = next;
    } else {
      at.set(key, next);
    }
    if (!(next instanceof SelectedKeys)) {
      return;
    }
    at = next;
  }
}
