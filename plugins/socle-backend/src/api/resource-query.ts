import { InputError } from '@backstage/errors';
import {
  groupOf,
  HEALTH_STATUSES,
  healthRank,
  JsonValue,
} from '@socle/backstage-plugin-socle-common';
import { Resource } from '@socle/backstage-plugin-socle-model';
import { decodeCursor, encodeCursor } from './cursor';
import {
  factAt,
  FactFilter,
  matchesFacts,
  parseFactFilter,
} from './fact-filter';

/** One row: a resource and the cluster it is in. */
export interface Row {
  cluster: string;
  resource: Resource;
}

/** What may be asked of a list of resources. Several values of one field mean any of them. */
export interface ResourceQuery {
  cluster: string[];
  system: string[];
  area: string[];
  kind: string[];
  namespace: string[];
  health: string[];
  flag: string[];
  reason: string[];
  fact: FactFilter;
  q?: string;
  sort?: string;
  limit: number;
  offset: number;
  cursor?: string;
}

export const MAX_LIMIT = 1_000;
const DEFAULT_LIMIT = 50;

type Values = string | string[] | undefined;
const list = (value: Values) =>
  (Array.isArray(value) ? value : [value ?? '']).flatMap(one =>
    one === '' ? [] : one.split(','),
  );
const one = (value: Values) => (Array.isArray(value) ? value[0] : value);

/** Reads a query string; says which field is wrong and what is allowed. */
export function parseResourceQuery(params: {
  [name: string]: unknown;
}): ResourceQuery {
  const of = (name: string) => params[name] as Values;
  const health = list(of('health'));
  const wrong = health.find(
    word => !(HEALTH_STATUSES as readonly string[]).includes(word),
  );
  if (wrong) {
    throw new InputError(
      `health must be one of ${HEALTH_STATUSES.join(', ')}, not "${wrong}"`,
    );
  }
  return {
    cluster: list(of('cluster')),
    system: list(of('system')),
    area: list(of('area')),
    kind: list(of('kind')),
    namespace: list(of('namespace')),
    flag: list(of('flag')),
    reason: list(of('reason')),
    // Not taken apart at commas: values have them.
    fact: parseFactFilter([of('fact') ?? []].flat().filter(Boolean)),
    health,
    q: one(of('q'))?.trim().toLowerCase() || undefined,
    sort: one(of('sort')) || undefined,
    limit: wholeNumber('limit', params.limit, DEFAULT_LIMIT, 1, MAX_LIMIT),
    offset: wholeNumber('offset', params.offset, 0, 0, Number.MAX_SAFE_INTEGER),
    cursor: one(of('cursor')) || undefined,
  };
}

function wholeNumber(
  name: string,
  value: unknown,
  fallback: number,
  least: number,
  most: number,
): number {
  if (value === undefined || value === '') {
    return fallback;
  }
  const number = Number(value);
  if (!Number.isInteger(number) || number < least || number > most) {
    throw new InputError(
      `${name} must be a whole number from ${least} to ${most}, not "${value}"`,
    );
  }
  return number;
}

/**
 * Whether a row is asked for.
 * @param flagsOf - where an answer knows more flags than the rules give
 */
export function matches(
  row: Row,
  query: ResourceQuery,
  flagsOf = (of: Resource) => of.verdict.flags ?? [],
): boolean {
  const { resource } = row;
  const { meta, verdict, kind } = resource;
  return (
    any(query.cluster, row.cluster) &&
    any(query.system, resource.system) &&
    any(query.area, resource.area) &&
    any(query.health, verdict.status) &&
    any(query.namespace, meta.namespace ?? '_') &&
    any(query.reason, verdict.reason) &&
    (query.kind.length === 0 ||
      query.kind.some(wanted => isKind(wanted, kind.group, kind.kind))) &&
    matchesFacts(resource.facts, query.fact) &&
    (query.q === undefined || contains(resource, query.q)) &&
    (query.flag.length === 0 || hasFlag(flagsOf(resource), query.flag))
  );
}

function hasFlag(flags: readonly string[], wanted: string[]): boolean {
  return wanted.some(flag => flags.includes(flag));
}

function any(wanted: string[], value: string): boolean {
  return wanted.length === 0 || wanted.includes(value);
}

