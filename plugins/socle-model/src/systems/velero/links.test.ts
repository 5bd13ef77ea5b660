import { SystemRegistry } from '../../definition/registry';
import { ResourceStore } from '../../graph/store';
import { RawObject } from '../../reading/raw';
import { velero } from '.';

const NOW = Date.UTC(2026, 4, 20, 10);
const MINUTE = 60_000;

function object(
  kind: string,
  name: string,
  rest: {
    labels?: RawObject;
    annotations?: RawObject;
    [part: string]: unknown;
  },
): RawObject {
  const { labels, annotations, ...parts } = rest;
  return {
    apiVersion: kind.startsWith('Data') ? 'velero.io/v2alpha1' : 'velero.io/v1',
    kind,
    metadata: {
      name,
      namespace: 'velero',
      uid: `uid-${name}`,
      labels,
      annotations,
    },
    ...parts,
  };
}

function storeOf(...objects: RawObject[]) {
  const store = new ResourceStore(new SystemRegistry([velero]));
  objects.forEach(one => store.apply(one));
  return store;
}

function linked(store: ResourceStore, kind: string, name: string) {
  const from = store.get(`velero.io/${kind}`, 'velero', name)!;
  return store
    .linksOf(from)
    .map(link => [
      link.rel,
      [...store.providersOf(link.to)].map(one => one.meta.name).join() ||
        link.to,
      link.depends,
    ]);
}

const LOCATION = object('BackupStorageLocation', 'main', {
  spec: {
    provider: 'aws',
    default: true,
    objectStorage: { bucket: 'vault' },
    credential: { name: 'main-key', key: 'cloud' },
  },
});
const SCHEDULE = object('Schedule', 'nightly', {
  spec: { schedule: '0 1 * * *', template: {} },
});
const BACKUP = object('Backup', 'nightly-1', {
  labels: { 'velero.io/schedule-name': 'nightly' },
  spec: { storageLocation: 'main' },
});

it('leads from a backup to its schedule and its location', () => {
  const store = storeOf(LOCATION, SCHEDULE, BACKUP);
  expect(linked(store, 'Backup', 'nightly-1')).toEqual([
    ['ofSchedule', 'nightly', 'source'],
    ['location', 'main', 'target'],
  ]);
  expect(linked(store, 'Schedule', 'nightly')).toEqual([
    ['location', 'main', 'target'],
    ['server', 'apps/Deployment/velero/velero', 'target'],
  ]);
});

it('leads from a location to its bucket and its key', () => {
  expect(linked(storeOf(LOCATION), 'BackupStorageLocation', 'main')).toEqual([
    ['server', 'apps/Deployment/velero/velero', 'target'],
    ['bucket', 's3Bucket:vault', 'target'],
    ['usesSecret', '/Secret/velero/main-key', 'target'],
  ]);
});

it('leads from the data of a volume to its backup, claim, pod and repository', () => {
  const store = storeOf(
    LOCATION,
    BACKUP,
    object('BackupRepository', 'shop-main-kopia', {
      spec: {
        volumeNamespace: 'shop',
        backupStorageLocation: 'main',
        repositoryType: 'kopia',
      },
    }),
    object('PodVolumeBackup', 'files', {
      labels: { 'velero.io/backup-name': 'nightly-1' },
      annotations: { 'velero.io/pvc-name': 'data' },
      spec: {
        pod: { namespace: 'shop', name: 'cart-0' },
        backupStorageLocation: 'main',
        uploaderType: 'kopia',
      },
    }),
    object('DataUpload', 'upload', {
      labels: { 'velero.io/backup-uid': 'uid-nightly-1' },
      spec: { sourceNamespace: 'shop', sourcePVC: 'data' },
    }),
  );
  expect(linked(store, 'PodVolumeBackup', 'files')).toEqual([
    ['backup', 'nightly-1', 'source'],
    ['location', 'main', 'target'],
    ['nodeAgent', 'apps/DaemonSet/velero/node-agent', 'target'],
    ['pod', '/Pod/shop/cart-0', undefined],
    ['backupOf', '/PersistentVolumeClaim/shop/data', undefined],
    ['repository', 'shop-main-kopia', 'target'],
  ]);
  expect(linked(store, 'DataUpload', 'upload')).toEqual([
    ['backup', 'nightly-1', 'source'],
    ['nodeAgent', 'apps/DaemonSet/velero/node-agent', 'target'],
    ['backupOf', '/PersistentVolumeClaim/shop/data', undefined],
  ]);
});

it('finds a schedule whose name is too long for a label', () => {
  const long =
    'every-night-all-namespaces-of-the-eastern-site-with-their-volumes-1';
  const store = storeOf(
    object('Schedule', long, { spec: { schedule: '0 1 * * *' } }),
    object('Backup', 'b', {
      labels: { 'velero.io/schedule-name': `${long.slice(0, 57)}0a1b2c` },
    }),
  );
  expect(linked(store, 'Backup', 'b')).toEqual([
    ['ofSchedule', long, 'source'],
  ]);
});

describe('time that passes', () => {
  const upload = (bytesDone: number) =>
    object('DataUpload', 'u', {
      status: {
        phase: 'InProgress',
        startTimestamp: '2026-05-20T09:00:00Z',
        progress: { bytesDone, totalBytes: 2 ** 45 },
      },
    });
  const verdictOf = (store: ResourceStore) =>
    store.get('velero.io/DataUpload', 'velero', 'u')!.verdict;

  it('finds an upload stuck once its bytes stand still, and well when they move', () => {
    const store = storeOf(upload(2 ** 40));
    store.settle(NOW);
    expect(verdictOf(store).status).toBe('progressing');
    store.settle(NOW + 59 * MINUTE);
    expect(verdictOf(store).status).toBe('progressing');
    store.settle(NOW + 61 * MINUTE);
    expect(verdictOf(store).reason).toBe('VeleroDataUploadStuck');
    store.apply({
      ...upload(2 ** 40),
      spec: { cancel: false, sourcePVC: 'data' },
    });
    store.settle(NOW + 90 * MINUTE);
    expect(verdictOf(store).reason).toBe('VeleroDataUploadStuck');
    // A byte more does not show in a rounded size.
    store.apply(upload(2 ** 40 + 1));
    store.settle(NOW + 91 * MINUTE);
    expect(verdictOf(store).status).toBe('progressing');
  });

  it('judges a kept schedule late at the minute it is', () => {
    const store = storeOf(
      object('Schedule', 'nightly', {
        spec: { schedule: '0 1 * * *' },
        status: { phase: 'Enabled', lastBackup: '2026-05-20T01:00:00Z' },
      }),
      {
        ...BACKUP,
        status: {
          phase: 'Completed',
          completionTimestamp: '2026-05-20T01:30:00Z',
        },
      },
    );
    store.setListed('velero.io/Backup', true);
    const reasonAt = (at: number) => {
      store.settle(at);
      return store.get('velero.io/Schedule', 'velero', 'nightly')!.verdict
        .reason;
    };
    expect(reasonAt(NOW)).toBe('VeleroScheduleKept');
    const late = Date.UTC(2026, 4, 22, 1, 30);
    expect(reasonAt(late)).toBe('VeleroScheduleKept');
    expect(reasonAt(late + MINUTE)).toBe('VeleroScheduleLate');
  });
});
