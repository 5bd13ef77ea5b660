import { stringifyEntityRef } from '@backstage/catalog-model';
import { component, inventoryOf } from './__testing__/platform';
import { entitiesOf } from './entities';

const settings = {
  domain: 'platform',
  domainTitle: 'Our platform',
  owner: 'group:default/ops',
  lifecycle: 'production',
  refreshSeconds: 30,
  runbooks: 'component:default/socle',
};
const entities = (...components: Parameters<typeof inventoryOf>[0]) =>
  entitiesOf(inventoryOf(components), settings);

describe('entitiesOf', () => {
  it('are a domain, a system per area and an entity per component, in a namespace of the cluster', () => {
    const found = entities(
      component('shop'),
      component('longhorn', { area: 'storage' }),
      component('n1', { kind: 'Resource', area: 'cluster' }),
      component('web'),
    );
    expect(found.map(stringifyEntityRef)).toEqual([
      'domain:default/platform',
      'system:c/application',
      'system:c/cluster',
      'system:c/storage',
      'component:c/shop',
      'component:c/longhorn',
      'resource:c/n1',
      'component:c/web',
    ]);
  });

  it('say where they come from, which is what the provider knows its own by', () => {
    for (const { metadata, kind } of entities(component('shop'))) {
      const location = kind === 'Domain' ? 'socle:platform' : 'socle:c';
      expect(metadata.annotations).toMatchObject({
        'backstage.io/managed-by-location': location,
        'backstage.io/managed-by-origin-location': location,
      });
    }
  });

  it('carry what the object says, and the defaults where it says nothing', () => {
    const [, , plain, said] = entities(
      component('plain'),
      component('said', {
        owner: 'group:default/shop',
        lifecycle: 'experimental',
        system: 'argo-cd',
        namespace: 'shop',
        description: 'Sells.',
        annotations: { 'argocd/app-name': 'said' },
        links: [{ url: 'https://shop.example.org', title: 'Shop' }],
        tags: ['helm'],
      }),
    );
    expect(plain.spec).toEqual({
      type: 'service',
      owner: 'group:default/ops',
      lifecycle: 'production',
      system: 'c/application',
      dependsOn: [],
    });
    expect(said.spec).toMatchObject({
      owner: 'group:default/shop',
      lifecycle: 'experimental',
    });
    expect(said.metadata).toMatchObject({
      description: 'Sells.',
      tags: ['helm'],
      links: [{ url: 'https://shop.example.org', title: 'Shop' }],
      annotations: {
        'argocd/app-name': 'said',
        'socle.dev/cluster': 'c',
        'socle.dev/system': 'argo-cd',
        'socle.dev/namespace': 'shop',
      },
    });
  });

  it('depend on what is in their own cluster unless another namespace is named, and never on themselves', () => {
    const [, , of] = entities(
      component('a', {
        dependsOn: [
          'component:b',
          'resource:n1',
          'api:default/x',
          'component:a',
        ],
      }),
    );
    expect(of.spec?.dependsOn).toEqual([
      'component:c/b',
      'resource:c/n1',
      'api:default/x',
    ]);
  });

  it('belong to the system they name, and else to that of their area', () => {
    const [, , named, other] = entities(
      component('named', { partOf: 'system:default/sales' }),
      component('other'),
    );
    expect(named.spec).toMatchObject({ system: 'system:default/sales' });
    expect(other.spec).toMatchObject({ system: 'c/application' });
  });

  it('lead to their own documentation, else to the runbooks of their system or of apps', () => {
    const [, , known, other, own] = entities(
      component('argocd', { system: 'argo-cd' }),
      component('shop'),
      component('own', { system: 'argo-cd', docs: 'component:default/own' }),
    );
    expect(known.metadata.annotations).toMatchObject({
      'backstage.io/techdocs-entity': 'component:default/socle',
      'backstage.io/techdocs-entity-path': '/systems/#argo-cd',
    });
    expect(other.metadata.annotations).toMatchObject({
      'backstage.io/techdocs-entity': 'component:default/socle',
      'backstage.io/techdocs-entity-path': '/guide/apps/',
    });
    expect(own.metadata.annotations).toMatchObject({
      'backstage.io/techdocs-entity': 'component:default/own',
    });
    expect(own.metadata.annotations).not.toHaveProperty([
      'backstage.io/techdocs-entity-path',
    ]);
    const resource = entities(component('n1', { kind: 'Resource' }))[2];
    expect(resource.metadata.annotations).not.toHaveProperty([
      'backstage.io/techdocs-entity',
    ]);
  });

  it('gives resources no lifecycle', () => {
    const [, , of] = entities(component('n1', { kind: 'Resource' }));
    expect(of.spec).not.toHaveProperty('lifecycle');
  });
});
