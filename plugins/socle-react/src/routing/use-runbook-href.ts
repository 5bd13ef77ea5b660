import {
  configApiRef,
  useApi,
  useRouteRef,
} from '@backstage/frontend-plugin-api';
import { useCallback } from 'react';
import { runbooksRouteRef } from './route-refs';

/** A full entity ref; the configuration gives no other. */
const ENTITY_REF = /^([^:/]+):([^:/]+)\/([^:/]+)$/;

/**
 * Writes the address of a runbook below the documentation of the entity `socle.runbooks.entityRef`;
 * undefined where TechDocs is not installed.
 * @public
 */
export function useRunbookHref(): (runbook: string) => string | undefined {
  const config = useApi(configApiRef);
  const route = useRouteRef(runbooksRouteRef);
  const entityRef =
    config.getOptionalString('socle.runbooks.entityRef') ??
    'component:default/socle';
  return useCallback(
    (runbook: string) => {
      if (!route) {
        return undefined;
      }
      const [, kind, namespace, name] = ENTITY_REF.exec(entityRef) ?? [];
      if (!name) {
        return undefined;
      }
      return `${route({ kind, namespace, name })}/${runbook}`;
    },
    [route, entityRef],
  );
}
