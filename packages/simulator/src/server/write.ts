import { IncomingMessage } from 'node:http';
import { resourceKey, ResourceType } from '../discovery/resource-type';
import {
  badRequest,
  invalid,
  methodNotAllowed,
  noSuchResource,
  notFound,
  unsupportedMediaType,
} from '../storage/api-error';
import {
  apiVersionOf,
  fieldsAt,
  isFields,
  KubeObject,
  textAt,
} from '../storage/object';
import { DeleteOptions, WriteOptions } from '../storage/objects';
import { Stored } from '../storage/stored';
import { Cluster } from './cluster';
import { jsonPatch, mergePatch, strategicMerge } from './patch';
import { mediaTypeOf, readBody, readObject, toObject } from './request-body';
import { ResourcePath } from './request-path';

export interface WriteCall {
  cluster: Cluster;
  type: ResourceType;
  path: ResourcePath;
  query: URLSearchParams;
  request: IncomingMessage;
}

export interface Written {
  code: number;
  object: Stored;
}

const patchTypes = {
  json: 'application/json-patch+json',
  merge: 'application/merge-patch+json',
  strategic: 'application/strategic-merge-patch+json',
  apply: 'application/apply-patch+yaml',
};

function optionsOf({ query, path, request }: WriteCall): WriteOptions {
  const agent = String(request.headers['user-agent'] ?? 'unknown').split(
    '/',
  )[0];
  return {
    manager: query.get('fieldManager') || agent,
    dryRun: query.get('dryRun') === 'All',
    part: path.subresource === 'status' ? 'status' : 'main',
  };
}

function checkSubresource({ path, type }: WriteCall): void {
  if (path.subresource && !(path.subresource === 'status' && type.hasStatus)) {
    throw noSuchResource();
  }
}

/** Objects are kept as they were written first; the version of the path is only how they are shown. */
function place(call: WriteCall, object: KubeObject): KubeObject {
  const { type, path } = call;
  const metadata = { ...object.metadata };
  if (
    type.namespaced &&
    metadata.namespace &&
    metadata.namespace !== path.namespace
  ) {
    throw badRequest(
      'the namespace of the provided object does not match the namespace sent on the request',
    );
  }
  if (type.namespaced) metadata.namespace = path.namespace;
  else delete metadata.namespace;
  if (path.name && !metadata.name) metadata.name = path.name;
  return { ...object, metadata };
}

function needNamespace({ cluster, type, path }: WriteCall): void {
  if (
    type.namespaced &&
    !cluster.storage.get('namespaces', path.namespace ?? '')
  ) {
    throw notFound({ group: '', plural: 'namespaces' }, path.namespace ?? '');
  }
}

function apiVersion({ type, path }: WriteCall): string {
  return apiVersionOf(type.group, path.version);
}

export async function create(call: WriteCall): Promise<Written> {
  const { cluster, type, path } = call;
  if (path.name || (type.namespaced && !path.namespace))
    throw methodNotAllowed();
  const object = await readObject(call.request, apiVersion(call), type.kind);
  needNamespace(call);
  const stored = cluster.objects.create(
    type,
    place(call, object),
    optionsOf(call),
  );
  return { code: 201, object: stored };
}

export async function replace(call: WriteCall): Promise<Written> {
  const { cluster, type, path } = call;
  checkSubresource(call);
  if (!path.name) throw methodNotAllowed();
  const object = await readObject(call.request, apiVersion(call), type.kind);
  const next = place(call, object);
  if (!type.builtin && !next.metadata.resourceVersion) {
    throw invalid({ group: type.group, kind: type.plural }, path.name, [
      {
        reason: 'FieldValueInvalid',
        message: 'Invalid value: 0: must be specified for an update',
        field: 'metadata.resourceVersion',
      },
    ]);
  }
  const options = optionsOf(call);
  const stored = cluster.objects.update(
    type,
    path.namespace,
    path.name,
    () => next,
    options,
  );
  return { code: 200, object: stored };
}

