import { randomUUID } from 'node:crypto';
import { sameJson } from './same-json';
import { resourceKey, ResourceType } from '../discovery/resource-type';
import {
  alreadyExists,
  ApiError,
  badRequest,
  conflict,
  invalid,
  notFound,
  objectModified,
} from './api-error';
import { managedFieldsAfter } from './managed-fields';
import { copyOf, KubeObject, timestamp } from './object';
import { Storage } from './storage';
import { keyOf, Stored, StoredObject } from './stored';

export interface WriteOptions {
  manager?: string;
  dryRun?: boolean;
  /** Which part the write may change; `all` is for the simulator's own hands. */
  part?: 'main' | 'status' | 'all';
}

export interface DeleteOptions {
  dryRun?: boolean;
  uid?: string;
  resourceVersion?: string;
  propagationPolicy?: string;
}

const subdomain =
  /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
/** Names of roles are only path segments. */
const segment = /^(?!\.{1,2}$)[^/%]+$/;

/** Writes with the rules of an API server: identity, optimistic locks, generations, status apart, finalizers. */
export class Objects {
  constructor(readonly storage: Storage, private readonly now: () => number) {}

  find(
    type: ResourceType,
    namespace: string | undefined,
    name: string,
  ): Stored | undefined {
    return this.storage.get(resourceKey(type), keyOf(namespace, name));
  }

  get(type: ResourceType, namespace: string | undefined, name: string): Stored {
    const found = this.find(type, namespace, name);
    if (!found) throw notFound(type, name);
    return found;
  }

  create(
    type: ResourceType,
    given: KubeObject,
    options: WriteOptions = {},
  ): Stored {
    const object = copyOf(given);
    const { metadata } = object;
    const byHand = options.part === 'all';
    if (!metadata.name && metadata.generateName) {
      metadata.name =
        metadata.generateName + randomUUID().replace(/-/g, '').slice(0, 5);
    }
    if (!metadata.name) {
      throw invalid(type, '', [
        {
          reason: 'FieldValueRequired',
          message: 'Required value: name or generateName is required',
          field: 'metadata.name',
        },
      ]);
    }
    const form =
      type.group === 'rbac.authorization.k8s.io' ? segment : subdomain;
    if (!form.test(metadata.name) && !byHand) {
      throw invalid(type, metadata.name, [
        {
          reason: 'FieldValueInvalid',
          message: `Invalid value: "${metadata.name}": a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')`,
          field: 'metadata.name',
        },
      ]);
    }
    if (metadata.resourceVersion && !byHand) {
      throw new ApiError(
        500,
        '',
        'resourceVersion should not be set on objects to be created',
      );
    }
    if (this.find(type, metadata.namespace, metadata.name)) {
      throw alreadyExists(type, metadata.name);
    }
    if (!byHand) {
      delete metadata.uid;
      delete metadata.creationTimestamp;
      delete metadata.generation;
      delete metadata.deletionTimestamp;
      if (type.hasStatus && type.kind !== 'Namespace') delete object.status;
    }
    metadata.uid ??= randomUUID();
    metadata.creationTimestamp ??= timestamp(this.now());
    if (type.hasGeneration) metadata.generation ??= 1;
    return this.store(type, object, options);
  }

