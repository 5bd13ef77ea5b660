import { defineKind } from '../../definition/kind';
import { managedBy, trackingIdOf } from '../../definition/ownership';
import { Resource } from '../../definition/resource';
import { degraded, healthy, unknown, Verdict } from '../../judging/verdict';
import { isObject, objectAt, RawObject, stringAt } from '../../reading/raw';
import { formatTime, timeAt } from '../../reading/times';
import { isoOf, secretLinks } from './api';
import {
  bucketLink,
  readStoreConfig,
  StoreConfig,
} from './object-store-config';

/** From when on one server can be restored, and how its last backups went. */
export type RecoveryWindow = {
  first?: number;
  lastGood?: number;
  lastFailed?: number;
};

export type ObjectStoreFacts = StoreConfig & {
  windows: { [server: string]: RecoveryWindow };
  retention?: string;
  trackingId?: string;
};

const GROUP = 'barmancloud.cnpg.io';
const MOST_SERVERS = 100;

/** Where the Barman Cloud plugin keeps base backups and WAL. */
export const objectStore = defineKind<ObjectStoreFacts>({
  group: GROUP,
  kind: 'ObjectStore',
  plural: 'objectstores',
  versions: ['v1'],
  namespaced: true,
  title: 'Database backup stores',
  // It gets a status with the first backup, which may be days away.
  statusless: true,
  patienceMinutes: 0,
  project: raw => ({
    ...readStoreConfig(objectAt(raw, 'spec', 'configuration')),
    retention: stringAt(raw, 'spec', 'retentionPolicy'),
    windows: windowsOf(raw),
    trackingId: trackingIdOf(raw, GROUP, 'ObjectStore'),
  }),
  links: ({ facts, meta }) => [
    ...secretLinks(meta, facts.secrets ?? [], 'target'),
    ...bucketLink(facts.destination),
    ...managedBy(facts.trackingId),
  ],
  health: judgeStore,
  reasons: [
    {
      code: 'CnpgObjectStoreRecoverable',
      cause: 'Every server that uses it can be restored.',
      evidence: 'status.serverRecoveryWindow',
      remedy: false,
    },
    {
      code: 'CnpgObjectStoreEmpty',
      cause: 'No server has a backup in it yet.',
      evidence: 'status.serverRecoveryWindow',
      remedy: false,
    },
    {
      code: 'CnpgObjectStoreLastBackupFailed',
      cause: 'The last backup of a server failed.',
      evidence: 'status.serverRecoveryWindow.lastFailedBackupTime',
    },
  ],
  shows: ['endpoint', 'retention'],
});

function windowsOf(raw: RawObject): ObjectStoreFacts['windows'] {
  const windows: ObjectStoreFacts['windows'] = {};
  const servers = Object.entries(
    objectAt(raw, 'status', 'serverRecoveryWindow'),
  );
  for (const [server, window] of servers.slice(0, MOST_SERVERS)) {
    if (isObject(window) && server !== '__proto__') {
      const first = timeAt(window, 'firstRecoverabilityPoint');
      // The first versions of the plugin wrote it with a slip of the pen.
      const lastGood =
        timeAt(window, 'lastSuccessfulBackupTime') ??
        timeAt(window, 'lastSuccussfulBackupTime');
      const lastFailed = timeAt(window, 'lastFailedBackupTime');
      windows[server] = {
        ...(first === undefined ? {} : { first }),
        ...(lastGood === undefined ? {} : { lastGood }),
        ...(lastFailed === undefined ? {} : { lastFailed }),
      };
    }
  }
  return windows;
}

function judgeStore({ facts, meta }: Resource<ObjectStoreFacts>): Verdict {
  const windows = Object.entries(facts.windows);
  if (meta.origin === 'git' && !meta.hasStatus) {
    return unknown('DefinedInGit', 'Defined in Git, no status read.', {
      evidence: [{ path: 'status', value: null }],
    });
  }
  const bad = windows.find(
    ([, { lastGood = 0, lastFailed = 0 }]) => lastFailed > lastGood,
  );
  if (bad) {
    const [server, { lastGood, lastFailed }] = bad;
    return degraded(
      'CnpgObjectStoreLastBackupFailed',
      `The last backup of ${server} failed at ${formatTime(lastFailed!)}; ${
        lastGood === undefined
          ? 'none ever succeeded'
          : `the last good one is of ${formatTime(lastGood)}`
      }.`,
      {
        evidence: [
          {
            path: `status.serverRecoveryWindow.${server}.lastFailedBackupTime`,
            value: isoOf(lastFailed),
          },
        ],
        since: lastFailed,
      },
    );
  }
  const good = windows.filter(
    ([, { first, lastGood }]) => first !== undefined || lastGood !== undefined,
  );
  if (good.length === 0 || good.length < windows.length) {
    return unknown(
      'CnpgObjectStoreEmpty',
      good.length === 0
        ? 'No server has a backup in it yet.'
        : `${windows.length - good.length} of ${
            windows.length
          } servers have no backup in it yet.`,
      {
        evidence: [
          { path: 'status.serverRecoveryWindow', value: windows.length },
        ],
      },
    );
  }
  return healthy(
    'CnpgObjectStoreRecoverable',
    good
      .slice(0, 3)
      .map(([server, { first, lastGood }]) =>
        first === undefined
          ? `${server} was backed up ${formatTime(lastGood!)}`
          : `${server} can be restored from ${formatTime(first)} on`,
      )
      .join(', ')
      .concat(good.length > 3 ? ` and ${good.length - 3} more.` : '.'),
  );
}