export async function patch(call: WriteCall): Promise<Written> {
  const { cluster, type, path, query } = call;
  checkSubresource(call);
  if (!path.name) throw methodNotAllowed();
  const form = mediaTypeOf(call.request);
  const accepted = Object.values(patchTypes).filter(
    media => media !== patchTypes.strategic || type.builtin,
  );
  if (!accepted.includes(form)) throw unsupportedMediaType(accepted);
  const options = optionsOf(call);
  const body = await readBody(call.request);
  if (form === patchTypes.apply) {
    if (!query.get('fieldManager')) {
      throw invalid({ group: 'meta.k8s.io', kind: 'PatchOptions' }, '', [
        {
          reason: 'FieldValueRequired',
          message: 'Required value: is required for apply patch',
          field: 'fieldManager',
        },
      ]);
    }
    if (!cluster.objects.find(type, path.namespace, path.name)) {
      if (!textAt(body, 'metadata', 'name')) {
        throw badRequest(
          `the name of the object (${path.name} based on URL) was undeterminable: name must be provided`,
        );
      }
      needNamespace(call);
      const object = place(call, toObject(body, apiVersion(call), type.kind));
      return {
        code: 201,
        object: cluster.objects.create(type, object, options),
      };
    }
  }
  const change = (current: KubeObject): KubeObject => {
    const shown = { ...current, apiVersion: apiVersion(call) };
    let next: unknown;
    if (form === patchTypes.json) next = jsonPatch(shown, body);
    else if (form === patchTypes.merge) next = mergePatch(shown, body);
    else next = strategicMerge(shown, body);
    // A patch is an optimistic lock only where it names a resourceVersion itself.
    return toObject(next, apiVersion(call), type.kind);
  };
  const stored = cluster.objects.update(
    type,
    path.namespace,
    path.name,
    change,
    options,
  );
  return { code: 200, object: stored };
}

async function deleteOptions({
  request,
  query,
}: WriteCall): Promise<DeleteOptions> {
  const body = await readBody(request);
  const preconditions = fieldsAt(body, 'preconditions');
  const dryRun =
    isFields(body) && Array.isArray(body.dryRun) && body.dryRun.includes('All');
  return {
    dryRun: dryRun || query.get('dryRun') === 'All',
    uid: textAt(preconditions, 'uid') || undefined,
    resourceVersion: textAt(preconditions, 'resourceVersion') || undefined,
    propagationPolicy:
      textAt(body, 'propagationPolicy') || query.get('propagationPolicy') || '',
  };
}

function removeOne(
  { cluster, type }: WriteCall,
  stored: Stored,
  options: DeleteOptions,
): { object: Stored; gone: boolean } {
  const { name, namespace, uid = '' } = stored.outline().metadata;
  if (options.propagationPolicy === 'Orphan')
    cluster.garbage.orphanDependentsOf(uid);
  const result = cluster.objects.remove(type, namespace, name, options);
  if (type.kind === 'Namespace' && !options.dryRun)
    cluster.garbage.emptyNamespace(name);
  return result;
}

/** A Status where the object is gone, the marked object where something still holds it. */
export async function remove(
  call: WriteCall,
): Promise<{ code: number; body: Stored | string }> {
  const { cluster, type, path } = call;
  if (!path.name || path.subresource) throw methodNotAllowed();
  const options = await deleteOptions(call);
  const stored = cluster.objects.get(type, path.namespace, path.name);
  const { object, gone } = removeOne(call, stored, options);
  if (!gone) return { code: 200, body: object };
  const status = {
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Success',
    details: {
      name: path.name,
      ...(type.group && { group: type.group }),
      kind: type.plural,
      uid: stored.outline().metadata.uid,
    },
  };
  return { code: 200, body: JSON.stringify(status) };
}

/** Removes what a list with the same options would show. */
export async function removeAll(
  call: WriteCall,
  rows: readonly Stored[],
): Promise<void> {
  const options = await deleteOptions(call);
  const resource = resourceKey(call.type);
  for (const row of rows) {
    if (call.cluster.storage.get(resource, row.key))
      removeOne(call, row, options);
  }
}
