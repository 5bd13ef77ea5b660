import { mockServices } from '@backstage/backend-test-utils';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  CatalogService,
  EntityProviderMutation,
} from '@backstage/plugin-catalog-node';
import { EventParams } from '@backstage/plugin-events-node';
import { SocleService } from '@socle/backstage-plugin-socle-node';
import {
  ClusterInventory,
  component,
  inventoryOf,
} from './__testing__/platform';
import { PlatformEntityProvider } from './platform-entity-provider';

const ORIGIN = 'backstage.io/managed-by-origin-location';

/** A catalog as far as the provider sees it: what it was told, and what files brought. */
class MemoryCatalog {
  readonly entities = new Map<string, Entity>();
  readonly mutations: EntityProviderMutation[] = [];
  broken: Error | undefined;

  holds(kind: string, ref: string, origin: string) {
    const [namespace, name] = ref.split('/');
    this.entities.set(`${kind}:${ref}`, {
      apiVersion: 'backstage.io/v1alpha1',
      kind,
      metadata: { namespace, name, annotations: { [ORIGIN]: origin } },
    });
  }

  readonly connection = {
    applyMutation: async (mutation: EntityProviderMutation) => {
      if (this.broken) throw this.broken;
      this.mutations.push(mutation);
      if (mutation.type !== 'delta') return;
      for (const { entity } of mutation.added) {
        this.entities.set(stringifyEntityRef(entity), entity);
      }
      for (const one of mutation.removed) {
        this.entities.delete('entityRef' in one ? one.entityRef : '');
      }
    },
    refresh: async () => {},
  };

  readonly service = {
    getEntities: async ({ filter }: { filter: Record<string, string> }) => {
      if (this.broken) throw this.broken;
      const origin = filter[`metadata.annotations.${ORIGIN}`];
      return {
        items: [...this.entities.values()].filter(
          one => one.metadata.annotations?.[ORIGIN] === origin,
        ),
      };
    },
    getEntitiesByRefs: async ({ entityRefs }: { entityRefs: string[] }) => ({
      items: entityRefs.map(ref => this.entities.get(ref)),
    }),
  } as unknown as CatalogService;
}

