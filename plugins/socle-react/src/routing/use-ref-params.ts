import { ResourceRef } from '@socle/backstage-plugin-socle-common';
import { useMemo } from 'react';
import { useParams } from 'react-router-dom';

/** @public The path that {@link useRefParams} reads, below a page's own. */
export const REF_PATH_PATTERN =
  ':cluster/:group/:version/:kind/:namespace/:name';

/**
 * The resource that the address names; undefined where it names none.
 * @public
 */
export function useRefParams(): ResourceRef | undefined {
  const { cluster, group, version, kind, namespace, name } = useParams();
  return useMemo(
    () =>
      cluster && group && version && kind && namespace && name
        ? {
            cluster,
            apiVersion: group === 'core' ? version : `${group}/${version}`,
            kind,
            ...(namespace === '_' ? {} : { namespace }),
            name,
          }
        : undefined,
    [cluster, group, version, kind, namespace, name],
  );
}
