import { numberAt, RawObject, stringAt } from '../../reading/raw';
import { parseQuantity } from '../../reading/quantities';

/** Bytes of `1.9TiB`, as PD writes sizes, or of a plain number. */
export function sizeAt(raw: RawObject, ...path: string[]): number | undefined {
  const plain = numberAt(raw, ...path);
  const text = stringAt(raw, ...path);
  return plain !== undefined || text === undefined
    ? plain
    : parseQuantity(text.replace(/\s+/g, '').replace(/B$/, ''));
}

/** Percent of a store that is free; undefined where PD does not know its size. */
export function freePercent(raw: RawObject): number | undefined {
  const capacity = sizeAt(raw, 'capacity');
  const available = sizeAt(raw, 'available');
  return capacity && available !== undefined
    ? Math.round((available / capacity) * 1000) / 10
    : undefined;
}
