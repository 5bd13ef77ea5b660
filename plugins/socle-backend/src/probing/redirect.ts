import { UnreadableError } from '../reading/api-error';
import { ClusterResponse } from '../reading/connection';

const MAX_REDIRECTS = 3;

export function isRedirect({ status, headers }: ClusterResponse): boolean {
  return [301, 302, 303, 307, 308].includes(status) && !!headers.location;
}

/** The path to go on with; a credential is for the address it was given for and goes to no other. */
export function redirected(
  { headers }: ClusterResponse,
  path: string,
  url: string | undefined,
  hops: number,
): string {
  const base = url ?? 'http://cluster';
  const location = headers.location!;
  const prefix = new URL(base).pathname.replace(/\/+$/, '');
  const from = new URL(`${new URL(base).origin}${prefix}${path}`);
  if (!URL.canParse(location, from)) {
    throw new UnreadableError('it redirects to what is no address');
  }
  const to = new URL(location, from);
  if (to.origin !== from.origin || !to.pathname.startsWith(`${prefix}/`)) {
    throw new UnreadableError(
      `it redirects to ${to.origin}${to.pathname}, which is not followed: configure the address that answers`,
    );
  }
  if (hops >= MAX_REDIRECTS) {
    throw new UnreadableError('it redirects in a circle');
  }
  return to.pathname.slice(prefix.length) + to.search;
}

export function pathOnly(path: string): string {
  return path.split('?')[0];
}
