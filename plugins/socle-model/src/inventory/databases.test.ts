import { SystemRegistry } from '../definition/registry';
import { ResourceStore } from '../graph/store';
import { systems } from '../systems';
import { foundSystems } from './found-systems';
import { inventory } from './inventory';

const store = new ResourceStore(new SystemRegistry(systems));
for (const [name, image] of [
  ['shop', 'registry.example.org/shop:4'],
  ['shop-db', 'docker.io/library/postgres:17'],
]) {
  const spec = { containers: [{ name: 'main', image }] };
  store.apply({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace: 'shop', uid: name },
    spec: { template: { spec } },
  });
  store.apply({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: `${name}-0`, namespace: 'shop', uid: `${name}-0` },
    spec,
  });
}

it('knows a database among the workloads, and leaves the application beside it what it is', () => {
  const areas = inventory(store, 'lab')
    .filter(({ type }) => type === 'workload')
    .map(({ name, area }) => [name, area]);
  expect(areas.sort()).toEqual([
    ['shop', 'application'],
    ['shop-db', 'data'],
  ]);
  expect(foundSystems(store)).toEqual([]);
});
