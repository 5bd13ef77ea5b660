import { CoverageItem } from '@socle/backstage-plugin-socle-common';
import { KindId } from '../definition/kind';
import { SystemRegistry } from '../definition/registry';
import { Resource } from '../definition/resource';
import { ResourceStore } from '../graph/store';
import { RawObject } from '../reading/raw';
import { systems } from '../systems';
import { findCoverage, findsNotBackedUp } from './coverage';

const NOW = Date.parse('2026-05-20T10:00:00Z');
const registry = new SystemRegistry(systems);
const EVERY_KIND = registry.all().map(({ kind }) => kind);

const object = (
  apiVersion: string,
  kind: string,
  name: string,
  rest: RawObject & { metadata?: RawObject } = {},
): RawObject => ({
  apiVersion,
  kind,
  ...rest,
  metadata: {
    name,
    namespace: 'shop',
    uid: `${kind}-${name}`,
    creationTimestamp: '2026-05-01T00:00:00Z',
    ...rest.metadata,
  },
});
const velero = (kind: string, name: string, rest: RawObject = {}) =>
  object(`velero.io/${kind === 'DataUpload' ? 'v2alpha1' : 'v1'}`, kind, name, {
    ...rest,
    metadata: { namespace: 'velero', ...(rest.metadata as RawObject) },
  });
const cnpg = (kind: string, name: string, rest: RawObject = {}) =>
  object('postgresql.cnpg.io/v1', kind, name, rest);

const CLAIM = object('v1', 'PersistentVolumeClaim', 'data', {
  spec: { volumeName: 'pv-1' },
  status: { phase: 'Bound' },
});
const PV = object('v1', 'PersistentVolume', 'pv-1', {
  metadata: { namespace: undefined },
  spec: { csi: { driver: 'driver.longhorn.io', volumeHandle: 'vol-1' } },
  status: { phase: 'Bound' },
});
const longhorn = (name: string, lastBackupAt: string, spec: RawObject = {}) =>
  object('longhorn.io/v1beta2', 'Volume', name, {
    metadata: { namespace: 'longhorn-system' },
    spec: { numberOfReplicas: 3, ...spec },
    status: { state: 'attached', robustness: 'healthy', lastBackupAt },
  });
const JOB = object('longhorn.io/v1beta2', 'RecurringJob', 'daily', {
  metadata: { namespace: 'longhorn-system' },
  spec: { task: 'backup', cron: '0 2 * * *', groups: ['default'] },
});
const backup = (name: string, at: string, phase = 'Completed', spec = {}) =>
  velero('Backup', name, {
    metadata: { uid: name, labels: { 'velero.io/schedule-name': 'nightly' } },
    spec: { storageLocation: 'main', ...spec },
    status: {
      phase,
      completionTimestamp: at,
      expiration: '2026-07-01T00:00:00Z',
      ...(spec as RawObject),
    },
  });
const upload = (of: string, at: string, phase = 'Completed', uid?: string) =>
  velero('DataUpload', `${of}-up`, {
    metadata: {
      labels: {
        'velero.io/backup-name': of,
        'velero.io/backup-uid': of,
        ...(uid ? { 'velero.io/pvc-uid': uid } : {}),
      },
    },
    spec: { sourceNamespace: 'shop', sourcePVC: 'data' },
    status: { phase, completionTimestamp: at, message: 'as it is' },
  });
const schedule = (spec: RawObject = {}, paused = false) =>
  velero('Schedule', 'nightly', {
    spec: {
      schedule: '0 1 * * *',
      paused,
      template: { snapshotMoveData: true, ...spec },
    },
    status: { phase: 'Enabled' },
  });
const snapshot = (ready: boolean) =>
  object('snapshot.storage.k8s.io/v1', 'VolumeSnapshot', 'snap', {
    spec: { source: { persistentVolumeClaimName: 'data' } },
    status: { readyToUse: ready, creationTime: '2026-05-20T03:00:00Z' },
  });

const KASTEN = object('config.kio.kasten.io/v1alpha1', 'Policy', 'daily', {
  metadata: { namespace: 'kasten-io' },
  spec: { frequency: '@daily', actions: [{ action: 'backup' }] },
  status: { validation: 'Success' },
});
const CLOUDCASA = object('apps/v1', 'Deployment', 'cloudcasa-kubeagent', {
  metadata: { namespace: 'cloudcasa-io' },
  spec: {
    template: {
      spec: {
        containers: [
          { name: 'agent', image: 'catalogicsoftware/amds-kagent:3.2.1' },
        ],
      },
    },
  },
  status: { replicas: 1, readyReplicas: 1 },
});

