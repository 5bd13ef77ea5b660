import {
  healthOf,
  KindDefinition,
  kindId,
  refOf,
  ResourceStore,
  SystemRegistry,
} from '@socle/backstage-plugin-socle-model';
import { Assessment } from '../assess/assessment';
import { Row } from '../assess/row';
import { Unread } from '../input/find-files';
import { ApiError, ApiServer, connect } from './api-server';
import { listKind } from './list-kind';
import { ServedKind, servedKinds } from './served-kinds';

/** How many lists are asked for at once. */
const AT_ONCE = 6;

export interface ClusterToJudge {
  kubeconfig: string;
  context?: string;
  registry: SystemRegistry;
  at: number;
}

/** Reads every kind of the model once and judges what is there. Nothing is written, and no Secret's value read. */
export async function judgeCluster(of: ClusterToJudge): Promise<Assessment> {
  const server = await connect(of.kubeconfig, of.context);
  try {
    return await judgeServer(server, of.registry, of.at);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { rows: [], unread: [{ file: server.name, message }], notes: [] };
  } finally {
    server.close();
  }
}

/** The same with a server at hand. */
export async function judgeServer(
  server: ApiServer,
  registry: SystemRegistry,
  at: number,
): Promise<Assessment> {
  const store = new ResourceStore(registry);
  const unread: Unread[] = [];
  const forbidden: KindDefinition[] = [];
  const read = async (served: ServedKind) => {
    const { kind } = served;
    if (served.state === 'notInstalled') {
      store.setListed(kindId(kind), true);
      return;
    }
    if (served.state === 'notReadable') {
      unread.push({ file: nameOf(kind), message: served.message });
      return;
    }
    try {
      await listKind(server, served, items =>
        items.forEach(item => store.applyAs(kind, item, served.version)),
      );
      store.setListed(kindId(kind), true);
    } catch (error) {
      if (
        error instanceof ApiError &&
        (error.status === 403 || error.status === 401)
      ) {
        forbidden.push(kind);
      } else {
        unread.push({
          file: nameOf(kind),
          message: error instanceof Error ? error.message : String(error),
        });
      }
    }
  };
  const queue = await servedKinds(server, registry);
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let next = queue.pop(); next; next = queue.pop()) {
        await read(next);
      }
    }),
  );
  store.settle(at);
  return {
    rows: rowsOf(store, server.name, registry),
    unread,
    notes:
      forbidden.length > 0
        ? [
            `Not permitted, and so not known: ${forbidden
              .map(nameOf)
              .sort()
              .join(', ')}`,
          ]
        : [],
  };
}

function rowsOf(
  store: ResourceStore,
  cluster: string,
  registry: SystemRegistry,
): Row[] {
  const rows: Row[] = [];
  for (const resource of store.all()) {
    const { since: _since, ...health } = healthOf(resource, cluster, registry);
    rows.push({
      file: cluster,
      document: rows.length,
      ref: refOf(resource, cluster),
      health: {
        ...health,
        reason: health.reason ?? '',
        message: health.message ?? '',
      },
      facts: resource.facts,
    });
  }
  return rows;
}

function nameOf(kind: KindDefinition): string {
  return kind.group ? `${kind.plural}.${kind.group}` : kind.plural;
}
