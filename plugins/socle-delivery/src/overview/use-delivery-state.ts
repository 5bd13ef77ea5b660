import { Incident } from '@socle/backstage-plugin-socle-common';
import { AreaState, useAreaState } from '@socle/backstage-plugin-socle-react';
import { useMemo } from 'react';

/** The two areas that this plugin is about. */
export type DeliveryArea = 'delivery' | 'secrets';

/** Keeps the state of an area up to date; what began in the area itself is told first. */
export function useDeliveryState(
  area: DeliveryArea,
  cluster: string | undefined,
): AreaState {
  const state = useAreaState(area, cluster);
  const broken = useMemo(
    () => ownFirst(area, state.broken),
    [area, state.broken],
  );
  return { ...state, broken };
}

/** Those whose root is in the area, then those that reach it from elsewhere. */
export function ownFirst(
  area: DeliveryArea,
  incidents: readonly Incident[],
): Incident[] {
  return [
    ...incidents.filter(one => one.area === area),
    ...incidents.filter(one => one.area !== area),
  ];
}
