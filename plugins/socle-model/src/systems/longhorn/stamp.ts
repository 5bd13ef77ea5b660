import { RawObject, valueAt } from '../../reading/raw';

/**
 * A Longhorn time as it stands: `""`, null and missing mean never. Anything that is not a string makes the object
 * unreadable, for "never failed" must not be read out of a mistake.
 */
export function stampAt(raw: RawObject, ...path: string[]): string | undefined {
  const value = valueAt(raw, ...path);
  if (value === undefined || value === null || value === '') {
    return undefined;
  }
  if (typeof value !== 'string') {
    throw new Error(`${path.join('.')} is no time`);
  }
  return value;
}
