import { HttpAnswer, ProbeReading, ProbeTarget } from '../../definition/probe';
import {
  isObject,
  objectAt,
  objectsAt,
  RawObject,
  stringAt,
  valueAt,
} from '../../reading/raw';
import { vaultObject } from './instance';

/** Statuses of sys/health that say how the node is. */
export const HEALTH_STATUSES = [429, 472, 473, 474, 501, 503, 530];

/** Those by which a node says what is wrong with it to who asks for no body (HEAD). */
const BAD_STATUSES = [474, 501, 503, 530];

/**
 * `GET sys/health`. What the status says is in the body too, and a proxy's own 429 or 503 has another body: an answer
 * without the two words is none. Without any body a status that is bad news is taken at its word, and none that is good.
 */
export function readHealth(
  { body, httpStatus }: HttpAnswer,
  target: ProbeTarget,
): ProbeReading | undefined {
  if (
    BAD_STATUSES.includes(httpStatus) &&
    (body === undefined || body === null || body === '')
  ) {
    return instance(target, { httpStatus });
  }
  if (
    typeof valueAt(body, 'initialized') !== 'boolean' ||
    typeof valueAt(body, 'sealed') !== 'boolean'
  ) {
    return undefined;
  }
  return instance(target, {
    httpStatus,
    ...picked(body, {
      initialized: 'initialized',
      sealed: 'sealed',
      standby: 'standby',
      performance_standby: 'performanceStandby',
      removed_from_cluster: 'removedFromCluster',
      ha_connection_healthy: 'haConnectionHealthy',
      replication_dr_mode: 'drMode',
      version: 'version',
      cluster_name: 'clusterName',
      server_time_utc: 'serverTime',
    }),
  });
}

export function readSealStatus(
  { body }: HttpAnswer,
  target: ProbeTarget,
): ProbeReading | undefined {
  if (typeof valueAt(body, 'sealed') !== 'boolean') {
    return undefined;
  }
  return instance(
    target,
    picked(body, {
      initialized: 'initialized',
      sealed: 'sealed',
      type: 'sealType',
      t: 'threshold',
      n: 'shares',
      progress: 'progress',
      version: 'version',
      cluster_name: 'clusterName',
      storage_type: 'storageType',
      migration: 'migration',
      removed_from_cluster: 'removedFromCluster',
    }),
  );
}

export function readLeader(
  { body }: HttpAnswer,
  target: ProbeTarget,
): ProbeReading | undefined {
  if (typeof valueAt(body, 'ha_enabled') !== 'boolean') {
    return undefined;
  }
  return instance(
    target,
    picked(body, {
      ha_enabled: 'haEnabled',
      is_self: 'isActive',
      leader_address: 'activeAddress',
    }),
  );
}

/** What a Vault answers to questions about a storage or a mode that it does not have. */
export const NOT_THIS_KIND = [400, 404, 405, 501];

function isNotThisKind({ httpStatus, body }: HttpAnswer): boolean {
  return (
    NOT_THIS_KIND.includes(httpStatus) && Array.isArray(valueAt(body, 'errors'))
  );
}

export function readHaStatus(
  answer: HttpAnswer,
  target: ProbeTarget,
): ProbeReading | undefined {
  const data = dataOf(answer.body);
  if (isNotThisKind(answer)) {
    return {};
  }
  if (!Array.isArray(data.nodes)) {
    return undefined;
  }
  return instance(target, {
    nodes: objectsAt(data, 'nodes').map(node =>
      picked(node, {
        hostname: 'name',
        active_node: 'active',
        last_echo: 'lastEcho',
        version: 'version',
      }),
    ),
  });
}

/** `GET sys/storage/raft/configuration`: who belongs to the cluster, and who leads it. */
export function readRaftConfiguration(
  { body }: HttpAnswer,
  target: ProbeTarget,
): ProbeReading | undefined {
  const servers = objectsAt(dataOf(body), 'config', 'servers');
  return servers.length > 0
    ? instance(target, {
        nodes: servers.map(server =>
          picked(server, { node_id: 'name', leader: 'active' }),
        ),
      })
    : undefined;
}

/** `GET sys/storage/raft/autopilot/state`. */
export function readAutopilot(
  answer: HttpAnswer,
  target: ProbeTarget,
): ProbeReading | undefined {
  const data = dataOf(answer.body);
  if (isNotThisKind(answer)) {
    return {};
  }
  if (typeof data.healthy !== 'boolean') {
    return undefined;
  }
  const servers = Object.entries(objectAt(data, 'servers'));
  return instance(target, {
    raft: {
      ...picked(data, {
        healthy: 'healthy',
        failure_tolerance: 'failureTolerance',
      }),
      servers: servers.length,
      unhealthy: servers
        .filter(([, server]) => valueAt(server, 'healthy') === false)
        .map(([id, server]) => stringAt(server, 'name') ?? id),
    },
  });
}

/** Both `GET sys/mounts` and `GET sys/internal/ui/mounts`, which needs no right of its own. */
export function readMounts(
  { body }: HttpAnswer,
  target: ProbeTarget,
): ProbeReading | undefined {
  const data = dataOf(body);
  const lists = isObject(data.secret)
    ? [
        ['', objectAt(data, 'secret')] as const,
        ['auth/', objectAt(data, 'auth')] as const,
      ]
    : [['', data] as const];
  const items = lists.flatMap(([prefix, mounts]) =>
    mountsIn(mounts, prefix, target),
  );
  return items.length > 0 || isObject(data.secret) ? { items } : undefined;
}

export function readAuthMounts(
  { body }: HttpAnswer,
  target: ProbeTarget,
): ProbeReading | undefined {
  const items = mountsIn(dataOf(body), 'auth/', target);
  return items.length > 0 ? { items } : undefined;
}

function mountsIn(
  mounts: RawObject,
  prefix: string,
  target: ProbeTarget,
): RawObject[] {
  return Object.entries(mounts)
    .filter(([path, mount]) => path.endsWith('/') && stringAt(mount, 'type'))
    .map(([path, mount]) => {
      const name = `${prefix}${path.replace(/\/+$/, '')}`;
      const kind = stringAt(mount, 'type')!;
      return vaultObject(
        target,
        'Mount',
        name,
        {
          // An older server calls version 2 by a type of its own.
          type: kind === 'kv-v2' ? 'kv' : kind,
          ...(kind === 'kv-v2'
            ? { kvVersion: '2' }
            : picked(objectAt(mount, 'options'), { version: 'kvVersion' })),
          ...picked(mount, { description: 'description' }),
        },
        picked(mount, { deprecation_status: 'deprecation' }),
      );
    });
}

function instance(target: ProbeTarget, status: RawObject): ProbeReading {
  return { subject: vaultObject(target, 'Vault', target.name, {}, status) };
}

/** The answer proper: older paths give it at the top, beside the envelope. */
export function dataOf(body: unknown): RawObject {
  const data = objectAt(body, 'data');
  return Object.keys(data).length > 0 ? data : objectAt(body);
}

/** Fields under our names; what is not named is not kept. */
export function picked(
  from: unknown,
  names: Record<string, string>,
): RawObject {
  const result: RawObject = {};
  for (const [theirs, ours] of Object.entries(names)) {
    const value = valueAt(from, theirs);
    if (value !== undefined && value !== null && !isObject(value)) {
      result[ours] = value;
    }
  }
  return result;
}
