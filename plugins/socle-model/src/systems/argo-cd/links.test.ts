import { argoCd } from '.';
import { SystemRegistry } from '../../definition/registry';
import { ResourceStore } from '../../graph/store';
import { MOST_MANAGED } from './managed';

const registry = new SystemRegistry([argoCd]);

function linksOf(metadata: object, rest: object = {}, kind = 'Application') {
  const store = new ResourceStore(registry);
  const resource = store.apply({
    apiVersion: 'argoproj.io/v1alpha1',
    kind,
    metadata: { name: 'pear', namespace: 'argocd', ...metadata },
    ...rest,
  })!;
  return store.linksOf(resource);
}

const TRACKING = 'argocd.argoproj.io/tracking-id';

it.each([
  ['root:argoproj.io/Application:argocd/pear', 'argocd/root'],
  ['team-a_root:argoproj.io/Application:argocd/pear', 'team-a/root'],
  ['root:argoproj.io/Application:argocd/plum', undefined],
  ['root:argoproj.io/Application:other/pear', undefined],
  ['root:argoproj.io/ApplicationSet:argocd/pear', undefined],
  ['root:apps/Application:argocd/pear', undefined],
  ['pear:argoproj.io/Application:argocd/pear', undefined],
  ['no tracking id', undefined],
])('tracking id %s means parent %s', (id, parent) => {
  const links = linksOf({ annotations: { [TRACKING]: id } }).filter(
    link => link.rel === 'parent',
  );
  expect(links.map(link => link.to)).toEqual(
    parent ? [`argoproj.io/Application/${parent}`] : [],
  );
});

it('looks for the parent and the project where Argo CD itself runs', () => {
  const links = linksOf(
    {
      namespace: 'team-a',
      annotations: { [TRACKING]: 'root:argoproj.io/Application:team-a/pear' },
    },
    {
      spec: { project: 'tenants' },
      status: { controllerNamespace: 'gitops-system' },
    },
  );
  expect(links.map(link => link.to)).toEqual([
    'argoproj.io/AppProject/gitops-system/tenants',
    'argoproj.io/Application/gitops-system/root',
  ]);
});

it('takes the project default where none is named', () => {
  expect(linksOf({})).toEqual([
    {
      rel: 'project',
      to: 'argoproj.io/AppProject/argocd/default',
      kinds: ['argoproj.io/AppProject'],
    },
  ]);
});

it('links to the ApplicationSet that generated it, which rests on it', () => {
  const links = linksOf({
    ownerReferences: [
      { kind: 'ApplicationSet', name: 'all' },
      { kind: 'Other', name: 'x' },
    ],
  });
  expect(links[1]).toEqual({
    rel: 'ownedBy',
    to: 'argoproj.io/ApplicationSet/argocd/all',
    kinds: ['argoproj.io/ApplicationSet'],
    depends: 'source',
  });
  expect(links).toHaveLength(2);
});

it('manages what its status lists, children first, itself left out, and no more than can be followed', () => {
  const services = Array.from({ length: MOST_MANAGED + 50 }, (_, index) => ({
    kind: 'Service',
    namespace: 'pear',
    name: `s${index}`,
  }));
  const managed = linksOf(
    {},
    {
      status: {
        resources: [
          ...services,
          { kind: 'Namespace', name: 'pear' },
          {
            group: 'argoproj.io',
            kind: 'Application',
            namespace: 'argocd',
            name: 'child',
          },
          {
            group: 'argoproj.io',
            kind: 'Application',
            namespace: 'argocd',
            name: 'pear',
          },
          { kind: 'Service' },
          'no object',
        ],
      },
    },
  ).filter(link => link.rel === 'manages');
  expect(managed).toHaveLength(MOST_MANAGED - 1);
  expect(managed[0]).toEqual({
    rel: 'manages',
    to: 'argoproj.io/Application/argocd/child',
    kinds: ['argoproj.io/Application'],
    depends: 'target',
  });
});

it.each([
  ['gitops-system', 'gitops-system', true],
  ['team-a', 'gitops-system', false],
  ['gitops-system', undefined, false],
])(
  'an Application in %s under a control plane in %s is meant by an id without namespace: %s',
  (namespace, controllerNamespace, meant) => {
    const store = new ResourceStore(registry);
    const resource = store.apply({
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Application',
      metadata: { name: 'pear', namespace },
      status: { controllerNamespace },
    })!;
    expect([
      ...store.providersOf('argoproj.io/Application/argocd/pear'),
    ]).toEqual(meant ? [resource] : []);
  },
);
