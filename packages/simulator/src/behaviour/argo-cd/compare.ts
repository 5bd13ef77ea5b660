import { Fields, isFields, KubeObject } from '../../storage/object';

/** Whether the live object has everything that is wanted; what others added to it does not count. */
export function has(live: unknown, wanted: unknown): boolean {
  if (isFields(wanted)) {
    return (
      isFields(live) &&
      Object.entries(wanted).every(([key, value]) =>
        // Servers leave out what is empty.
        isEmpty(value)
          ? live[key] === undefined ||
            has(live[key], value) ||
            isEmpty(live[key])
          : has(live[key], value),
      )
    );
  }
  if (Array.isArray(wanted)) {
    return (
      Array.isArray(live) &&
      live.length === wanted.length &&
      wanted.every((value, index) => has(live[index], value))
    );
  }
  return live === wanted;
}

function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined) return true;
  if (Array.isArray(value)) return value.length === 0;
  return isFields(value) && Object.keys(value).length === 0;
}

/** A live object brought to what is wanted: what an earlier wish had and this one has not is taken out. */
export function brought(
  live: KubeObject | undefined,
  wanted: KubeObject,
  before: KubeObject | undefined,
): KubeObject {
  if (!live) return wanted;
  return {
    ...live,
    ...joined(live, wanted, before),
    metadata: {
      ...live.metadata,
      ...joined(live.metadata, wanted.metadata, before?.metadata),
      name: live.metadata.name,
    },
  };
}

function joined(live: Fields, wanted: Fields, before: unknown): Fields {
  const result: Fields = { ...live };
  for (const key of Object.keys(isFields(before) ? before : {}))
    if (!(key in wanted) && key !== 'status') delete result[key];
  for (const [key, value] of Object.entries(wanted)) {
    const here = live[key];
    result[key] =
      isFields(value) && isFields(here)
        ? joined(here, value, isFields(before) ? before[key] : undefined)
        : value;
  }
  return result;
}
