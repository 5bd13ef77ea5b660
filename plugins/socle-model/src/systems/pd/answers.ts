import { HttpAnswer, ProbeReading, ProbeTarget } from '../../definition/probe';
import {
  booleanAt,
  isObject,
  numberAt,
  objectAt,
  objectsAt,
  RawObject,
  stringAt,
  stringsAt,
  valueAt,
} from '../../reading/raw';
import { clusterObject, partObject } from './pd-object';

type Reader = (
  answer: HttpAnswer,
  target: ProbeTarget,
) => ProbeReading | undefined;

/** 503 and 500 come when PD's own etcd cannot list the members. */
export const readHealth: Reader = ({ body, httpStatus }, target) => {
  if (httpStatus >= 500) {
    // PD says its errors in words; a page is that of a proxy before it.
    if (typeof body === 'string' && body.trimStart().startsWith('<')) {
      return undefined;
    }
    return { subject: clusterObject(target, { listing: httpStatus }) };
  }
  if (!Array.isArray(body)) {
    return undefined;
  }
  const members = body.filter(isObject).map(member => ({
    name: stringAt(member, 'name') ?? '',
    healthy: member.health === true,
    url: stringsAt(member, 'client_urls')[0],
  }));
  return {
    subject: clusterObject(target, {
      health: members.map(({ name, healthy }) => ({ name, healthy })),
    }),
    items: members
      .filter(({ name }) => name !== '')
      .map(({ name, healthy, url }) =>
        partObject(target, 'Member', name, { healthy, url }),
      ),
  };
};

export const readMembers: Reader = ({ body }, target) => {
  if (!isObject(body) || !Array.isArray(body.members)) {
    return undefined;
  }
  const leader = stringAt(body, 'leader', 'name');
  const members = objectsAt(body, 'members');
  return {
    subject: clusterObject(target, {
      members: members.length,
      leader: leader ?? '',
      etcdLeader: stringAt(body, 'etcd_leader', 'name'),
    }),
    items: members.flatMap(member => {
      const name = stringAt(member, 'name');
      return name
        ? [
            partObject(target, 'Member', name, {
              leader: name === leader,
              url: stringsAt(member, 'client_urls')[0],
              version: stringAt(member, 'binary_version'),
            }),
          ]
        : [];
    }),
  };
};

/** A store as kept; ids are numbers beyond 2^53 in some clusters, so the name is made of the address then. */
function storeStatus(entry: RawObject): { name: string; status: RawObject } {
  const store = objectAt(entry, 'store');
  const figures = objectAt(entry, 'status');
  const id = valueAt(store, 'id');
  const address = stringAt(store, 'address');
  const known =
    (typeof id === 'number' && Number.isSafeInteger(id)) ||
    (typeof id === 'string' && id !== '');
  return {
    name: known ? `store-${id}` : address ?? 'store',
    status: {
      state: stringAt(store, 'state_name') ?? '',
      address,
      version: stringAt(store, 'version'),
      learner: objectsAt(store, 'labels').some(
        ({ key, value }) => key === 'engine' && /^tiflash/.test(String(value)),
      ),
      capacity: valueAt(figures, 'capacity'),
      available: valueAt(figures, 'available'),
      leaders: numberAt(figures, 'leader_count'),
      regions: numberAt(figures, 'region_count'),
      slowScore: numberAt(figures, 'slow_score'),
      heartbeat: stringAt(figures, 'last_heartbeat_ts'),
    },
  };
}

export const readStores: Reader = ({ body }, target) => {
  if (!isObject(body) || !Array.isArray(body.stores)) {
    return undefined;
  }
  const stores = objectsAt(body, 'stores')
    .filter(entry => isObject(entry.store))
    .map(storeStatus)
    .filter(({ status }) => status.state !== 'Tombstone');
  return {
    subject: clusterObject(target, {
      stores: stores.map(({ name, status }) => ({ name, ...status })),
    }),
    items: stores.map(({ name, status }) =>
      partObject(target, 'Store', name, status),
    ),
  };
};

export const readStore: Reader = ({ body }, target) => {
  if (!isObject(body) || !isObject(body.store)) {
    return undefined;
  }
  const { name, status } = storeStatus(body);
  return { subject: partObject(target, 'Store', name, status) };
};

const CHECKS: Record<string, string> = {
  'miss-peer': 'missingPeers',
  'down-peer': 'downPeers',
  'pending-peer': 'pendingPeers',
  'extra-peer': 'extraPeers',
  'offline-peer': 'offlinePeers',
  'learner-peer': 'learnerPeers',
};

export const readRegionCheck: Reader = ({ path, body }, target) => {
  const check = path.slice(path.lastIndexOf('/') + 1);
  const field = Object.hasOwn(CHECKS, check) ? CHECKS[check] : 'otherRegions';
  const count = numberAt(body, 'count');
  return count === undefined
    ? undefined
    : { subject: clusterObject(target, { [field]: count }) };
};

export const readReplication: Reader = ({ body }, target) => {
  const replicas = numberAt(body, 'max-replicas');
  return replicas === undefined
    ? undefined
    : {
        subject: clusterObject(
          target,
          { replicationRead: true },
          {
            maxReplicas: replicas,
            locationLabels: valueAt(body, 'location-labels'),
          },
        ),
      };
};

export const readClusterStatus: Reader = ({ body }, target) => {
  const initialized = booleanAt(body, 'is_initialized');
  return initialized === undefined
    ? undefined
    : { subject: clusterObject(target, { initialized }) };
};

export const readVersion: Reader = ({ body }, target) => {
  const version = stringAt(body, 'version');
  return version ? { subject: clusterObject(target, { version }) } : undefined;
};

/**
 * Of the member that was asked: mostly without a body. The verbose form lists its checks, `[-]` before those that fail,
 * or says whether the regions are loaded. Anything else with 200 is somebody else's answer.
 */
export const readReady: Reader = ({ body, httpStatus }, target) => {
  const text = typeof body === 'string' ? body.trim() : '';
  const empty = body === undefined || body === null || body === '';
  const loaded = booleanAt(body, 'region_loaded');
  const checks = /^(?:\[[+-]\]|ok\b|ready\b)/i.test(text);
  const refused = httpStatus >= 300 && !text.startsWith('<');
  if (!empty && !checks && loaded === undefined && !refused) {
    return undefined;
  }
  const failing = [...text.matchAll(/^\[-\]\s*(\S+)/gm)].map(
    ([, name]) => name,
  );
  return {
    subject: clusterObject(target, {
      ready: httpStatus < 300 && failing.length === 0 && loaded !== false,
      failingChecks: failing,
    }),
  };
};
