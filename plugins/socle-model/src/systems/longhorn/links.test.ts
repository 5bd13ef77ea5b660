import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';
import { SystemRegistry } from '../../definition/registry';
import { ResourceStore } from '../../graph/store';
import { RawObject } from '../../reading/raw';
import { yamlSchema } from '../__testUtils__/fixtures';
import { longhorn } from '.';

const store = new ResourceStore(new SystemRegistry([longhorn]));
const file = join(
  __dirname,
  '__fixtures__/healthy-volume-three-copies-in-sync.yaml',
);
for (const raw of loadAll(readFileSync(file, 'utf8'), undefined, {
  schema: yamlSchema,
})) {
  store.apply(raw as RawObject);
}

function linked(kind: `${string}/${string}`, name: string) {
  const from = store.get(kind, 'longhorn-system', name)!;
  return store
    .linksOf(from)
    .map(link => [
      link.rel,
      [...store.providersOf(link.to)].map(one => one.meta.name).join(),
      link.depends,
    ]);
}

it('answers to the volume handle of its driver', () => {
  const [found] = store.providersOf('volumeHandle:driver.longhorn.io/pvc-aria');
  expect(found.kind.kind).toBe('Volume');
});

it('leads from a copy to its disk, node, engine and volume', () => {
  expect(linked('longhorn.io/Replica', 'pvc-aria-r-a')).toEqual([
    ['replicaOf', 'pvc-aria', 'source'],
    ['engine', 'pvc-aria-e-0', undefined],
    ['storedOn', 'store-1', 'target'],
    ['disk', 'store-1', undefined],
    ['runsIn', 'im-store-1', 'target'],
  ]);
});

it('leads from a volume to its node, its target and the job that selects it', () => {
  expect(linked('longhorn.io/Volume', 'pvc-aria')).toEqual([
    ['attachedTo', 'store-1', undefined],
    ['backupTarget', 'default', undefined],
    ['recurringJob', 'every-night', undefined],
  ]);
});

it.each([
  ['s3://vault-west@alps/nightly', ['s3Bucket:vault-west']],
  ['s3://vault-west/', ['s3Bucket:vault-west']],
  ['nfs://nas.example:/exports', []],
  ['', []],
])('leads from the target %s to its bucket', (backupTargetURL, buckets) => {
  const target = store.apply({
    apiVersion: 'longhorn.io/v1beta2',
    kind: 'BackupTarget',
    metadata: { name: 'west', namespace: 'longhorn-system', uid: 'w' },
    spec: { backupTargetURL },
  })!;
  expect(
    store
      .linksOf(target)
      .filter(link => link.rel === 'bucket')
      .map(link => link.to),
  ).toEqual(buckets);
});