function storeOf(objects: RawObject[], notRead: KindId[] = []): ResourceStore {
  const store = new ResourceStore(registry);
  objects.forEach(one => store.apply(structuredClone(one)));
  for (const { group, kind } of EVERY_KIND) {
    store.setListed(`${group}/${kind}`, !notRead.includes(`${group}/${kind}`));
  }
  store.settle(NOW);
  return store;
}

function coverage(
  objects: RawObject[],
  notRead: KindId[] = [],
  visible?: (resource: Resource) => boolean,
): CoverageItem[] {
  return findCoverage(storeOf(objects, notRead), 'c', NOW, visible);
}
const claimOf = (...args: Parameters<typeof coverage>) =>
  coverage(...args).find(({ subject }) => subject === 'claim')!;

const FRESH = '2026-05-20T02:00:00Z';
const OLD = '2026-05-15T02:00:00Z';

describe('the gap of a claim', () => {
  it.each<[string, RawObject[], string, RegExp, KindId[]?]>([
    ['nothing at all', [CLAIM, PV], 'noBackup', /no schedule covers it/],
    [
      'a schedule that never came to it',
      [CLAIM, PV, schedule()],
      'noBackup',
      /although Schedule nightly covers it/,
    ],
    [
      'a fresh Longhorn backup',
      [CLAIM, PV, longhorn('vol-1', FRESH), JOB],
      'none',
      /Last good backup 2026-05-20T02/,
    ],
    [
      'a Longhorn backup older than its job promises',
      [CLAIM, PV, longhorn('vol-1', OLD), JOB],
      'late',
      /planned at least every 24 h/,
    ],
    [
      'a Longhorn backup without any job',
      [CLAIM, PV, longhorn('vol-1', OLD)],
      'none',
      /Last good backup 2026-05-1/,
    ],
    [
      'a fresh upload of Velero',
      [CLAIM, PV, schedule(), backup('b', FRESH), upload('b', FRESH)],
      'none',
      /Last good backup 2026-05-20T02/,
    ],
    [
      'an upload that failed after the last good one',
      [
        CLAIM,
        PV,
        schedule(),
        backup('a', '2026-05-19T02:00:00Z'),
        upload('a', '2026-05-19T02:00:00Z'),
        backup('b', FRESH, 'PartiallyFailed'),
        upload('b', FRESH, 'Failed'),
      ],
      'failed',
      /newest failed: Failed: as it is/,
    ],
    [
      'an upload whose backup is gone',
      [CLAIM, PV, upload('b', FRESH)],
      'noBackup',
      /No backup at all/,
    ],
    [
      'an upload of the claim that had the name before',
      [CLAIM, PV, backup('b', FRESH), upload('b', FRESH, 'Completed', 'other')],
      'noBackup',
      /No backup at all/,
    ],
    [
      'an upload whose schedule is paused',
      [
        CLAIM,
        PV,
        schedule({}, true),
        backup('b', '2026-05-01T02:00:00Z'),
        upload('b', '2026-05-01T02:00:00Z'),
      ],
      'late',
      /its schedule is suspended/,
    ],
    ['a snapshot', [CLAIM, PV, snapshot(true)], 'localOnly', /same storage/],
    [
      'a snapshot not ready',
      [CLAIM, PV, snapshot(false)],
      'noBackup',
      /No backup/,
    ],
    [
      'a Velero backup by CSI snapshots',
      [
        CLAIM,
        PV,
        backup('b', FRESH, 'Completed', {
          csiVolumeSnapshotsAttempted: 2,
          csiVolumeSnapshotsCompleted: 2,
        }),
      ],
      'localOnly',
      /gone with the storage/,
    ],
    [
      'a Velero backup by snapshots of a provider',
      [
        CLAIM,
        PV,
        backup('b', FRESH, 'Completed', {
          volumeSnapshotsAttempted: 2,
          volumeSnapshotsCompleted: 2,
        }),
      ],
      'unknown',
      /does not say whether it holds this claim/,
    ],
    [
      'Kasten beside it, which keeps its runs to itself',
      [CLAIM, PV, KASTEN],
      'unknown',
      /kasten-k10 could not be read/,
    ],
    [
      'CloudCasa beside it, whose runs only its service knows',
      [CLAIM, PV, CLOUDCASA],
      'unknown',
      /cloudcasa could not be read/,
    ],
    [
      'a fresh Longhorn backup, whatever Kasten has',
      [CLAIM, PV, longhorn('vol-1', FRESH), JOB, KASTEN],
      'none',
      /Last good backup 2026-05-20T02/,
    ],
    [
      'Velero not read',
      [CLAIM, PV],
      'unknown',
      /velero could not be read/,
      ['velero.io/Backup'],
    ],
    [
      'Longhorn not read',
      [CLAIM, PV],
      'unknown',
      /longhorn could not be read/,
      ['longhorn.io/Volume'],
    ],
  ])('%s', (_, objects, gap, message, notRead = []) => {
    const item = claimOf(objects, notRead);
    expect(item.message).toMatch(message);
    expect(item.gap).toBe(gap);
  });

  it('takes what may not be seen for not read', () => {
    const objects = [CLAIM, PV, backup('b', FRESH), upload('b', FRESH)];
    const item = claimOf(objects, [], ({ system }) => system !== 'velero');
    expect(item).toMatchObject({
      gap: 'unknown',
      restore: { state: 'unknown' },
    });
    expect(JSON.stringify(item)).not.toContain('DataUpload');
  });
});

