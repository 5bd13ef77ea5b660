import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { SystemRegistry } from '../definition/registry';
import { ResourceStore } from '../graph/store';
import { foundSystems } from '../inventory/found-systems';
import { resourcesOf } from '../inventory/recognised';
import { RawObject } from '../reading/raw';
import { systems } from '.';

const registry = new SystemRegistry(systems);

function storeWith(raw: RawObject): ResourceStore {
  const store = new ResourceStore(registry);
  store.apply(raw);
  return store;
}

/** What is recognised by its images alone, and the namespace that each is found in. */
it.each([
  ['devtron', 'devtroncd'],
  ['prometheus', 'watch'],
  ['grafana', 'watch'],
  ['loki', 'watch'],
  ['elastic-stack', 'elk'],
  ['ingress-nginx', 'door'],
  ['traefik', 'door'],
  // A part of something else: its namespace is not its own.
  ['haproxy', undefined],
])('finds %s by the images of its pods', (id, namespace) => {
  const file = join(
    __dirname,
    id,
    '__fixtures__',
    'recognised-by-its-images.yaml',
  );
  const store = storeWith(load(readFileSync(file, 'utf8')) as RawObject);
  const found = systems.filter(system => {
    const [first] = resourcesOf(store, system);
    return system.kinds.length === 0 && first !== undefined;
  });
  expect(found.map(system => system.id)).toEqual([id]);
  expect(
    foundSystems(store).map(({ system, namespaces }) => [
      system.id,
      ...namespaces,
    ]),
  ).toEqual(namespace ? [[id, namespace]] : []);
});

it.each([
  ['quay.io/prometheus/node-exporter:v1.9.1'],
  ['quay.io/prometheus-operator/prometheus-operator:v0.85.0'],
  ['docker.io/grafana/promtail:3.4.2'],
  ['docker.io/library/nginx:1.29'],
  ['registry.example.org/team/traefik-dashboard:1'],
])('takes %s for none of them', image => {
  const store = storeWith({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'other', namespace: 'other', uid: 'u-1' },
    spec: { containers: [{ name: 'a', image }] },
    status: { phase: 'Running' },
  });
  expect(foundSystems(store)).toEqual([]);
});
