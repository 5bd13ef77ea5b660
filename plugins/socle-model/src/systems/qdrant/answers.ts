import { HttpAnswer, ProbeReading, ProbeTarget } from '../../definition/probe';
import {
  isObject,
  numberAt,
  objectAt,
  objectsAt,
  RawObject,
  stringAt,
  valueAt,
} from '../../reading/raw';
import { instanceObject, partObject } from './qdrant-object';

type Reader = (
  answer: HttpAnswer,
  target: ProbeTarget,
) => ProbeReading | undefined;

/** Ids are numbers; they are only names to us. */
function idAt(from: unknown, key: string): string | undefined {
  const id = valueAt(from, key);
  return typeof id === 'number' || (typeof id === 'string' && id !== '')
    ? String(id)
    : undefined;
}

/** The envelope's own `status: ok` only says that the call worked. */
function resultOf(body: unknown): RawObject | undefined {
  const result = valueAt(body, 'result');
  return isObject(result) ? result : undefined;
}

export const readRoot: Reader = ({ body }, target) => {
  const version = stringAt(body, 'version');
  return version && /qdrant/i.test(stringAt(body, 'title') ?? '')
    ? { subject: instanceObject(target, { version }) }
    : undefined;
};

const LIVE = /^(healthz|livez|readyz) check passed|shards are (not )?ready/i;

/** 503 of readyz: shards have not caught up since the start. All three are 200 for the rest of the process's life. */
export const readProbe: Reader = ({ path, httpStatus, body }, target) => {
  if (typeof body !== 'string' || !LIVE.test(body.trim())) {
    return undefined;
  }
  return {
    subject: instanceObject(
      target,
      path === '/readyz'
        ? { caughtUp: httpStatus < 300 && !/not ready/i.test(body) }
        : { live: httpStatus < 300 },
    ),
  };
};

export const readCluster: Reader = ({ body }, target) => {
  const result = resultOf(body);
  const mode = stringAt(result, 'status');
  if (!result || !mode) {
    return undefined;
  }
  const raft = objectAt(result, 'raft_info');
  const thread = objectAt(result, 'consensus_thread_status');
  const failures = Object.entries(
    objectAt(result, 'message_send_failures'),
  ).map(([uri, failure]) => ({
    uri,
    count: numberAt(failure, 'count'),
    error: stringAt(failure, 'latest_error'),
    at: stringAt(failure, 'latest_error_timestamp'),
  }));
  // Raft has no peer 0: it stands for none.
  const told = idAt(raft, 'leader');
  const leader = told === '0' ? undefined : told;
  const peers = Object.entries(objectAt(result, 'peers')).map(([id, peer]) => ({
    id,
    uri: stringAt(peer, 'uri'),
  }));
  return {
    subject: instanceObject(target, {
      mode,
      peerId: idAt(result, 'peer_id'),
      peers,
      // Told to be nobody is not the same as not told.
      ...(Object.hasOwn(raft, 'leader') ? { leader: leader ?? '' } : {}),
      role: stringAt(raft, 'role'),
      pending: numberAt(raft, 'pending_operations'),
      consensus: stringAt(thread, 'consensus_thread_status'),
      consensusError: stringAt(thread, 'err'),
      consensusAt: stringAt(thread, 'last_update'),
      failures,
    }),
    items: peers.map(({ id, uri }) =>
      partObject(target, 'Peer', id, {
        uri,
        leads: leader === id,
        failure: failures.find(one => sameUri(one.uri, uri)) ?? null,
      }),
    ),
  };
};

function sameUri(a: string, b: string | undefined): boolean {
  return a.replace(/\/+$/, '') === (b ?? '').replace(/\/+$/, '');
}

export const readCollections: Reader = ({ body }, target) => {
  const result = resultOf(body);
  if (!result || !Array.isArray(result.collections)) {
    return undefined;
  }
  const names = objectsAt(result, 'collections')
    .map(one => stringAt(one, 'name'))
    .filter(name => name !== undefined);
  return {
    subject: instanceObject(target, { collections: names.length }),
    items: names.map(name =>
      partObject(target, 'Collection', name, { listed: true }),
    ),
  };
};

/** The collection in a path, where it is one. */
function nameIn(path: string): string | undefined {
  const found = /^\/collections\/([^/]+)/.exec(path);
  try {
    return found ? decodeURIComponent(found[1]) : undefined;
  } catch {
    return undefined;
  }
}

export const readCollection: Reader = ({ path, body }, target) => {
  const name = nameIn(path);
  const result = resultOf(body);
  const optimizer = valueAt(result, 'optimizer_status');
  if (!name || !result || !stringAt(result, 'status')) {
    return undefined;
  }
  const params = objectAt(result, 'config', 'params');
  return {
    subject: partObject(target, 'Collection', name, {
      colour: stringAt(result, 'status'),
      optimizer: typeof optimizer === 'string' ? optimizer : undefined,
      optimizerError: isObject(optimizer)
        ? stringAt(optimizer, 'error') ?? 'no text'
        : undefined,
      warnings: objectsAt(result, 'warnings')
        .map(one => stringAt(one, 'message'))
        .filter(text => text !== undefined),
      points: numberAt(result, 'points_count'),
      indexed: numberAt(result, 'indexed_vectors_count'),
      segments: numberAt(result, 'segments_count'),
      shardNumber: numberAt(params, 'shard_number'),
      replicationFactor: numberAt(params, 'replication_factor'),
    }),
  };
};

export const readShards: Reader = ({ path, body }, target) => {
  const name = nameIn(path);
  const result = resultOf(body);
  if (!name || !result || !Array.isArray(result.local_shards)) {
    return undefined;
  }
  const own = idAt(result, 'peer_id');
  const shards = [
    ...objectsAt(result, 'local_shards').map(shard => ({
      shard,
      peer: own,
      local: true,
    })),
    ...objectsAt(result, 'remote_shards').map(shard => ({
      shard,
      peer: idAt(shard, 'peer_id'),
      local: false,
    })),
  ].map(({ shard, peer, local }) => ({
    id: idAt(shard, 'shard_id') ?? '',
    peer,
    local,
    state: stringAt(shard, 'state') ?? '',
  }));
  return {
    subject: partObject(target, 'Collection', name, {
      shards,
      transfers: objectsAt(result, 'shard_transfers').length,
    }),
  };
};

export const readTelemetry: Reader = ({ body }, target) => {
  const app = objectAt(resultOf(body), 'app');
  const version = stringAt(app, 'version');
  return version && /qdrant/i.test(stringAt(app, 'name') ?? '')
    ? { subject: instanceObject(target, { version }) }
    : undefined;
};
