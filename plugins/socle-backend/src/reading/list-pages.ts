import { ApiStatusError } from './api-error';
import { bodyOf, ReadingLimits } from './answer';
import { Clock } from './clock';
import { ClusterConnection } from './connection';
import { KindParser, Page } from './kind-parser';
import { KindTarget } from './kind-sink';
import { acceptOf, resourcePath } from './resource-path';
import { Slots } from './slots';

export interface Listing {
  connection: ClusterConnection;
  clock: Clock;
  target: KindTarget;
  parser: KindParser;
  /** Objects per page. */
  pageSize: number;
  limits: ReadingLimits;
  /** Bounds how many pages are read at once. */
  slots: Slots;
  signal: AbortSignal;
}

/** How often a list whose continue token expired is begun again, with pages twice as large, before giving up. */
const RESTARTS = 3;

/**
 * Lists a kind page by page and resolves with the resourceVersion to watch from. `begin` is called before the first
 * page, again where the list has to be begun anew: pages of two snapshots must not be mixed, as what changed between
 * them would be told by neither.
 */
export async function listPages(
  listing: Listing,
  begin: () => void,
  onPage: (page: Page) => void,
): Promise<string> {
  for (let restart = 0; ; restart++) {
    try {
      return await listOnce(listing, 2 ** restart, begin, onPage);
    } catch (error) {
      const expired = error instanceof ApiStatusError && error.expired;
      if (!expired || restart >= RESTARTS) {
        throw error;
      }
    }
  }
}

async function listOnce(
  { connection, clock, target, parser, limits, ...of }: Listing,
  factor: number,
  begin: () => void,
  onPage: (page: Page) => void,
): Promise<string> {
  let token: string | undefined;
  for (let first = true; ; first = false) {
    const after = token;
    const page = await of.slots.run(async () => {
      of.signal.throwIfAborted();
      const response = await connection.request(resourcePath(target), {
        accept: acceptOf(target, 'list'),
        query: {
          limit: of.pageSize * factor,
          continue: after,
          fieldSelector: target.fieldSelector,
          labelSelector: target.labelSelector,
        },
        signal: of.signal,
      });
      return parser.page(await bodyOf(response, clock, limits, of.signal));
    });
    of.signal.throwIfAborted();
    if (first) {
      begin();
    }
    onPage(page);
    token = page.continue;
    if (!token) {
      return page.resourceVersion;
    }
  }
}
