import { Meta, OwnerReference } from '../definition/resource';
import {
  booleanAt,
  isObject,
  numberAt,
  objectAt,
  objectsAt,
  RawObject,
  stringAt,
  stringsAt,
} from './raw';
import { timeAt } from './times';

/**
 * The part of the metadata that every kind keeps. An object without uid and resourceVersion was read from Git.
 * @public
 */
export function readMeta(raw: RawObject): Meta {
  const metadata = objectAt(raw, 'metadata');
  const status = objectAt(raw, 'status');
  const live =
    stringAt(metadata, 'uid') !== undefined ||
    stringAt(metadata, 'resourceVersion') !== undefined;
  const meta: Meta = {
    name:
      stringAt(metadata, 'name') ?? stringAt(metadata, 'generateName') ?? '',
    hasStatus: hasKeys(status),
    origin: live ? 'live' : 'git',
  };
  // Only what is there is kept: these objects stay in memory by the ten thousand.
  const namespace = stringAt(metadata, 'namespace');
  if (namespace) meta.namespace = namespace;
  const uid = stringAt(metadata, 'uid');
  if (uid) meta.uid = uid;
  const created = timeAt(metadata, 'creationTimestamp');
  if (created !== undefined) meta.created = created;
  const deleting = timeAt(metadata, 'deletionTimestamp');
  if (deleting !== undefined) {
    meta.deleting = deleting;
    meta.deletionGraceSeconds = numberAt(
      metadata,
      'deletionGracePeriodSeconds',
    );
    meta.finalizers = stringsAt(metadata, 'finalizers');
  }
  const generation = numberAt(metadata, 'generation');
  const observed = numberAt(status, 'observedGeneration');
  if (generation !== undefined) {
    const told = observed ?? newestObserved(status);
    if (told !== undefined) {
      meta.generation = generation;
      meta.observedGeneration = told;
      if (observed === undefined) meta.observedByConditions = true;
    }
  }
  const owners = objectsAt(metadata, 'ownerReferences');
  if (owners.length > 0) {
    meta.owners = owners.map(readOwner);
  }
  return meta;
}

function hasKeys(of: RawObject): boolean {
  for (const key in of) {
    if (Object.hasOwn(of, key)) return true;
  }
  return false;
}

/** Where the status does not say it as a whole: the newest that a condition speaks of. */
function newestObserved(status: RawObject): number | undefined {
  let newest: number | undefined;
  for (const condition of objectsAt(status, 'conditions')) {
    const observed = numberAt(condition, 'observedGeneration');
    if (observed !== undefined && observed > (newest ?? 0)) newest = observed;
  }
  return newest;
}

function readOwner(owner: RawObject): OwnerReference {
  const apiVersion = stringAt(owner, 'apiVersion') ?? '';
  const kind = stringAt(owner, 'kind') ?? '';
  const name = stringAt(owner, 'name') ?? '';
  const uid = stringAt(owner, 'uid') ?? '';
  return booleanAt(owner, 'controller')
    ? { apiVersion, kind, name, uid, controller: true }
    : { apiVersion, kind, name, uid };
}

/** @public Whether something is an object of the Kubernetes API: it has apiVersion, kind and metadata. */
export function isKubernetesObject(value: unknown): value is RawObject {
  return (
    isObject(value) &&
    stringAt(value, 'apiVersion') !== undefined &&
    stringAt(value, 'kind') !== undefined
  );
}
