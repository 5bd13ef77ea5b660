import { resourceKey, ResourceType } from '../discovery/resource-type';
import {
  badRequest,
  expired,
  tooLargeResourceVersion,
} from '../storage/api-error';
import { isFields } from '../storage/object';
import { Stored } from '../storage/stored';
import { firstAtOrAfter, ofNamespace } from '../storage/table';
import { Cluster } from './cluster';
import { ListOptions, revisionOf } from './list-options';
import { ListMeta } from './view';

export interface Page {
  rows: readonly Stored[];
  metadata: ListMeta;
}

interface Token {
  /** The revision of the first page; -1 goes on with whatever is there now. */
  rv: number;
  start: string;
}

function writeToken({ rv, start }: Token): string {
  return Buffer.from(
    JSON.stringify({ v: 'meta.k8s.io/v1', rv, start }),
  ).toString('base64url');
}

function readToken(text: string): Token {
  try {
    const token: unknown = JSON.parse(
      Buffer.from(text, 'base64url').toString('utf8'),
    );
    if (
      isFields(token) &&
      typeof token.rv === 'number' &&
      typeof token.start === 'string'
    ) {
      return { rv: token.rv, start: token.start };
    }
  } catch {
    // Said below.
  }
  throw badRequest(
    'invalid continue token: continue key is not valid: illegal base64 data or encoding',
  );
}

const staleToken =
  'The provided continue parameter is too old to display a consistent list result. You can start a new list without the continue parameter, or use the continue token in this response to retrieve the remainder of the results. Continuing with the provided token results in an inconsistent list - objects that were created, modified, or deleted between the time the first chunk was returned and now may show up in the list.';

/** Which revision to show, by the table "resourceVersion and resourceVersionMatch" of the Kubernetes API concepts. */
function revisionFor(cluster: Cluster, options: ListOptions): number {
  const current = cluster.storage.resourceVersion;
  const asked = revisionOf(options.resourceVersion);
  if (asked === undefined || asked === 0) return current;
  if (asked > current) throw tooLargeResourceVersion(asked, current);
  return options.resourceVersionMatch === 'Exact' ? asked : current;
}

function snapshot(
  cluster: Cluster,
  resource: string,
  options: ListOptions,
): [Token, readonly Stored[]] {
  const { storage } = cluster;
  if (!options.continueToken) {
    const rv = revisionFor(cluster, options);
    const rows = storage.allAt(resource, rv);
    if (!rows)
      throw expired('The resourceVersion for the provided list is too old.');
    return [{ rv, start: '' }, rows];
  }
  if (options.resourceVersion && options.resourceVersion !== '0') {
    throw badRequest(
      'specifying resource version is not allowed when using continue',
    );
  }
  const token = readToken(options.continueToken);
  if (token.rv < 0) {
    return [
      { rv: storage.resourceVersion, start: token.start },
      storage.all(resource),
    ];
  }
  const rows = storage.allAt(resource, token.rv);
  if (!rows) {
    throw expired(staleToken, {
      continue: writeToken({ rv: -1, start: token.start }),
    });
  }
  return [token, rows];
}

export function listPage(
  cluster: Cluster,
  type: ResourceType,
  namespace: string | undefined,
  options: ListOptions,
): Page {
  const [token, everything] = snapshot(cluster, resourceKey(type), options);
  const scope = namespace ? ofNamespace(everything, namespace) : everything;
  const metadata: Page['metadata'] = { resourceVersion: String(token.rv) };
  const { matches } = options;
  // What the watch cache answers (resourceVersion 0) is never paged.
  const limit =
    options.resourceVersion === '0' && !options.continueToken
      ? 0
      : options.limit;
  let place = token.start ? firstAtOrAfter(scope, token.start) : 0;
  if (limit <= 0) {
    const rest = place > 0 ? scope.slice(place) : scope;
    return { rows: matches ? rest.filter(matches) : rest, metadata };
  }
  const rows: Stored[] = [];
  while (place < scope.length && rows.length < limit) {
    const row = scope[place++];
    if (!matches || matches(row)) rows.push(row);
  }
  if (place < scope.length) {
    metadata.continue = writeToken({
      rv: token.rv,
      start: `${scope[place - 1].key}\0`,
    });
    if (!matches) metadata.remainingItemCount = scope.length - place;
  }
  return { rows, metadata };
}
