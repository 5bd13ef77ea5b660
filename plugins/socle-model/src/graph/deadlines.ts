import { StoredResource } from './stored-resource';

/**
 * When each object must be judged again without an event. Buckets of one second keep setting and clearing cheap;
 * the next due bucket is looked for only when asked.
 */
export class Deadlines {
  private readonly at = new Map<StoredResource, number>();
  private readonly buckets = new Map<number, Set<StoredResource>>();

  set(record: StoredResource, time: number | undefined): void {
    const before = this.at.get(record);
    const bucket = time === undefined ? undefined : Math.ceil(time / 1000);
    if (before === bucket) {
      return;
    }
    if (before !== undefined) {
      this.at.delete(record);
      const set = this.buckets.get(before);
      set?.delete(record);
      if (set?.size === 0) {
        this.buckets.delete(before);
      }
    }
    if (bucket !== undefined) {
      this.at.set(record, bucket);
      const set = this.buckets.get(bucket);
      if (set) {
        set.add(record);
      } else {
        this.buckets.set(bucket, new Set([record]));
      }
    }
  }

  /** Takes out and returns all that are due at `now` (milliseconds). */
  due(now: number): StoredResource[] {
    const result: StoredResource[] = [];
    for (const [bucket, set] of this.buckets) {
      if (bucket * 1000 <= now) {
        result.push(...set);
      }
    }
    for (const record of result) {
      this.set(record, undefined);
    }
    return result;
  }

  /** The earliest deadline in milliseconds; undefined where there is none. */
  next(): number | undefined {
    let earliest: number | undefined;
    for (const bucket of this.buckets.keys()) {
      if (earliest === undefined || bucket < earliest) {
        earliest = bucket;
      }
    }
    return earliest === undefined ? undefined : earliest * 1000;
  }
}
