import { ObjectKey } from '../definition/link';
import { StoredResource } from './stored-resource';

/**
 * A multimap from key to records that holds a lone record without a wrapping array: most keys have one.
 */
export class KeyIndex {
  private readonly entries = new Map<
    ObjectKey,
    StoredResource | Set<StoredResource>
  >();

  add(key: ObjectKey, record: StoredResource): void {
    const at = this.entries.get(key);
    if (at === undefined) {
      this.entries.set(key, record);
    } else if (at instanceof Set) {
      at.add(record);
    } else if (at !== record) {
      this.entries.set(key, new Set([at, record]));
    }
  }

  remove(key: ObjectKey, record: StoredResource): void {
    const at = this.entries.get(key);
    if (at === record) {
      this.entries.delete(key);
    } else if (at instanceof Set) {
      at.delete(record);
      if (at.size === 0) {
        this.entries.delete(key);
      }
    }
  }

  get(key: ObjectKey): Iterable<StoredResource> {
    const at = this.entries.get(key);
    if (at === undefined) {
      return [];
    }
    return at instanceof Set ? at : [at];
  }
}