describe('the flag of what was never backed up', () => {
  const failedUpload = [
    backup('b', FRESH, 'PartiallyFailed'),
    upload('b', FRESH, 'Failed'),
  ];
  const ofPod = {
    ...CLAIM,
    metadata: {
      ...(CLAIM.metadata as RawObject),
      ownerReferences: [
        {
          apiVersion: 'v1',
          kind: 'Pod',
          name: 'p',
          uid: 'p',
          controller: true,
        },
      ],
    },
  };
  const pending = { ...CLAIM, spec: {}, status: { phase: 'Pending' } };

  it.each<[string, boolean, RawObject[], KindId[]?]>([
    ['nothing at all', true, [CLAIM, PV]],
    ['only a snapshot', true, [CLAIM, PV, snapshot(true)]],
    ['only a run that failed', true, [CLAIM, PV, ...failedUpload]],
    ['a late backup', false, [CLAIM, PV, longhorn('vol-1', OLD), JOB]],
    ['Velero not read', false, [CLAIM, PV], ['velero.io/Backup']],
    ['a tool that does not tell', false, [CLAIM, PV, KASTEN]],
    ['a claim that goes with its pod', false, [ofPod, PV]],
    ['a claim without a volume', false, [pending]],
  ])('%s: %s', (_, flagged, objects, notRead = []) => {
    const store = storeOf(objects, notRead);
    const claim = store.get('/PersistentVolumeClaim', 'shop', 'data')!;
    expect(findsNotBackedUp(store, NOW)(claim)).toBe(flagged);
  });

  it('is not for what is no store of data', () => {
    const store = storeOf([CLAIM, PV]);
    const volume = store.get('/PersistentVolume', undefined, 'pv-1')!;
    expect(findsNotBackedUp(store, NOW)(volume)).toBe(false);
  });

  it('is not for a reader who may not see the backups', () => {
    const objects = [CLAIM, PV, backup('b', FRESH), upload('b', FRESH)];
    const store = storeOf(objects);
    const claim = store.get('/PersistentVolumeClaim', 'shop', 'data')!;
    const may = ({ system }: Resource) => system !== 'velero';
    expect(findsNotBackedUp(store, NOW, may)(claim)).toBe(false);
  });

  it('is not for a reader who may not see that there is another tool', () => {
    const store = storeOf([CLAIM, PV, CLOUDCASA]);
    const claim = store.get('/PersistentVolumeClaim', 'shop', 'data')!;
    const may = ({ meta }: Resource) => meta.namespace !== 'cloudcasa-io';
    expect(findsNotBackedUp(store, NOW, may)(claim)).toBe(false);
  });
});