describe('PlatformEntityProvider', () => {
  let catalog: MemoryCatalog;
  let clusters: ClusterInventory[];
  let inventory: jest.Mock;
  let event: (params: EventParams) => Promise<void>;
  const logger = mockServices.logger.mock();

  async function start() {
    const provider = new PlatformEntityProvider({
      auth: mockServices.auth(),
      catalog: catalog.service,
      events: {
        publish: async () => {},
        subscribe: async ({ onEvent }) => {
          event = onEvent;
        },
      },
      logger,
      settings: {
        domain: 'platform',
        domainTitle: 'Platform',
        owner: 'group:default/ops',
        lifecycle: 'production',
        refreshSeconds: 30,
        runbooks: 'component:default/socle',
      },
      socle: { inventory } as unknown as SocleService,
    });
    await provider.connect(catalog.connection);
    return provider;
  }
  const says = (...components: Parameters<typeof inventoryOf>[0]) => {
    clusters = [inventoryOf(components)];
  };
  const refs = () => [...catalog.entities.keys()].sort();
  const last = () => {
    const mutation = catalog.mutations[catalog.mutations.length - 1];
    return mutation?.type === 'delta'
      ? {
          added: mutation.added.map(one => stringifyEntityRef(one.entity)),
          removed: mutation.removed.map(
            one => 'entityRef' in one && one.entityRef,
          ),
        }
      : undefined;
  };

  beforeEach(() => {
    jest.clearAllMocks();
    catalog = new MemoryCatalog();
    clusters = [];
    inventory = jest.fn(async () => ({ clusters }));
  });

  it('tells only what is new, changed or gone', async () => {
    const provider = await start();
    says(component('a'), component('b'));
    await provider.refresh();
    expect(refs()).toEqual([
      'component:c/a',
      'component:c/b',
      'domain:default/platform',
      'system:c/application',
    ]);
    await provider.refresh();
    expect(catalog.mutations).toHaveLength(1);
    says(component('a', { description: 'New words.' }), component('d'));
    await provider.refresh();
    expect(last()).toEqual({
      added: ['component:c/a', 'component:c/d'],
      removed: ['component:c/b'],
    });
    expect(catalog.mutations.every(one => one.type === 'delta')).toBe(true);
  });

  it('removes what is gone under the location that it was told with', async () => {
    const provider = await start();
    says(component('a'), component('b'));
    await provider.refresh();
    says(component('a'));
    await provider.refresh();
    expect(catalog.mutations[1]).toMatchObject({
      added: [],
      removed: [{ entityRef: 'component:c/b', locationKey: 'socle:c' }],
    });
  });

  it('keeps the domain, which is not one cluster to remove', async () => {
    const provider = await start();
    says(component('a'));
    await provider.refresh();
    says();
    await provider.refresh();
    expect(refs()).toEqual(['domain:default/platform']);
  });

  it.each<[string, () => void]>([
    [
      'its cluster was not read completely',
      () => {
        clusters = [inventoryOf([component('a')], { complete: false })];
      },
    ],
    [
      'its cluster cannot be read at all',
      () => {
        clusters = [inventoryOf([], { complete: false })];
      },
    ],
    [
      'its cluster is not told of',
      () => {
        clusters = [];
      },
    ],
    [
      'the engine is not up',
      () => {
        inventory.mockRejectedValueOnce(new Error('503'));
      },
    ],
  ])('removes nothing while %s', async (_, befalls) => {
    const provider = await start();
    says(component('a'), component('b'));
    await provider.refresh();
    const before = refs();
    befalls();
    await provider.refresh();
    expect(refs()).toEqual(before);
    says(component('a'));
    await provider.refresh();
    expect(refs()).not.toContain('component:c/b');
  });

  it('adds what it knows though a cluster was not read completely', async () => {
    const provider = await start();
    clusters = [inventoryOf([component('a')], { complete: false })];
    await provider.refresh();
    expect(refs()).toContain('component:c/a');
  });

  it('leaves to files what files own', async () => {
    catalog.holds(
      'component',
      'c/a',
      'url:https://git.example.org/catalog-info.yaml',
    );
    const provider = await start();
    says(component('a'), component('b'));
    await provider.refresh();
    expect(last()?.added).not.toContain('component:c/a');
    expect(last()?.added).toContain('component:c/b');
    says(component('b'));
    await provider.refresh();
    expect(refs()).toContain('component:c/a');
  });

  it('takes over what a file has given up', async () => {
    catalog.holds(
      'component',
      'c/a',
      'url:https://git.example.org/catalog-info.yaml',
    );
    const provider = await start();
    says(component('a'));
    await provider.refresh();
    catalog.entities.delete('component:c/a');
    await provider.refresh();
    expect(last()).toEqual({ added: ['component:c/a'], removed: [] });
  });

  it.each([
    ['a name', component('not a name')],
    ['a name that is too long', component('x'.repeat(64))],
    ['a tag', component('a', { tags: ['Not A Tag'] })],
    ['a link', component('a', { links: [{ url: '', title: 'x' }] })],
  ])(
    'leaves out one with %s that the catalog would refuse, and says so',
    async (_, malformed) => {
      const provider = await start();
      says(malformed, component('fine'));
      await provider.refresh();
      expect(refs()).toEqual(expect.arrayContaining(['component:c/fine']));
      expect(refs()).toHaveLength(3);
      expect(logger.warn).toHaveBeenCalledWith(
        expect.stringMatching(/^Component c\/.* is not registered/),
      );
    },
  );

  it('removes after a restart what went in between', async () => {
    says(component('a'), component('b'));
    await (await start()).refresh();
    says(component('a'));
    const again = await start();
    await again.refresh();
    expect(last()?.removed).toEqual(['component:c/b']);
    await again.refresh();
    expect(catalog.mutations).toHaveLength(2);
  });

  it('keeps two clusters apart, and one that fails from the other', async () => {
    const provider = await start();
    const other = inventoryOf([component('a', { cluster: 'd' })], {
      name: 'd',
    });
    clusters = [inventoryOf([component('a')]), other];
    await provider.refresh();
    expect(refs()).toEqual(
      expect.arrayContaining(['component:c/a', 'component:d/a']),
    );
    clusters = [
      inventoryOf([], { complete: false }),
      { ...other, components: [] },
    ];
    await provider.refresh();
    expect(refs()).toContain('component:c/a');
    expect(refs()).not.toContain('component:d/a');
  });

  it('tells again what the catalog did not take', async () => {
    const provider = await start();
    says(component('a'));
    catalog.broken = new Error('database is locked');
    await provider.refresh();
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('database is locked'),
    );
    catalog.broken = undefined;
    await provider.refresh();
    expect(refs()).toContain('component:c/a');
  });

  it('does nothing before it is connected', async () => {
    const provider = new PlatformEntityProvider({
      socle: { inventory },
    } as never);
    await provider.refresh();
    expect(inventory).not.toHaveBeenCalled();
  });

  it('compares a while after a change was told, once for many', async () => {
    jest.useFakeTimers();
    try {
      await start();
      for (let n = 0; n < 5; n += 1) {
        await event({ topic: 'socle.changed', eventPayload: { revision: n } });
      }
      expect(inventory).not.toHaveBeenCalled();
      await jest.advanceTimersByTimeAsync(3_000);
      expect(inventory).toHaveBeenCalledTimes(1);
    } finally {
      jest.useRealTimers();
    }
  });

  it('makes one comparison at a time', async () => {
    const provider = await start();
    await Promise.all([
      provider.refresh(),
      provider.refresh(),
      provider.refresh(),
    ]);
    expect(inventory).toHaveBeenCalledTimes(1);
  });
});
