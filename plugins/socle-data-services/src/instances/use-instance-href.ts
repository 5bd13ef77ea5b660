import { useRouteRef } from '@backstage/frontend-plugin-api';
import { ResourceRef } from '@socle/backstage-plugin-socle-common';
import { refParams } from '@socle/backstage-plugin-socle-react';
import { useCallback } from 'react';
import { instanceRouteRef } from '../route-refs';

/** Writes the address of an instance's chain. */
export function useInstanceHref(): (ref: ResourceRef) => string | undefined {
  const route = useRouteRef(instanceRouteRef);
  return useCallback((ref: ResourceRef) => route?.(refParams(ref)), [route]);
}
