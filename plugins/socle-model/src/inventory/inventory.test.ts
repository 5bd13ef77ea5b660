import { SystemRegistry } from '../definition/registry';
import { ResourceStore } from '../graph/store';
import { systems } from '../systems';
import { entityName } from './entity-name';
import { inventory } from './inventory';

function object(
  apiVersion: string,
  kind: string,
  name: string,
  rest: object = {},
  namespace?: string,
  metadata: object = {},
) {
  return {
    apiVersion,
    kind,
    metadata: { name, namespace, uid: `${kind}-${name}`, ...metadata },
    ...rest,
  };
}

const application = (name: string, namespace: string, annotations = {}) =>
  object(
    'argoproj.io/v1alpha1',
    'Application',
    name,
    {
      spec: {
        project: 'apps',
        destination: { server: 'https://kubernetes.default.svc', namespace },
        source: {
          repoURL: 'https://git.example/x.git',
          path: `apps/${name}`,
          helm: {},
        },
      },
      status: {
        sync: { status: 'Synced' },
        health: { status: 'Healthy' },
        summary: { externalURLs: [`https://${name}.example.org/`] },
      },
    },
    'argocd',
    { annotations },
  );

function componentsOf(objects: object[]) {
  const store = new ResourceStore(new SystemRegistry(systems));
  objects.forEach(one => store.apply(one as never));
  store.settle(Date.now());
  return inventory(store, 'lab');
}

const byName = (name: string, components: ReturnType<typeof inventory>) =>
  components.find(component => component.name === name);