/** `Pod`, `core/Pod`, `/Pod`, `longhorn.io/Node` or `longhorn.io/v1beta2/Node`. */
export function isKind(wanted: string, group: string, kind: string): boolean {
  const slash = wanted.lastIndexOf('/');
  if (slash < 0) {
    return wanted === kind;
  }
  const asked = wanted.slice(0, slash);
  return (
    wanted.slice(slash + 1) === kind &&
    (asked === (group || 'core') ||
      asked === group ||
      (group !== '' && groupOf(asked) === group))
  );
}

function contains(resource: Resource, text: string): boolean {
  const { meta, verdict, kind } = resource;
  return (
    meta.name.toLowerCase().includes(text) ||
    (meta.namespace?.toLowerCase().includes(text) ?? false) ||
    kind.kind.toLowerCase().includes(text) ||
    verdict.reason.toLowerCase().includes(text) ||
    verdict.message.toLowerCase().includes(text)
  );
}

/** What a list can be sorted by. */
export type SortValue = string | number | boolean | undefined;

function sortValue(row: Row, field: string): SortValue {
  const { resource, cluster } = row;
  switch (field) {
    case 'cluster':
      return cluster;
    case 'name':
      return resource.meta.name;
    case 'namespace':
      return resource.meta.namespace ?? '';
    case 'kind':
      return resource.kind.kind;
    case 'system':
      return resource.system;
    case 'area':
      return resource.area;
    case 'health':
      // What has no state of its own is no news: it stands behind what is healthy.
      return resource.verdict.reason === 'NoState'
        ? HEALTH_STATUSES.length
        : healthRank(resource.verdict.status);
    case 'reason':
      return resource.verdict.reason;
    case 'since':
      return resource.since;
    case 'created':
      return resource.meta.created;
    default:
      return plain(factAt(resource.facts, field));
  }
}

function plain(value: JsonValue): SortValue {
  return typeof value === 'object' ? undefined : value ?? undefined;
}

/** What is not there sorts last, either way. */
function compareValues(a: SortValue, b: SortValue, sign: number): number {
  if (a === b) return 0;
  if (a === undefined) return 1;
  if (b === undefined) return -1;
  // A fact may be a number in one object and text in another: numbers come first.
  if (typeof a !== typeof b) {
    return sign * (typeof a < typeof b ? -1 : 1);
  }
  return sign * (a < b ? -1 : 1);
}

function identity({ cluster, resource }: Row): string {
  const { group, kind } = resource.kind;
  return `${cluster}/${group}/${kind}/${resource.meta.namespace ?? ''}/${
    resource.meta.name
  }`;
}

/** Sorted, and one page of it. */
export function page(rows: Row[], query: ResourceQuery) {
  return pageOf(rows, query, 'health', { value: sortValue, id: identity });
}

/** What a list is sorted by, and what tells one item from all others. */
export interface Order<T> {
  value(item: T, field: string): SortValue;
  id(item: T): string;
}

/** One page of any list. The cursor is the place itself, so that any replica can go on from it. */
export function pageOf<T>(
  rows: readonly T[],
  query: Pick<ResourceQuery, 'sort' | 'limit' | 'offset' | 'cursor'>,
  usualSort: string,
  order: Order<T>,
) {
  const sort = query.sort ?? usualSort;
  const sign = sort.startsWith('-') ? -1 : 1;
  const field = sort.replace(/^[-+]/, '');
  const keyed = rows.map(row => ({
    row,
    value: order.value(row, field),
    id: order.id(row),
  }));
  const compare = (
    a: { value: SortValue; id: string },
    b: { value: SortValue; id: string },
  ) =>
    compareValues(a.value, b.value, sign) ||
    (a.id < b.id ? -1 : Number(a.id > b.id));
  keyed.sort(compare);
  let from = query.offset;
  if (query.cursor) {
    const after = decodeCursor(query.cursor, sort);
    const at = keyed.findIndex(item => compare(item, after) > 0);
    from = at < 0 ? keyed.length : at;
  }
  const items = keyed.slice(from, from + query.limit);
  const last = items[items.length - 1];
  const more = from + items.length < keyed.length;
  return {
    rows: items.map(item => item.row),
    total: keyed.length,
    ...(more && last
      ? { nextCursor: encodeCursor(sort, last.value, last.id) }
      : {}),
  };
}
