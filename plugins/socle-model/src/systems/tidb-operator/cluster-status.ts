import {
  isObject,
  objectAt,
  RawObject,
  stringAt,
  valueAt,
} from '../../reading/raw';
import { timeAt } from '../../reading/times';

/** Stores by what PD says of them. A store is silent when it is Down or Disconnected. */
export type StoreSummary = {
  up: number;
  /** Pod names, else ids. */
  silent?: string[];
  draining?: string[];
  leadersLeft?: number;
  /** When the first of them began, in milliseconds. */
  drainingSince?: number;
  /** States that no rule knows, as `name: state`. */
  odd?: string[];
};

const KNOWN = ['Up', 'Offline', 'Down', 'Disconnected', 'Tombstone'];

export type MemberSummary = { healthy: number; bad?: string[] };

/** Entries without an id are junk that was seen in the field. */
function entriesOf(from: unknown, id: string): RawObject[] {
  return Object.values(objectAt(from))
    .filter(isObject)
    .filter(entry => stringAt(entry, id) !== undefined);
}

/** Undefined where the status tells of no store at all. */
export function storesAt(
  raw: RawObject,
  part: string,
): StoreSummary | undefined {
  const stores = entriesOf(valueAt(raw, 'status', part, 'stores'), 'id');
  if (stores.length === 0) {
    return undefined;
  }
  const named = (wanted: readonly string[]) =>
    stores
      .filter(store => wanted.includes(stringAt(store, 'state') ?? ''))
      .map(nameOf);
  const draining = stores.filter(({ state }) => state === 'Offline');
  const times = draining
    .map(store => timeAt(store, 'lastTransitionTime'))
    .filter(time => time !== undefined);
  const odd = stores
    .filter(({ state }) => !KNOWN.includes(String(state)))
    .map(
      store => `${nameOf(store)}: ${stringAt(store, 'state') ?? 'not told'}`,
    );
  const silent = named(['Down', 'Disconnected']);
  return {
    up: named(['Up']).length,
    ...(silent.length > 0 ? { silent } : {}),
    ...(draining.length > 0
      ? {
          draining: draining.map(nameOf),
          leadersLeft: draining.reduce(
            (sum, { leaderCount }) => sum + (Number(leaderCount) || 0),
            0,
          ),
          ...(times.length > 0 ? { drainingSince: Math.min(...times) } : {}),
        }
      : {}),
    ...(odd.length > 0 ? { odd } : {}),
  };
}

function nameOf(store: RawObject): string {
  return stringAt(store, 'podName') ?? stringAt(store, 'id') ?? '';
}

export function failureStoresAt(raw: RawObject, part: string): string[] {
  return entriesOf(
    valueAt(raw, 'status', part, 'failureStores'),
    'storeID',
  ).map(nameOfFailure);
}

function nameOfFailure(store: RawObject): string {
  return stringAt(store, 'podName') ?? stringAt(store, 'storeID') ?? '';
}

/** Members of PD; undefined where the status tells of none. */
export function membersAt(raw: RawObject): MemberSummary | undefined {
  const members = Object.entries(objectAt(raw, 'status', 'pd', 'members'));
  if (members.length === 0) {
    return undefined;
  }
  const bad = members
    .filter(([, member]) => valueAt(member, 'health') !== true)
    .map(([name]) => name);
  return {
    healthy: members.length - bad.length,
    ...(bad.length > 0 ? { bad } : {}),
  };
}
