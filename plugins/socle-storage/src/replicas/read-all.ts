import { ListAnswer } from '@socle/backstage-plugin-socle-common';
import {
  ListedResource,
  ResourceQuery,
  SocleApi,
} from '@socle/backstage-plugin-socle-react';

const PAGE = 1_000;
const MOST_PAGES = 5;

/** Reads a list page by page, up to 5 000 rows; `total` says how many there are. */
export async function readAll(
  api: SocleApi,
  query: ResourceQuery,
  signal: AbortSignal,
): Promise<ListAnswer<ListedResource>> {
  const first = await api.getResources(
    { ...query, limit: PAGE, offset: 0 },
    { signal },
  );
  const items = [...first.items];
  for (
    let page = 1;
    items.length < first.total && page < MOST_PAGES;
    page += 1
  ) {
    const next = await api.getResources(
      { ...query, limit: PAGE, offset: page * PAGE },
      { signal },
    );
    if (next.items.length === 0) {
      break;
    }
    items.push(...next.items);
  }
  return { ...first, items };
}
