import { useApi } from '@backstage/frontend-plugin-api';
import {
  isAllRead,
  Live,
  ListedResource,
  socleApiRef,
  useLive,
} from '@socle/backstage-plugin-socle-react';

/** Enough for what a form lists; more would be no list to choose from. */
const MOST = 500;

/** Resources of a kind, and whether they are all there are. */
export interface LiveResources {
  items: ListedResource[];
  complete: boolean;
}

/** Resources of a kind as the clusters have them now. */
export function useLiveResources(
  kind: string,
  cluster?: string,
): Live<LiveResources> {
  const api = useApi(socleApiRef);
  return useLive({
    key: `${kind} ${cluster ?? ''}`,
    load: async signal => {
      const { items, total, sources } = await api.getResources(
        { kind: [kind], cluster: cluster ? [cluster] : [], limit: MOST },
        { signal },
      );
      return { items, complete: total <= items.length && isAllRead(sources) };
    },
  });
}
