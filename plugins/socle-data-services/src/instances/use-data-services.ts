import { useApi } from '@backstage/frontend-plugin-api';
import {
  DataServiceItem,
  ListAnswer,
} from '@socle/backstage-plugin-socle-common';
import {
  Live,
  ResourceSource,
  SocleApi,
  socleApiRef,
  useLive,
} from '@socle/backstage-plugin-socle-react';
import { useMemo } from 'react';

const PAGE = 1_000;
const MOST_PAGES = 5;

/** All data services of a cluster, or of all, for what is said of them together. */
export function useDataServices(
  cluster: string | undefined,
): Live<ListAnswer<DataServiceItem>> {
  const api = useApi(socleApiRef);
  return useLive({
    key: `data services ${cluster}`,
    load: signal => readAll(api, cluster, signal),
  });
}

/** The source of the tables of data services. */
export function useDataServicesSource(): ResourceSource {
  const api = useApi(socleApiRef);
  return useMemo(
    () => ({
      exportView: 'data-services',
      load: (query, options) => api.getDataServices(query, options),
    }),
    [api],
  );
}

/** Page by page, up to 5 000; `total` says how many there are. */
async function readAll(
  api: SocleApi,
  cluster: string | undefined,
  signal: AbortSignal,
): Promise<ListAnswer<DataServiceItem>> {
  const page = (offset: number) =>
    api.getDataServices(
      {
        ...(cluster ? { cluster: [cluster] } : {}),
        sort: 'name',
        limit: PAGE,
        offset,
      },
      { signal },
    );
  const first = await page(0);
  const items = [...first.items];
  for (
    let read = 1;
    items.length < first.total && read < MOST_PAGES;
    read += 1
  ) {
    const next = await page(items.length);
    if (next.items.length === 0) {
      break;
    }
    items.push(...next.items);
  }
  return { ...first, items };
}