  /** `change` gets a copy of the current object and returns the next one. */
  update(
    type: ResourceType,
    namespace: string | undefined,
    name: string,
    change: (current: KubeObject) => KubeObject,
    options: WriteOptions = {},
  ): Stored {
    const stored = this.get(type, namespace, name);
    const before = stored.read();
    const next = change(copyOf(before));
    const { metadata } = next;
    const part = options.part ?? 'main';
    if (
      metadata.name !== name ||
      (metadata.namespace ?? namespace) !== namespace
    ) {
      throw badRequest(
        `the name of the object (${metadata.name}) does not match the name on the URL (${name})`,
      );
    }
    const asked = metadata.resourceVersion;
    if (asked && asked !== '0' && asked !== before.metadata.resourceVersion) {
      throw objectModified(type, name);
    }
    if (
      part !== 'all' &&
      metadata.uid &&
      metadata.uid !== before.metadata.uid
    ) {
      throw conflict(
        type,
        name,
        `Precondition failed: UID in precondition: ${metadata.uid}, UID in object meta: ${before.metadata.uid}`,
      );
    }
    // Whoever writes has no say in these.
    if (part !== 'all') {
      next.apiVersion = before.apiVersion;
      next.metadata = {
        ...(part === 'status' ? copyOf(before.metadata) : metadata),
        deletionTimestamp: before.metadata.deletionTimestamp,
        deletionGracePeriodSeconds: before.metadata.deletionGracePeriodSeconds,
        generation: before.metadata.generation,
        creationTimestamp: before.metadata.creationTimestamp,
        managedFields: metadata.managedFields ?? before.metadata.managedFields,
      };
    }
    next.metadata.namespace = before.metadata.namespace;
    next.metadata.uid = before.metadata.uid;
    next.metadata.resourceVersion = before.metadata.resourceVersion;
    next.metadata.creationTimestamp ??= before.metadata.creationTimestamp;
    next.metadata.managedFields ??= before.metadata.managedFields;
    const given = next.metadata.generation ?? before.metadata.generation;
    if (part === 'main' && type.hasStatus) keepStatus(next, before);
    const written = withoutUndefined(
      part === 'status' ? { ...copyOf(before), ...statusOf(next) } : next,
    );
    if (given !== before.metadata.generation) {
      written.metadata.generation = given;
    } else if (
      type.hasGeneration &&
      !sameSpecification(before, written, type.hasStatus)
    ) {
      written.metadata.generation = (before.metadata.generation ?? 0) + 1;
    } else if (type.hasGeneration) {
      written.metadata.generation = before.metadata.generation;
    }
    // The same once more makes no new revision and no event.
    if (sameJson(written, before)) return stored;
    const result = this.store(type, written, options);
    const { deletionTimestamp, deletionGracePeriodSeconds, finalizers } =
      written.metadata;
    // A pod in its grace period waits for its kubelet.
    const gone =
      deletionTimestamp && !deletionGracePeriodSeconds && !finalizers?.length;
    if (gone && !options.dryRun) {
      return this.storage.remove(resourceKey(type), stored.key) ?? result;
    }
    return result;
  }

  /** Gone, or only marked where finalizers hold it back. */
  remove(
    type: ResourceType,
    namespace: string | undefined,
    name: string,
    options: DeleteOptions = {},
  ): { object: Stored; gone: boolean } {
    const stored = this.get(type, namespace, name);
    const object = copyOf(stored.read());
    const { uid, resourceVersion } = object.metadata;
    const { group, kind } = type;
    if (options.uid && options.uid !== uid) {
      const why = `the UID in the precondition (${options.uid}) does not match the UID in record (${uid}). The object might have been deleted and then recreated`;
      throw conflict({ group, plural: kind }, name, why);
    }
    if (
      options.resourceVersion &&
      options.resourceVersion !== resourceVersion
    ) {
      const why = `the ResourceVersion in the precondition (${options.resourceVersion}) does not match the ResourceVersion in record (${resourceVersion}). The object might have been modified`;
      throw conflict({ group, plural: kind }, name, why);
    }
    if (!object.metadata.finalizers?.length) {
      if (options.dryRun) return { object: stored, gone: true };
      return {
        object: this.storage.remove(resourceKey(type), stored.key) ?? stored,
        gone: true,
      };
    }
    if (object.metadata.deletionTimestamp || options.dryRun)
      return { object: stored, gone: false };
    object.metadata.deletionTimestamp = timestamp(this.now());
    object.metadata.deletionGracePeriodSeconds = 0;
    if (type.hasGeneration)
      object.metadata.generation = (object.metadata.generation ?? 0) + 1;
    return { object: this.storage.put(resourceKey(type), object), gone: false };
  }

  private store(
    type: ResourceType,
    object: KubeObject,
    options: WriteOptions,
  ): Stored {
    const managed = managedFieldsAfter(
      object,
      options.manager ?? 'kubectl-client-side-apply',
      this.now(),
    );
    if (managed.length > 0) object.metadata.managedFields = managed;
    else delete object.metadata.managedFields;
    if (options.dryRun) return new StoredObject(object);
    return this.storage.put(resourceKey(type), object);
  }
}

function statusOf(object: KubeObject): { status?: unknown } {
  return 'status' in object ? { status: object.status } : {};
}

function keepStatus(next: KubeObject, before: KubeObject): void {
  if ('status' in before) next.status = before.status;
  else delete next.status;
}

function withoutUndefined(object: KubeObject): KubeObject {
  for (const [field, value] of Object.entries(object.metadata)) {
    if (value === undefined) delete object.metadata[field];
  }
  return object;
}

function sameSpecification(
  a: KubeObject,
  b: KubeObject,
  statusApart: boolean,
): boolean {
  const specification = ({
    metadata: _metadata,
    status,
    ...rest
  }: KubeObject) => (statusApart ? rest : { ...rest, status });
  return sameJson(specification(a), specification(b));
}
