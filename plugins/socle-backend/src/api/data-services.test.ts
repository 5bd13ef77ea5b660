import {
  kindId,
  probeObject,
  RawObject,
  ResourceStore,
  SystemRegistry,
  systems,
} from '@socle/backstage-plugin-socle-model';
import { ClusterEngine } from '../engine/cluster-engine';
import { dataServiceRow, dataServicesOf } from './data-services';

const registry = new SystemRegistry(systems);

const workload = (
  name: string,
  image: string,
  namespace: string,
  ready = 1,
): RawObject => ({
  apiVersion: 'apps/v1',
  kind: 'StatefulSet',
  metadata: {
    name,
    namespace,
    uid: name,
    creationTimestamp: '2026-05-01T00:00:00Z',
  },
  spec: {
    replicas: 1,
    template: { spec: { containers: [{ name: 'main', image }] } },
  },
  status: { replicas: 1, readyReplicas: ready },
});

function cluster(name: string, ...objects: RawObject[]): ClusterEngine {
  const store = new ResourceStore(registry);
  for (const { kind } of registry.all()) {
    store.setListed(kindId(kind), true);
  }
  objects.forEach(raw => store.apply(raw));
  store.settle(Date.now());
  return { name, store } as ClusterEngine;
}

const clusters = [
  cluster(
    'north',
    workload('sessions', 'redis:8.2', 'web'),
    workload('ledger', 'mariadb:11.8', 'shop', 0),
  ),
  cluster('south', workload('events', 'rabbitmq:4.1', 'shop')),
];
const everything = () => true;

const names = (params: { [name: string]: unknown }, mayRead = everything) =>
  dataServicesOf(clusters, params, mayRead).items.map(({ ref }) => ref.name);

it.each<[string, { [name: string]: unknown }, string[]]>([
  ['the worst first', {}, ['ledger', 'sessions', 'events']],
  ['by name', { sort: 'name' }, ['events', 'ledger', 'sessions']],
  ['by name, reversed', { sort: '-name' }, ['sessions', 'ledger', 'events']],
  ['by engine', { sort: 'engineTitle' }, ['ledger', 'events', 'sessions']],
  ['by version', { sort: 'version' }, ['ledger', 'events', 'sessions']],
  ['by cluster', { sort: '-cluster' }, ['events', 'ledger', 'sessions']],
  ['of a namespace', { namespace: 'shop', sort: 'name' }, ['events', 'ledger']],
  ['of a family', { fact: 'family:cache' }, ['sessions']],
  [
    'of several engines',
    { fact: ['engine:redis', 'engine:rabbitmq'], sort: 'name' },
    ['events', 'sessions'],
  ],
  ['of a health', { health: 'degraded' }, ['ledger']],
  ['by text in the engine', { q: 'rabbit' }, ['events']],
  ['by text in the name', { q: 'LEDG' }, ['ledger']],
  ['of a kind', { kind: 'apps/StatefulSet', limit: '1' }, ['ledger']],
  ['of another kind', { kind: 'apps/Deployment' }, []],
  ['the second page', { sort: 'name', limit: '1', offset: '1' }, ['ledger']],
])('lists %s', (_, params, expected) => {
  expect(names(params)).toEqual(expected);
});

it('goes on where the cursor says', () => {
  const first = dataServicesOf(
    clusters,
    { sort: 'name', limit: '2' },
    () => true,
  );
  expect(first.total).toBe(3);
  expect(names({ sort: 'name', limit: '2', cursor: first.nextCursor })).toEqual(
    ['sessions'],
  );
});

it('says of what was told over HTTP that it is as last known', () => {
  const engine = {
    ...cluster(
      'east',
      probeObject(
        'qdrant',
        'Qdrant',
        'notes',
        { name: 'notes', namespace: 'ai', endpoints: ['notes:6333'] },
        { spec: { endpoints: ['notes:6333'] }, status: { version: '1.16.2' } },
      ),
    ),
    probing: { staleSource: () => 'qdrant notes' },
    freshness: { get: () => ({ message: 'it does not answer' }) },
  } as unknown as ClusterEngine;
  const [item] = dataServicesOf([engine], {}, everything).items;
  expect(item.health.flags).toContain('stale');
  expect(item.health.warnings).toEqual([
    expect.stringMatching(/it does not answer/),
  ]);
});

it('lists nothing that may not be read', () => {
  const found = dataServicesOf(clusters, {}, name => name === 'south');
  expect(found.items.map(({ ref }) => ref.name)).toEqual(['events']);
  expect(found.total).toBe(1);
});

it('leaves the paging out of an export', () => {
  const found = dataServicesOf(clusters, { limit: '1' }, everything, true);
  expect(found.items.map(dataServiceRow)).toHaveLength(3);
  expect(dataServiceRow(found.items[0])).toMatchObject({
    cluster: 'north',
    name: 'ledger',
    engine: 'mariadb',
    version: '11.8',
    health: 'degraded',
    backup: 'unknown',
  });
});
