import { Resource } from '../../definition/resource';
import { Found, newest, Run } from './found';
import { CoverageReader } from './reader';

const BACKUP = 'postgresql.cnpg.io/Backup';
const CLUSTER = 'postgresql.cnpg.io/Cluster';

type ClusterFacts = {
  backupBy?: string;
  serverName?: string;
  objectStore?: string;
  firstRecoverable?: number;
  lastSuccessfulBackup?: number;
  archiving?: { status: string; message?: string; at?: number };
  recoveredFrom?: { backup?: string; server?: string };
};
type BackupFacts = {
  phase?: string;
  method?: string;
  stopped?: number;
  started?: number;
};
type ScheduleFacts = { intervalMillis?: number; suspend?: true };
type StoreFacts = {
  windows: {
    [server: string]: {
      first?: number;
      lastGood?: number;
      lastFailed?: number;
    };
  };
};

/** Base backups and archived WAL of a PostgreSQL cluster. */
export function postgresCoverage(
  cluster: Resource,
  reader: CoverageReader,
): Found[] {
  const { facts } = cluster as unknown as Resource<ClusterFacts>;
  const backups = reader.incoming<BackupFacts>(cluster, 'backupOf', BACKUP);
  const plans = reader
    .incoming<ScheduleFacts>(
      cluster,
      'backsUp',
      'postgresql.cnpg.io/ScheduledBackup',
    )
    .map(plan => ({
      of: plan as unknown as Resource,
      interval: plan.facts.intervalMillis,
      suspended: plan.facts.suspend === true,
    }));
  const snapshots = backups.filter(
    one => one.facts.method === 'volumeSnapshot',
  );
  const others = backups.filter(one => one.facts.method !== 'volumeSnapshot');
  const store = reader.targets<StoreFacts>(cluster, 'objectStore');
  const windows = store.items[0]?.facts.windows ?? {};
  const server = facts.serverName ?? cluster.meta.name;
  const window = Object.hasOwn(windows, server) ? windows[server] : undefined;
  const read = reader.read(BACKUP) && store.read;
  const common = {
    tool: 'cloudnative-pg',
    method: 'baseBackup',
    read,
    plans,
    restore: restoreOf(cluster, server, reader),
  };
  const found: Found[] = [];
  const bySnapshot = facts.backupBy === 'volumeSnapshot';
  if (snapshots.length > 0) {
    found.push({
      ...common,
      method: 'snapshot',
      local: true,
      ...runsOf(snapshots),
    });
  }
  const runs = runsOf(others);
  const good: Run[] = [
    ...(runs.good ? [runs.good] : []),
    ...(window?.lastGood === undefined
      ? []
      : [{ at: window.lastGood, of: store.items[0] as unknown as Resource }]),
    ...(facts.lastSuccessfulBackup === undefined || bySnapshot
      ? []
      : [{ at: facts.lastSuccessfulBackup, of: cluster }]),
  ];
  const failed: Run[] = [
    ...(runs.failed ? [runs.failed] : []),
    ...(facts.backupBy && facts.archiving?.status === 'False'
      ? [
          {
            at: facts.archiving.at,
            of: cluster,
            message: `WAL archiving fails: ${
              facts.archiving.message ?? 'no cause given'
            }`,
          },
        ]
      : []),
  ];
  if (found.length === 0 || good.length > 0 || failed.length > 0) {
    found.push({
      ...common,
      good: newest(good),
      failed: newest(failed),
      recoverableFrom: window?.first ?? facts.firstRecoverable,
    });
  }
  return found;
}

function runsOf(backups: Resource<BackupFacts>[]) {
  const run = (one: Resource<BackupFacts>): Run => ({
    at: one.facts.stopped ?? one.facts.started ?? one.meta.created,
    of: one as unknown as Resource,
    message: one.verdict.message,
  });
  return {
    good: newest(
      backups.filter(one => one.facts.phase === 'completed').map(run),
    ),
    failed: newest(
      backups.filter(one => one.verdict.status === 'failed').map(run),
    ),
  };
}

/** Another cluster that was made from its backups, and works. */
function restoreOf(cluster: Resource, server: string, reader: CoverageReader) {
  const proven = reader.all<ClusterFacts>(CLUSTER).find(other => {
    const { recoveredFrom } = other.facts;
    const works = ['healthy', 'degraded'].includes(other.verdict.status);
    if (!recoveredFrom || !works) {
      return false;
    }
    const byBackup = reader
      .targets(other as unknown as Resource, 'restoredFrom')
      .items.some(backup =>
        reader.targets(backup, 'backupOf').items.includes(cluster),
      );
    return byBackup || recoveredFrom.server === server;
  });
  return {
    read: reader.read(CLUSTER),
    ...(proven
      ? {
          proven: {
            at: proven.meta.created,
            of: proven as unknown as Resource,
          },
        }
      : {}),
  };
}
