import { createServiceFactory } from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import { socleServiceRef } from '@socle/backstage-plugin-socle-node';
import {
  ClusterInventory,
  component,
  inventoryOf,
} from './__testing__/platform';
import { catalogModuleSocle } from './module';

/** With the catalog that a portal runs. */
describe('catalogModuleSocle', () => {
  let clusters: ClusterInventory[];
  let backend: Awaited<ReturnType<typeof startTestBackend>>;

  beforeAll(async () => {
    clusters = [
      inventoryOf([
        component('longhorn', { area: 'storage', type: 'operator' }),
        component('shop', { dependsOn: ['component:longhorn'] }),
        component('n1', {
          kind: 'Resource',
          type: 'kubernetes-node',
          area: 'cluster',
        }),
      ]),
    ];
    backend = await startTestBackend({
      features: [
        catalogPlugin,
        mockServices.scheduler.factory({
          includeInitialDelayedTasksOnStartup: true,
        }),
        catalogModuleSocle,
        mockServices.rootConfig.factory({
          data: {
            catalog: { processingInterval: { seconds: 1 }, rules: [] },
          },
        }),
        createServiceFactory({
          service: socleServiceRef,
          deps: {},
          factory: () => ({ inventory: async () => ({ clusters }) } as never),
        }),
      ],
    });
  }, 60_000);
  afterAll(() => backend.stop());

  async function entities(): Promise<Entity[]> {
    const response = await fetch(
      `http://localhost:${backend.server.port()}/api/catalog/entities`,
      { headers: { Authorization: mockCredentials.service.header() } },
    );
    expect(response.status).toBe(200);
    return (await response.json()) as Entity[];
  }

  it('registers the platform, with its relations', async () => {
    const wanted = [
      'component:c/longhorn',
      'component:c/shop',
      'domain:default/platform',
      'resource:c/n1',
      'system:c/application',
      'system:c/cluster',
      'system:c/storage',
    ];
    const until = Date.now() + 30_000;
    let found: Entity[] = [];
    do {
      await new Promise(resolve => setTimeout(resolve, 250));
      found = await entities();
    } while (found.length < wanted.length && Date.now() < until);
    expect(found.map(stringifyEntityRef).sort()).toEqual(wanted);
    const shop = found.find(one => one.metadata.name === 'shop');
    expect(shop?.relations).toEqual(
      expect.arrayContaining([
        { type: 'dependsOn', targetRef: 'component:c/longhorn' },
        { type: 'partOf', targetRef: 'system:c/application' },
        { type: 'ownedBy', targetRef: 'group:default/platform' },
      ]),
    );
  }, 60_000);
});
