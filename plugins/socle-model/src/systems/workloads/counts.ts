import {
  numberAt,
  objectAt,
  objectsAt,
  RawObject,
  stringAt,
  valueAt,
} from '../../reading/raw';

/**
 * A counter of a status: absent means 0, as the API leaves out zeros; one that is no number makes the object
 * unreadable rather than zero.
 */
export function countAt(raw: RawObject, ...path: string[]): number {
  return optionalCountAt(raw, ...path) ?? 0;
}

/** {@link countAt} where absent and 0 are told apart. */
export function optionalCountAt(
  raw: RawObject,
  ...path: string[]
): number | undefined {
  const value = valueAt(raw, ...path);
  if (value === undefined || value === null) {
    return undefined;
  }
  const count = numberAt(raw, ...path);
  if (count === undefined || count < 0) {
    throw new Error(`${path.join('.')} is not a count`);
  }
  return count;
}

/**
 * How many replicas are wanted; absent is 1. Where none are, no count says that a set is well: then the status must
 * at least be one.
 */
export function wantedAt(raw: RawObject): number {
  const wanted = optionalCountAt(raw, 'spec', 'replicas') ?? 1;
  const status = objectAt(raw, 'status');
  if (
    wanted === 0 &&
    Object.keys(status).length > 0 &&
    numberAt(status, 'observedGeneration') === undefined &&
    numberAt(status, 'replicas') === undefined
  ) {
    throw new Error('status has neither observedGeneration nor replicas');
  }
  return wanted;
}

/** Images of a pod template's containers, init containers included. */
export function templateImages(
  raw: RawObject,
  ...template: string[]
): string[] {
  return ['initContainers', 'containers'].flatMap(list =>
    objectsAt(raw, ...template, 'spec', list)
      .map(container => stringAt(container, 'image'))
      .filter((image): image is string => image !== undefined),
  );
}

/** `1 replica`, `3 replicas`. */
export function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}