describe('inventory', () => {
  it('loses no workload to one of the same name elsewhere, whatever order they came in', () => {
    const web = (namespace: string) =>
      object('apps/v1', 'Deployment', 'web', { spec: {} }, namespace);
    const names = (objects: object[]) =>
      componentsOf(objects)
        .filter(({ type }) => type === 'workload')
        .map(({ name, namespace }) => [name, namespace]);
    const wanted = [
      ['web', 'blue'],
      ['green-web', 'green'],
    ];
    expect(names([web('green'), web('blue')])).toEqual(wanted);
    expect(names([web('blue'), web('green')])).toEqual(wanted);
  });

  it('takes nothing in a shared namespace for its neighbour', () => {
    const pod = (name: string, image: string) =>
      object(
        'v1',
        'Pod',
        name,
        { spec: { containers: [{ name, image }] } },
        'kube-system',
      );
    const found = componentsOf([
      pod('kube-apiserver-a', 'registry.k8s.io/kube-apiserver:v1.35.0'),
      object('apps/v1', 'Deployment', 'names', { spec: {} }, 'kube-system'),
      application('names', 'kube-system'),
    ]);
    expect(byName('names', found)).toMatchObject({ kind: 'Component' });
    expect(byName('names', found)!.system).toBeUndefined();
    expect(byName('names', found)!.description).toBeUndefined();
  });

  it('makes a resource of each database, cache and stream that an operator runs', () => {
    const found = componentsOf([
      object('postgresql.cnpg.io/v1', 'Cluster', 'orders', {}, 'shop'),
      object('kafka.strimzi.io/v1', 'Kafka', 'events', {}, 'streams'),
    ]);
    expect(byName('shop-orders', found)).toMatchObject({
      kind: 'Resource',
      type: 'database',
      area: 'data',
    });
    expect(byName('streams-events', found)).toMatchObject({
      type: 'event-stream',
    });
  });

  it('loses no database to the cache of the same name beside it, whatever order they came in', () => {
    const database = object(
      'postgresql.cnpg.io/v1',
      'Cluster',
      'orders',
      {},
      'shop',
    );
    const cache = object(
      'dragonflydb.io/v1alpha1',
      'Dragonfly',
      'orders',
      {},
      'shop',
    );
    const named = (objects: object[]) =>
      componentsOf(objects)
        .filter(({ area }) => area === 'data')
        .map(({ name, type }) => [name, type]);
    const wanted = [
      ['shop-orders', 'database'],
      ['Dragonfly-shop-orders', 'cache'],
    ];
    expect(named([database, cache])).toEqual(wanted);
    expect(named([cache, database])).toEqual(wanted);
  });

  it('makes a component of an application, with what it says of itself', () => {
    const found = byName(
      'shop',
      componentsOf([
        application('shop', 'shop', {
          'socle.dev/title': 'The shop',
          'socle.dev/owner': 'group:default/shop',
          'socle.dev/lifecycle': 'experimental',
          'socle.dev/area': 'application',
          'socle.dev/type': 'website',
          'socle.dev/catalog-system': 'system:default/sales',
          'socle.dev/docs': 'component:default/shop-docs',
        }),
      ]),
    );
    expect(found).toMatchObject({
      kind: 'Component',
      title: 'The shop',
      owner: 'group:default/shop',
      lifecycle: 'experimental',
      type: 'website',
      partOf: 'system:default/sales',
      docs: 'component:default/shop-docs',
      area: 'application',
      namespace: 'shop',
      links: [{ url: 'https://shop.example.org/', title: 'shop.example.org' }],
      dependsOn: ['resource:lab'],
      annotations: {
        'argocd/app-name': 'shop',
        'backstage.io/kubernetes-namespace': 'shop',
        'socle.dev/resource':
          'lab/argoproj.io/v1alpha1/Application/argocd/shop',
      },
    });
  });

  it('knows the system by the images that run where an application delivers, through a proxy too', () => {
    const pod = object(
      'v1',
      'Pod',
      'm',
      {
        spec: {
          containers: [
            {
              name: 'm',
              image:
                'registry.example/proxy/longhornio/longhorn-manager:v1.12.1',
            },
          ],
        },
        status: { phase: 'Running' },
      },
      'storage',
    );
    const found = byName(
      'blocks',
      componentsOf([application('blocks', 'storage'), pod]),
    );
    expect(found).toMatchObject({ system: 'longhorn', area: 'storage' });
  });

  it('registers systems and workloads that no application delivers', () => {
    const names = componentsOf([
      object(
        'apps/v1',
        'Deployment',
        'coredns',
        { spec: {}, status: { replicas: 1 } },
        'kube-system',
      ),
      object(
        'v1',
        'Pod',
        'm',
        {
          spec: {
            containers: [
              { name: 'm', image: 'longhornio/longhorn-manager:v1' },
            ],
          },
        },
        'longhorn-system',
      ),
      object(
        'apps/v1',
        'Deployment',
        'delivered',
        { spec: {}, status: { replicas: 1 } },
        'shop',
      ),
      application('shop', 'shop'),
    ]).map(component => component.name);
    expect(names).toEqual(
      expect.arrayContaining(['lab', 'coredns', 'longhorn', 'shop']),
    );
    expect(names).not.toContain('delivered');
  });

  it('keeps the workloads that Flux applied: nothing else stands for them', () => {
    const mailer = object('apps/v1', 'Deployment', 'mailer', { spec: {} }, 'm');
    const labels = {
      'kustomize.toolkit.fluxcd.io/name': 'apps',
      'kustomize.toolkit.fluxcd.io/namespace': 'flux-system',
    };
    const names = componentsOf([
      { ...mailer, metadata: { ...mailer.metadata, labels } },
    ]).map(component => component.name);
    expect(names).toContain('mailer');
  });

  it('rests on the storage classes and secret stores of its namespace', () => {
    const claim = object(
      'v1',
      'PersistentVolumeClaim',
      'data',
      { spec: { storageClassName: 'fast' } },
      'shop',
    );
    const secret = object(
      'external-secrets.io/v1',
      'ExternalSecret',
      's',
      {
        spec: { secretStoreRef: { kind: 'ClusterSecretStore', name: 'vault' } },
      },
      'shop',
    );
    const found = byName(
      'shop',
      componentsOf([application('shop', 'shop'), claim, secret]),
    );
    expect(found?.dependsOn).toEqual([
      'resource:lab',
      'resource:fast',
      'resource:vault',
    ]);
  });

  it('carries no live state: a status that flips changes nothing', () => {
    const well = application('shop', 'shop');
    const ill = {
      ...well,
      status: {
        ...(well as unknown as { status: object }).status,
        health: { status: 'Degraded' },
      },
    };
    expect(componentsOf([ill])).toEqual(componentsOf([well]));
  });
});

it.each([
  ['it-tools', 'it-tools'],
  ['system:node', 'system-node'],
  ['-x-', 'x'],
  ['é', ''],
  ['a'.repeat(80), 'a'.repeat(63)],
])('entityName(%s)', (name, valid) => {
  expect(entityName(name)).toBe(valid);
});
