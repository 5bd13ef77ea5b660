import { Fields } from '../../storage/object';
import { Repository } from '../git/repository';
import { PullRequests } from '../pull-requests';
import { Addresses } from '../addresses';
import { Answer, GithubError, invalid } from './answer';

/** A repository with what GitHub adds to it. */
export interface Hosted {
  repository: Repository;
  pulls: PullRequests;
}

/** One call of the API, its path taken apart. */
export interface Call {
  method: string;
  params: Record<string, string>;
  query: URLSearchParams;
  headers: Record<string, string | undefined>;
  body: Fields;
  addresses: Addresses;
  now: () => number;
}

/** A call about one repository. */
export type RepositoryCall = Call & Hosted;

export type Handler = (call: RepositoryCall) => Promise<Answer>;

/** `METHOD /path/:segment/*rest` below the repository → what answers it. */
export type Routes = Record<string, Handler>;

export interface Page {
  page: number;
  perPage: number;
}

export function pageOf({ query }: Call): Page {
  const count = (name: string, otherwise: number) => {
    const given = Number(query.get(name));
    return Number.isInteger(given) && given > 0 ? given : otherwise;
  };
  return {
    page: count('page', 1),
    perPage: Math.min(count('per_page', 30), 100),
  };
}

/** One page of a list, with links to the others. */
export function paged(call: Call, items: unknown[], path: string): Answer {
  const { page, perPage } = pageOf(call);
  const last = Math.max(1, Math.ceil(items.length / perPage));
  const link = (to: number, rel: string) => {
    const query = new URLSearchParams(call.query);
    query.set('page', String(to));
    query.set('per_page', String(perPage));
    return `<${call.addresses.api(path)}?${query}>; rel="${rel}"`;
  };
  const links = [
    ...(page > 1 ? [link(page - 1, 'prev'), link(1, 'first')] : []),
    ...(page < last ? [link(page + 1, 'next'), link(last, 'last')] : []),
  ];
  return {
    status: 200,
    body: items.slice((page - 1) * perPage, page * perPage),
    headers: links.length > 0 ? { Link: links.join(', ') } : undefined,
  };
}

/** A text that must be there. */
export function required(
  body: Fields,
  field: string,
  resource: string,
): string {
  const value = body[field];
  if (typeof value === 'string' && value !== '') return value;
  throw value === undefined || value === null || value === ''
    ? invalid(resource, field, 'missing_field')
    : new GithubError(
        422,
        `Invalid request.\n\nFor 'properties/${field}', ${JSON.stringify(
          value,
        )} is not a string.`,
      );
}

export function optional(body: Fields, field: string): string | undefined {
  const value = body[field];
  return typeof value === 'string' ? value : undefined;
}

export function texts(value: unknown): string[] {
  return Array.isArray(value)
    ? value.filter((one): one is string => typeof one === 'string')
    : [];
}
