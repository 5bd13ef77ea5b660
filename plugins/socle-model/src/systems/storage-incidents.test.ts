import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';
import { SystemRegistry } from '../definition/registry';
import { findIncidents } from '../graph/incidents';
import { ResourceStore } from '../graph/store';
import { RawObject } from '../reading/raw';
import { yamlSchema } from './__testUtils__/fixtures';
import { systems } from '.';

const NOW = Date.parse('2026-09-15T12:00:00Z');
const registry = new SystemRegistry(systems);

function incidentsOf(system: string, file: string) {
  const store = new ResourceStore(registry);
  const path = join(__dirname, system, '__fixtures__', file);
  for (const raw of loadAll(readFileSync(path, 'utf8'), undefined, {
    schema: yamlSchema,
  })) {
    store.apply(raw as RawObject);
  }
  store.settle(NOW);
  return findIncidents(store, 'lab');
}

function rootsOf(system: string, file: string) {
  return incidentsOf(system, file).map(({ root, reason, affected }) => [
    `${root.kind}/${root.name}`,
    reason,
    affected.map(({ kind, name }) => `${kind}/${name}`).sort(),
  ]);
}

it('names a full claim once, and not its measurement beside it', () => {
  expect(rootsOf('persistent-storage', 'failed-claim-full.yaml')).toEqual([
    ['PersistentVolumeClaim/brimming', 'ClaimFull', ['ClaimUsage/brimming']],
  ]);
});

it('names the Ceph cluster for what lies in it', () => {
  expect(
    rootsOf('rook-ceph', 'failed-cluster-full-and-what-lies-in-it.yaml'),
  ).toEqual([
    [
      'CephCluster/south',
      'CephClusterError',
      [
        'CephBlockPool/blocks',
        'CephBlockPoolRadosNamespace/team-c',
        'CephFilesystem/shared',
        'CephFilesystemSubVolumeGroup/team-d',
        'CephObjectStore/media',
      ],
    ],
  ]);
});

it('leads from a claim through its volume to what the volume lies in', () => {
  const roots = rootsOf(
    'persistent-storage',
    'failed-volumes-whose-backends-failed.yaml',
  );
  expect(roots).toContainEqual([
    'CephCluster/north',
    'CephClusterError',
    [
      'CephBlockPool/blocks',
      'PersistentVolume/vol-eggs',
      'PersistentVolume/vol-milk',
      'PersistentVolumeClaim/eggs',
    ],
  ]);
  expect(roots.map(([root]) => root)).not.toContain(
    'PersistentVolume/vol-figs',
  );
});

it('lets a claim quote the pod that it waits for, and the pod not the claim', () => {
  const [root, ...others] = incidentsOf(
    'persistent-storage',
    'failed-claim-waits-for-unschedulable-pod.yaml',
  );
  expect(others).toEqual([]);
  expect(root).toMatchObject({
    root: { kind: 'PersistentVolumeClaim', name: 'rye' },
    message:
      'Pod bakery/kneader-0, which the claim waits for, cannot be scheduled: No node takes it: of 3 nodes, 3: too little memory.',
    affected: [{ kind: 'Pod', name: 'kneader-0' }],
  });
});
