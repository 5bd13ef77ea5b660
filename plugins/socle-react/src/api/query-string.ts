import { ResourceQuery } from './socle-api';

const FILTERS = [
  'cluster',
  'system',
  'area',
  'kind',
  'namespace',
  'health',
  'flag',
  'fact',
] as const;

type Scalar = string | number | undefined;

/** Writes a flat query; what is undefined or empty is left out. */
export function queryString(query: { [key: string]: Scalar | Scalar[] }) {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== '') {
        params.append(key, String(one));
      }
    }
  }
  const text = params.toString();
  return text ? `?${text}` : '';
}

/** The query of `/v1/resources` and its exports, in the order of the design's table. */
export function resourceQueryString(
  query: ResourceQuery & { ref?: string },
): string {
  const flat: { [key: string]: Scalar | Scalar[] } = {};
  for (const name of FILTERS) {
    flat[name] = query[name];
  }
  return queryString({
    ...flat,
    q: query.q,
    sort: query.sort,
    limit: query.limit,
    offset: query.offset || undefined,
    with: query.withLinks ? 'links' : undefined,
    ref: query.ref,
  });
}