describe('a proven restore', () => {
  const held = [CLAIM, PV, backup('b', FRESH), upload('b', FRESH)];
  const restore = (phase: string, spec: RawObject = {}) =>
    velero('Restore', 'r', {
      spec: { backupName: 'b', ...spec },
      status: { phase, completionTimestamp: '2026-05-20T04:00:00Z' },
    });

  it.each<[string, RawObject[], string, KindId[]?]>([
    ['none', held, 'never'],
    ['restores not read', held, 'unknown', ['velero.io/Restore']],
    ['a restore that is complete', [...held, restore('Completed')], 'proven'],
    ['one that failed', [...held, restore('Failed')], 'never'],
    [
      'one of another namespace',
      [...held, restore('Completed', { includedNamespaces: ['bank'] })],
      'never',
    ],
    [
      'a Longhorn volume made from its backup',
      [
        CLAIM,
        PV,
        longhorn('vol-1', FRESH),
        longhorn('copy', '', {
          fromBackup: 's3://b@r/?backup=backup-1&volume=vol-1',
        }),
      ],
      'proven',
    ],
  ])('%s', (_, objects, state, notRead = []) => {
    expect(claimOf(objects, notRead).restore.state).toBe(state);
  });
});

describe('a PostgreSQL cluster', () => {
  const OK = {
    phase: 'Cluster in healthy state',
    readyInstances: 1,
    currentPrimary: 'db-1',
  };
  const cluster = (
    name: string,
    spec: RawObject = {},
    status: RawObject = {},
  ) =>
    cnpg('Cluster', name, {
      spec: {
        instances: 1,
        backup: { barmanObjectStore: { destinationPath: 's3://b/' } },
        ...spec,
      },
      status: { ...OK, ...status },
    });
  const base = (name: string, phase: string, at: string, method = 'plugin') =>
    cnpg('Backup', name, {
      metadata: { creationTimestamp: at },
      spec: { cluster: { name: 'db' }, method },
      status: { phase, stoppedAt: at, error: 'exit status 4' },
    });
  const plan = cnpg('ScheduledBackup', 'db-daily', {
    spec: { schedule: '0 0 2 * * *', cluster: { name: 'db' } },
    status: {},
  });

  it.each<[string, RawObject[], string]>([
    ['never backed up', [cluster('db')], 'noBackup'],
    ['backed up', [cluster('db'), plan, base('b', 'completed', FRESH)], 'none'],
    ['late', [cluster('db'), plan, base('b', 'completed', OLD)], 'late'],
    [
      'failed since',
      [
        cluster('db'),
        base('a', 'completed', '2026-05-19T02:00:00Z'),
        base('b', 'failed', FRESH),
      ],
      'failed',
    ],
    [
      'archiving fails',
      [
        cluster(
          'db',
          {},
          {
            lastSuccessfulBackup: '2026-05-19T02:00:00Z',
            conditions: [
              {
                type: 'ContinuousArchiving',
                status: 'False',
                message: 'exit status 1',
                lastTransitionTime: FRESH,
              },
            ],
          },
        ),
      ],
      'failed',
    ],
    [
      'snapshots only',
      [cluster('db'), base('b', 'completed', FRESH, 'volumeSnapshot')],
      'localOnly',
    ],
  ])('%s', (_, objects, gap) => {
    const [item] = coverage(objects);
    expect(item).toMatchObject({ subject: 'database', gap });
  });

  it('covers its claims, and knows from when on it can be restored', () => {
    const items = coverage([
      object('v1', 'PersistentVolumeClaim', 'db-1', {
        metadata: {
          ownerReferences: [
            {
              apiVersion: 'postgresql.cnpg.io/v1',
              kind: 'Cluster',
              name: 'db',
              uid: 'Cluster-db',
              controller: true,
            },
          ],
        },
        status: { phase: 'Bound' },
      }),
      cluster('db', {
        backup: {},
        plugins: [
          {
            name: 'barman-cloud.cloudnative-pg.io',
            parameters: { barmanObjectName: 'store' },
          },
        ],
      }),
      object('barmancloud.cnpg.io/v1', 'ObjectStore', 'store', {
        status: {
          serverRecoveryWindow: {
            db: {
              firstRecoverabilityPoint: OLD,
              lastSuccessfulBackupTime: FRESH,
            },
          },
        },
      }),
    ]);
    expect(items).toMatchObject([
      { subject: 'claim', gap: 'none', coveredBy: { kind: 'Cluster' } },
      { subject: 'database', gap: 'none' },
    ]);
    expect(items[1].tools[0].recoverableFrom).toBe(OLD);
  });

  it('is proven by a cluster that was made from it', () => {
    const [db] = coverage([
      cluster('db'),
      base('b', 'completed', FRESH),
      cluster('db-copy', {
        bootstrap: { recovery: { backup: { name: 'b' } } },
      }),
    ]);
    expect(db.restore).toMatchObject({
      state: 'proven',
      ref: { name: 'db-copy' },
    });
  });
});
