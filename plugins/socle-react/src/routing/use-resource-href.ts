import { useRouteRef } from '@backstage/frontend-plugin-api';
import {
  groupOf,
  ResourceRef,
  versionOf,
} from '@socle/backstage-plugin-socle-common';
import { useCallback } from 'react';
import { resourceRouteRef } from './route-refs';

/**
 * The parameters of a route whose path ends in the parts of a ref path.
 * @public
 */
export function refParams(ref: ResourceRef) {
  return {
    cluster: ref.cluster,
    group: groupOf(ref.apiVersion) || 'core',
    version: versionOf(ref.apiVersion),
    kind: ref.kind,
    namespace: ref.namespace || '_',
    name: ref.name,
  };
}

/**
 * Writes the address of a resource's page; undefined where the plugin `socle` is not installed.
 * @public
 */
export function useResourceHref(): (ref: ResourceRef) => string | undefined {
  const route = useRouteRef(resourceRouteRef);
  return useCallback((ref: ResourceRef) => route?.(refParams(ref)), [route]);
}
