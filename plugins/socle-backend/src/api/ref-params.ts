import { InputError } from '@backstage/errors';
import {
  parseRefPath,
  ResourceRef,
} from '@socle/backstage-plugin-socle-common';
import { Request } from 'express';

/** The resource that the parameter `ref` names. */
export function refParam(params: Request['query']): ResourceRef {
  const given = [params.ref ?? []].flat()[0];
  const ref = typeof given === 'string' ? parseRefPath(given) : undefined;
  if (!ref) {
    throw new InputError(
      'ref must be cluster/group/version/kind/namespace/name, with "core" for the core group and "_" for no namespace',
    );
  }
  return ref;
}

/** The resource that the path names. */
export function pathRef(request: Request): ResourceRef {
  const { cluster, group, version, kind, namespace, name } = request.params;
  return {
    cluster,
    apiVersion: group === 'core' ? version : `${group}/${version}`,
    kind,
    ...(namespace === '_' ? {} : { namespace }),
    name,
  };
}
