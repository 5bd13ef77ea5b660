import {
  DatabaseService,
  LoggerService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  HealthStatus,
  parseRefPath,
  ResourceRef,
  Transition,
} from '@socle/backstage-plugin-socle-common';
import {
  HealthChange,
  parseTime,
  refOf,
} from '@socle/backstage-plugin-socle-model';
import { Knex } from 'knex';
import { MayRead } from '../access/authorizer';
import { ClusterEngine } from '../engine/cluster-engine';

const TABLE = 'socle_transitions';
const BATCH = 100;
const MAX_ROWS = 1_000;

interface TransitionRow {
  id: number;
  cluster: string;
  object_key: string;
  previous_id: number;
  ref: string;
  at: number | string;
  from_status: string | null;
  to_status: string;
  reason: string | null;
  message: string | null;
}

interface Latest {
  id: number;
  status: string;
  reason: string | null;
  at: number;
}

/** Changes of health in the plugin's database, one row each, written once even by several replicas. */
export class TransitionHistory {
  private queue: Promise<void> = Promise.resolve();

  private constructor(
    private readonly knex: Knex,
    private readonly logger: LoggerService,
  ) {}

  static async create(
    database: DatabaseService,
    logger: LoggerService,
  ): Promise<TransitionHistory> {
    const knex = await database.getClient();
    if (!database.migrations?.skip) {
      await knex.migrate.latest({
        directory: resolvePackagePath(
          '@socle/backstage-plugin-socle-backend',
          'migrations',
        ),
      });
    }
    return new TransitionHistory(knex, logger);
  }

  /** Writes down what changed, in the background and in order; a database that is away loses rows, not the portal. */
  record(cluster: ClusterEngine, changes: HealthChange[]): Promise<void> {
    const worth = changes.filter(
      change => change.from?.status !== change.to?.status,
    );
    if (worth.length > 0) {
      this.queue = this.queue
        .then(() => this.write(cluster, worth))
        .catch(error => this.logger.warn(`history: ${error}`));
    }
    return this.queue;
  }

  /** Newest first. */
  async read(
    clusters: string[],
    params: { from?: unknown; to?: unknown; ref?: unknown; limit?: unknown },
  ): Promise<Transition[]> {
    const query = this.knex<TransitionRow>(TABLE)
      .whereIn('cluster', clusters)
      .orderBy('id', 'desc')
      .limit(limitOf(params.limit));
    if (params.ref !== undefined && params.ref !== '') {
      const ref = parseRefPath(String(params.ref));
      if (!ref) {
        throw new InputError(
          'ref must be cluster/group/version/kind/namespace/name',
        );
      }
      query.where({ cluster: ref.cluster, object_key: objectKeyOf(ref) });
    }
    for (const [name, operator] of [
      ['from', '>='],
      ['to', '<='],
    ] as const) {
      const value = params[name];
      if (value !== undefined && value !== '') {
        const time = parseTime(value);
        if (time === undefined) {
          throw new InputError(
            `${name} must be a time such as 2026-01-31T12:00:00Z, not "${value}"`,
          );
        }
        query.where('at', operator, time);
      }
    }
    return (await query).map(row => ({
      ref: JSON.parse(row.ref) as ResourceRef,
      at: new Date(Number(row.at)).toISOString(),
      ...(row.from_status ? { from: row.from_status as HealthStatus } : {}),
      to: row.to_status as Transition['to'],
      ...(row.reason ? { reason: row.reason } : {}),
      ...(row.message ? { message: row.message } : {}),
    }));
  }

  /** Rows of objects that are gone are shown to those who may read everything of their cluster. */
  mayReadGone(ref: ResourceRef, mayRead: MayRead): boolean {
    const stand = {
      kind: { kind: ref.kind },
      meta: { namespace: ref.namespace },
      system: '',
      area: '',
    };
    return mayRead(ref.cluster, stand as unknown as Parameters<MayRead>[1]);
  }

  /** Deletes what is older than so many days; how many rows went. */
  async prune(days: number, now: number): Promise<number> {
    return this.knex(TABLE)
      .where('at', '<', now - days * 86_400_000)
      .delete();
  }

  private async write(cluster: ClusterEngine, changes: HealthChange[]) {
    for (let from = 0; from < changes.length; from += BATCH) {
      const batch = changes.slice(from, from + BATCH);
      const latest = await this.latest(
        cluster.name,
        batch.map(change => keyOf(cluster, change)),
      );
      const rows = batch.flatMap(change => {
        const key = keyOf(cluster, change);
        const before = latest.get(key);
        const row = rowOf(cluster, change, before);
        return row ? [{ ...row, object_key: key }] : [];
      });
      if (rows.length > 0) {
        await this.knex(TABLE)
          .insert(rows)
          .onConflict(['cluster', 'object_key', 'previous_id'])
          .ignore();
      }
    }
  }

  private async latest(
    cluster: string,
    keys: string[],
  ): Promise<Map<string, Latest>> {
    const newest = this.knex(TABLE)
      .max('id')
      .where({ cluster })
      .whereIn('object_key', keys)
      .groupBy('object_key');
    const rows = await this.knex<TransitionRow>(TABLE).whereIn('id', newest);
    return new Map(
      rows.map(row => [
        row.object_key,
        {
          id: row.id,
          status: row.to_status,
          reason: row.reason,
          at: Number(row.at),
        },
      ]),
    );
  }
}

/**
 * The row of a change; none where the last row says the same already (another replica, or a restart), and none for
 * an object that is well the first time it is seen.
 */
function rowOf(
  cluster: ClusterEngine,
  { resource, from, to, at }: HealthChange,
  before: Latest | undefined,
) {
  const status = to?.status ?? 'gone';
  const first = from === undefined || from.reason === 'NotJudged';
  if (
    before
      ? before.status === status
      : first &&
        (status === 'healthy' || status === 'gone' || to?.reason === 'NoState')
  ) {
    return undefined;
  }
  return {
    cluster: cluster.name,
    previous_id: before?.id ?? 0,
    ref: JSON.stringify(refOf(resource, cluster.name)),
    at,
    from_status: before?.status ?? (first ? null : from.status),
    to_status: status,
    reason: to?.reason ?? null,
    message: to?.message ?? null,
  };
}

function keyOf(cluster: ClusterEngine, { resource }: HealthChange): string {
  return objectKeyOf(refOf(resource, cluster.name));
}

function objectKeyOf(ref: ResourceRef): string {
  const group = ref.apiVersion.includes('/')
    ? ref.apiVersion.split('/')[0]
    : '';
  return `${group}/${ref.kind}/${ref.namespace ?? ''}/${ref.name}`;
}

function limitOf(value: unknown): number {
  const limit = value === undefined || value === '' ? 200 : Number(value);
  if (!Number.isInteger(limit) || limit < 1 || limit > MAX_ROWS) {
    throw new InputError(
      `limit must be a whole number from 1 to ${MAX_ROWS}, not "${value}"`,
    );
  }
  return limit;
}
