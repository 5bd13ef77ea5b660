import { isObject, objectAt, RawObject, stringAt } from '../reading/raw';

/**
 * What tells two objects of a probe apart: apiVersion, kind, namespace and name.
 * @public
 */
export function probedIdentity(raw: RawObject): string {
  return [
    stringAt(raw, 'apiVersion') ?? '',
    stringAt(raw, 'kind') ?? '',
    stringAt(raw, 'metadata', 'namespace') ?? '',
    stringAt(raw, 'metadata', 'name') ?? '',
  ].join('/');
}

/**
 * Makes one object of those of the same kind and name, their `spec` and `status` laid over each other field by field;
 * the later one wins where both give a field. A field that is undefined takes nothing away.
 * @public
 */
export function mergeProbed(objects: Iterable<RawObject>): RawObject[] {
  const merged = new Map<string, RawObject>();
  for (const object of objects) {
    const identity = probedIdentity(object);
    const before = merged.get(identity);
    merged.set(identity, before ? laidOver(before, object) : object);
  }
  return [...merged.values()];
}

function laidOver(below: RawObject, above: RawObject): RawObject {
  return {
    ...below,
    ...parts(below, above, 'metadata'),
    ...parts(below, above, 'spec'),
    ...parts(below, above, 'status'),
  };
}

function parts(below: RawObject, above: RawObject, part: string): RawObject {
  if (!isObject(below[part]) && !isObject(above[part])) {
    return {};
  }
  const fields = { ...objectAt(below, part) };
  for (const [name, value] of Object.entries(objectAt(above, part))) {
    // Setting this one would not make a field, but say what the object inherits.
    if (value !== undefined && name !== '__proto__') {
      fields[name] = value;
    }
  }
  return { [part]: fields };
}
