import { ApiError, badRequest } from '../storage/api-error';
import { Fields, isFields } from '../storage/object';
import { sameJson } from '../storage/same-json';

/** RFC 7386: null removes, objects merge, everything else replaces. */
export function mergePatch(target: unknown, patch: unknown): unknown {
  if (!isFields(patch)) return patch;
  const result: Fields = isFields(target) ? { ...target } : {};
  for (const [field, value] of Object.entries(patch)) {
    if (value === null) delete result[field];
    else result[field] = mergePatch(result[field], value);
  }
  return result;
}

/** Merge keys of the lists in Kubernetes' own kinds. */
const mergeKeys: Record<string, string[]> = {
  containers: ['name'],
  initContainers: ['name'],
  ephemeralContainers: ['name'],
  env: ['name'],
  volumes: ['name'],
  volumeMounts: ['mountPath'],
  ports: ['containerPort', 'port'],
  conditions: ['type'],
  ownerReferences: ['uid'],
  imagePullSecrets: ['name'],
  taints: ['key'],
  addresses: ['type'],
  hostAliases: ['ip'],
};

function mergeLists(
  target: unknown[],
  patch: unknown[],
  field: string,
): unknown[] {
  if (field === 'finalizers') return [...new Set([...target, ...patch])];
  const items = patch.filter(isFields);
  const key = mergeKeys[field]?.find(name => items.some(item => name in item));
  if (!key || items.length !== patch.length) return patch;
  if (items.some(item => item.$patch === 'replace')) {
    return items.filter(item => item.$patch !== 'replace');
  }
  const result = [...target];
  for (const item of items) {
    const place = result.findIndex(
      other => isFields(other) && other[key] === item[key],
    );
    if (item.$patch === 'delete') {
      if (place >= 0) result.splice(place, 1);
    } else if (place >= 0) result[place] = strategicMerge(result[place], item);
    else result.push(strategicMerge({}, item));
  }
  return result;
}

/** A merge in which lists of known merge keys are merged item by item; also how server-side apply adds. */
export function strategicMerge(target: unknown, patch: unknown): unknown {
  if (!isFields(patch)) return patch;
  if (patch.$patch === 'replace') {
    const { $patch: _directive, ...replacement } = patch;
    return replacement;
  }
  const result: Fields = isFields(target) ? { ...target } : {};
  for (const [field, value] of Object.entries(patch)) {
    if (field === '$patch' || field.startsWith('$setElementOrder/')) continue;
    const present = result[field];
    if (field.startsWith('$deleteFromPrimitiveList/') && Array.isArray(value)) {
      const list = field.slice('$deleteFromPrimitiveList/'.length);
      const items = result[list];
      if (Array.isArray(items))
        result[list] = items.filter(item => !value.includes(item));
    } else if (value === null) delete result[field];
    else if (Array.isArray(value) && Array.isArray(present)) {
      result[field] = mergeLists(present, value, field);
    } else result[field] = strategicMerge(present, value);
  }
  return result;
}

/** Says no more than the real server does. */
const rejected = () =>
  new ApiError(
    422,
    'Invalid',
    'the server rejected our request due to an error in our request',
    {},
  );

type Parent = { [step: string]: unknown } | unknown[];

function isParent(value: unknown): value is Parent {
  return typeof value === 'object' && value !== null;
}

function stepsOf(pointer: unknown): string[] {
  if (
    typeof pointer !== 'string' ||
    (pointer !== '' && !pointer.startsWith('/'))
  ) {
    throw badRequest(`json patch: "${String(pointer)}" is not a JSON pointer`);
  }
  return pointer
    .split('/')
    .slice(1)
    .map(step => step.replace(/~1/g, '/').replace(/~0/g, '~'));
}

function child(parent: Parent, step: string): unknown {
  if (Array.isArray(parent)) return parent[Number(step)];
  return Object.hasOwn(parent, step) ? parent[step] : undefined;
}

function find(document: unknown, steps: string[]): unknown {
  let here = document;
  for (const step of steps) {
    const next = isParent(here) ? child(here, step) : undefined;
    if (next === undefined) throw rejected();
    here = next;
  }
  return here;
}

function put(
  document: unknown,
  steps: string[],
  value: unknown,
  insert: boolean,
): unknown {
  if (steps.length === 0) return value;
  const parent = find(document, steps.slice(0, -1));
  const last = steps[steps.length - 1];
  if (Array.isArray(parent)) {
    const place = last === '-' ? parent.length : Number(last);
    if (!Number.isInteger(place) || place < 0 || place > parent.length) {
      throw rejected();
    }
    parent.splice(place, insert ? 0 : 1, value);
  } else if (isFields(parent)) {
    // `__proto__` would change the object's prototype rather than set a field.
    Object.defineProperty(parent, last, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  } else throw rejected();
  return document;
}

function remove(document: unknown, steps: string[]): unknown {
  find(document, steps);
  const parent = find(document, steps.slice(0, -1));
  const last = steps[steps.length - 1];
  if (Array.isArray(parent)) parent.splice(Number(last), 1);
  else if (isFields(parent)) delete parent[last];
  return document;
}

/** RFC 6902. Changes `document`. */
export function jsonPatch(document: unknown, operations: unknown): unknown {
  if (!Array.isArray(operations))
    throw badRequest('json patch: the body is not a list');
  let result = document;
  for (const operation of operations.filter(isFields)) {
    const steps = stepsOf(operation.path);
    const { op, value } = operation;
    if (op === 'add') result = put(result, steps, value, true);
    else if (op === 'remove') result = remove(result, steps);
    else if (op === 'replace') {
      find(result, steps);
      result = put(result, steps, value, false);
    } else if (op === 'test') {
      if (!sameJson(find(result, steps), value)) {
        throw rejected();
      }
    } else if (op === 'copy' || op === 'move') {
      const from = stepsOf(operation.from);
      const moved = structuredClone(find(result, from));
      if (op === 'move') result = remove(result, from);
      result = put(result, steps, moved, true);
    } else throw badRequest(`json patch: unknown operation ${String(op)}`);
  }
  return result;
}
