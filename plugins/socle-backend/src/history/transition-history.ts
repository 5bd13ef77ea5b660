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
import { HealthChange, parseTime } from '@socle/backstage-plugin-socle-model';
import { Knex } from 'knex';
import { MayRead } from '../access/authorizer';
import { ClusterEngine } from '../engine/cluster-engine';
import {
  isFirst,
  keyOf,
  Latest,
  objectKeyOf,
  rowOf,
  TransitionRow,
} from './transition-row';

const TABLE = 'socle_transitions';
const BATCH = 100;
const MAX_ROWS = 1_000;

/** Changes of health in the plugin's database, one row each, written once even by several replicas. */
export class TransitionHistory {
  private queue: Promise<unknown> = Promise.resolve();

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

  /**
   * Writes down what changed, in the background and in order; a database that is away loses rows, not the portal.
   * Resolves with how many objects were found to be as they are since before this process started.
   */
  record(cluster: ClusterEngine, changes: HealthChange[]): Promise<number> {
    const worth = changes.filter(
      change => isFirst(change) || change.from?.status !== change.to?.status,
    );
    if (worth.length === 0) {
      return Promise.resolve(0);
    }
    const written = this.queue
      .then(() => this.write(cluster, worth))
      .catch(error => {
        this.logger.warn(`history: ${error}`);
        return 0;
      });
    this.queue = written;
    return written;
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

  private async write(
    cluster: ClusterEngine,
    changes: HealthChange[],
  ): Promise<number> {
    let restored = 0;
    // Of an object that went and came again at once, what it is now.
    const byKey = new Map(
      changes.map(change => [keyOf(cluster.name, change), change]),
    );
    const keys = [...byKey.keys()];
    for (let from = 0; from < keys.length; from += BATCH) {
      const batch = keys.slice(from, from + BATCH);
      const latest = await this.latest(cluster.name, batch);
      const found = batch.map(key => ({
        change: byKey.get(key)!,
        before: latest.get(key),
      }));
      restored += found.filter(
        ({ change, before }) => before && restore(cluster, change, before),
      ).length;
      const rows = found.flatMap(
        ({ change, before }) => rowOf(cluster.name, change, before) ?? [],
      );
      if (rows.length > 0) {
        await this.knex(TABLE)
          .insert(rows)
          .onConflict(['cluster', 'object_key', 'previous_id'])
          .ignore();
      }
    }
    return restored;
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

/** After a restart, an object is as it is since its last row says so. */
function restore(
  { store }: ClusterEngine,
  change: HealthChange,
  before: Latest,
): boolean {
  const { resource, to } = change;
  const { verdict } = resource;
  return (
    isFirst(change) &&
    to !== undefined &&
    before.status === to.status &&
    before.reason === to.reason &&
    verdict.status === to.status &&
    verdict.reason === to.reason &&
    store.restoreSince(resource, before.at)
  );
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
