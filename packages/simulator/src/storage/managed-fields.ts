import { Fields, isFields, KubeObject, timestamp } from './object';

/** Lists that are merged by key in Kubernetes' own kinds; every other list is owned as a whole. */
const listKeys: Record<string, string> = {
  containers: 'name',
  initContainers: 'name',
  env: 'name',
  volumes: 'name',
  volumeMounts: 'mountPath',
  conditions: 'type',
  ownerReferences: 'uid',
  imagePullSecrets: 'name',
};

/** Written by the server itself, and so owned by nobody. */
const serverFields = new Set([
  'name',
  'namespace',
  'uid',
  'resourceVersion',
  'generation',
  'creationTimestamp',
  'deletionTimestamp',
  'deletionGracePeriodSeconds',
  'managedFields',
]);

function tree(value: unknown, name: string): Fields {
  if (isFields(value)) {
    const nested = Object.entries(value).map(([field, inner]) => [
      `f:${field}`,
      tree(inner, field),
    ]);
    return Object.fromEntries([['.', {}], ...nested]);
  }
  const key = listKeys[name];
  if (
    Array.isArray(value) &&
    key &&
    value.every(item => isFields(item) && key in item)
  ) {
    return Object.fromEntries([
      ['.', {}],
      ...value.map(item => [
        `k:${JSON.stringify({ [key]: item[key] })}`,
        tree(item, ''),
      ]),
    ]);
  }
  return {};
}

/** The FieldsV1 of the parts of an object; `status` apart from the rest, since another manager writes it. */
export function fieldsOf(object: KubeObject, part: 'main' | 'status'): Fields {
  const fields: Fields = {};
  for (const [field, value] of Object.entries(object)) {
    if (field === 'apiVersion' || field === 'kind') continue;
    if ((field === 'status') !== (part === 'status')) continue;
    if (field === 'metadata') {
      const owned = Object.entries(object.metadata).filter(
        ([name]) => !serverFields.has(name),
      );
      if (owned.length > 0) {
        fields['f:metadata'] = Object.fromEntries(
          owned.map(([name, inner]) => [`f:${name}`, tree(inner, name)]),
        );
      }
    } else {
      const owned = tree(value, field);
      // The roots of spec, data and status are owned by all who own something in them.
      if (field !== 'data') delete owned['.'];
      fields[`f:${field}`] = owned;
    }
  }
  return fields;
}

function without(fields: Fields, owned: Fields): Fields {
  const left: Fields = {};
  for (const [name, inner] of Object.entries(fields)) {
    if (!(name in owned)) left[name] = inner;
    else if (
      isFields(inner) &&
      isFields(owned[name]) &&
      Object.keys(inner).length > 0
    ) {
      const rest = without(inner, owned[name]);
      if (Object.keys(rest).length > 0) left[name] = rest;
    }
  }
  return left;
}

/** Keeps of an old entry what the object still has. */
function pruned(owned: Fields, present: Fields): Fields {
  const kept: Fields = {};
  for (const [name, inner] of Object.entries(owned)) {
    const there = present[name];
    if (!isFields(inner) || name === '.') kept[name] = inner;
    else if (isFields(there)) {
      // A whole that is not looked into here may be owned in parts there.
      kept[name] = Object.keys(there).length > 0 ? pruned(inner, there) : inner;
    }
  }
  return kept;
}

function merged(a: Fields, b: Fields): Fields {
  const both: Fields = { ...a };
  for (const [name, inner] of Object.entries(b)) {
    const other = both[name];
    both[name] =
      isFields(other) && isFields(inner) ? merged(other, inner) : inner;
  }
  return both;
}

/**
 * `metadata.managedFields` after a write by `manager`: entries that came with the object stay, what it no longer has
 * leaves them, and what nobody owned belongs to the writer. Key names of a Secret are read from here (`f:data`).
 */
export function managedFieldsAfter(
  object: KubeObject,
  manager: string,
  now: number,
): unknown[] {
  const entries = (object.metadata.managedFields ?? []).filter(isFields);
  const next: Fields[] = [];
  for (const part of ['main', 'status'] as const) {
    const present = fieldsOf(object, part);
    let unowned = present;
    const kept = entries
      .filter(entry => (entry.subresource === 'status') === (part === 'status'))
      .map(entry => {
        const fieldsV1 = isFields(entry.fieldsV1) ? entry.fieldsV1 : {};
        // Many operators write status without the subresource; their entries hold both parts.
        const whole =
          part === 'main'
            ? merged(present, fieldsOf(object, 'status'))
            : present;
        return { ...entry, fieldsV1: pruned(fieldsV1, whole) };
      });
    for (const entry of kept) unowned = without(unowned, entry.fieldsV1);
    if (part === 'status')
      for (const entry of next)
        unowned = without(unowned, entry.fieldsV1 as Fields);
    if (Object.keys(unowned).length > 0) {
      const mine = kept.find(
        entry => 'manager' in entry && entry.manager === manager,
      );
      if (mine) mine.fieldsV1 = merged(mine.fieldsV1, unowned);
      else {
        kept.push({
          manager,
          operation: 'Update',
          apiVersion: object.apiVersion,
          time: timestamp(now),
          fieldsType: 'FieldsV1',
          fieldsV1: unowned,
          ...(part === 'status' && { subresource: 'status' }),
        } as Fields & { fieldsV1: Fields });
      }
    }
    next.push(...kept.filter(entry => Object.keys(entry.fieldsV1).length > 0));
  }
  return next;
}
