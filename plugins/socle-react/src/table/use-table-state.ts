import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { ResourceQuery } from '../api/socle-api';
import { withFactValues } from './fact-filters';

/** @public The fields that a table can be filtered by. */
export type FilterName =
  | 'cluster'
  | 'system'
  | 'area'
  | 'kind'
  | 'namespace'
  | 'health'
  | 'flag';

/** @public All of {@link FilterName}. */
export const FILTER_NAMES: FilterName[] = [
  'cluster',
  'system',
  'area',
  'kind',
  'namespace',
  'health',
  'flag',
];

/** @public The numbers of rows a page can have. */
export const PAGE_SIZES = [25, 50, 100];

/** @public What a table shows, as its address says it. */
export interface TableState {
  filters: { [name in FilterName]?: string[] };
  /** `name:value` of each fact filtered by. */
  facts: string[];
  q: string;
  /** A field, or `-field` for descending. */
  sort: string;
  /** Counts from 1. */
  page: number;
  limit: number;
}

/** @public The state of a table and the ways to change it. */
export interface TableStateControl {
  state: TableState;
  setFilter(name: FilterName, values: string[]): void;
  setFact(fact: string, values: string[]): void;
  setSearch(q: string): void;
  setSort(sort: string): void;
  setPage(page: number): void;
  setLimit(limit: number): void;
  clear(): void;
}

/** Reads the state of a table out of a query string; what makes no sense there is ignored. */
export function readTableState(
  params: URLSearchParams,
  defaultSort: string,
): TableState {
  const filters: TableState['filters'] = {};
  for (const name of FILTER_NAMES) {
    const values = params.getAll(name).filter(value => value !== '');
    if (values.length > 0) {
      filters[name] = [...new Set(values)];
    }
  }
  const page = Number(params.get('page') ?? 1);
  const limit = Number(params.get('limit') ?? PAGE_SIZES[0]);
  return {
    filters,
    facts: [...new Set(params.getAll('fact').filter(isFactWord))],
    q: params.get('q') ?? '',
    sort: params.get('sort') || defaultSort,
    page: Number.isSafeInteger(page) && page > 0 ? page : 1,
    limit: PAGE_SIZES.includes(limit) ? limit : PAGE_SIZES[0],
  };
}

/** The backend refuses what has no name; an address from elsewhere may have it. */
function isFactWord(word: string): boolean {
  return word.indexOf(':') > 0;
}

/** The query of a state; what the table is fixed to wins over what the address says. */
export function queryOfState(
  state: TableState,
  fixed: ResourceQuery,
): ResourceQuery {
  return {
    ...state.filters,
    ...fixed,
    ...(fixed.kind ? { kind: among(state.filters.kind, fixed.kind) } : {}),
    fact: state.facts.length > 0 ? state.facts : fixed.fact,
    q: state.q || fixed.q,
    sort: state.sort,
    limit: state.limit,
    offset: (state.page - 1) * state.limit,
  };
}

/** A choice among what the table is fixed to narrows it. */
function among(chosen: string[] | undefined, all: string[]): string[] {
  const within = chosen?.filter(one => all.includes(one)) ?? [];
  return within.length > 0 ? within : all;
}

/**
 * Keeps filters, search, sort and page of a table in the query string, so that an address shows what its sender saw.
 * Other parameters stay. Any change but of the page goes back to the first page.
 * @public
 */
export function useTableState(options: {
  defaultSort: string;
}): TableStateControl {
  const { defaultSort } = options;
  const [params, setParams] = useSearchParams();

  const state = useMemo(
    () => readTableState(params, defaultSort),
    [params, defaultSort],
  );

  const change = useCallback(
    (edit: (next: URLSearchParams) => void) =>
      setParams(
        before => {
          const next = new URLSearchParams(before);
          next.delete('page');
          edit(next);
          return next;
        },
        { replace: true, preventScrollReset: true },
      ),
    [setParams],
  );

  return useMemo(
    () => ({
      state,
      setFilter: (name, values) =>
        change(next => {
          next.delete(name);
          values.forEach(value => next.append(name, value));
        }),
      setFact: (fact, values) =>
        change(next => {
          const words = withFactValues(next.getAll('fact'), fact, values);
          next.delete('fact');
          words.forEach(word => next.append('fact', word));
        }),
      setSearch: q => change(next => setOrDelete(next, 'q', q, '')),
      setSort: sort =>
        change(next => setOrDelete(next, 'sort', sort, defaultSort)),
      setPage: page =>
        change(next => setOrDelete(next, 'page', String(page), '1')),
      setLimit: limit =>
        change(next =>
          setOrDelete(next, 'limit', String(limit), String(PAGE_SIZES[0])),
        ),
      clear: () =>
        change(next => {
          FILTER_NAMES.filter(name => name !== 'cluster').forEach(name =>
            next.delete(name),
          );
          next.delete('fact');
          next.delete('q');
        }),
    }),
    [state, change, defaultSort],
  );
}

function setOrDelete(
  params: URLSearchParams,
  name: string,
  value: string,
  ifDefault: string,
) {
  if (value === ifDefault) {
    params.delete(name);
  } else {
    params.set(name, value);
  }
}
