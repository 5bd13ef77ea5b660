import {
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { socleSystemsExtensionPoint } from '@socle/backstage-plugin-socle-node';
import request from 'supertest';
import { soclePlugin } from '../plugin';
import { eventually } from '../reading/__testing__/fast-clock';
import { depotSystem } from './__testing__/depot';
import { DepotServer, startDepot } from './__testing__/depot-server';

jest.setTimeout(60_000);

/** An API server without any objects. */
function emptyApi(): Promise<DepotServer> {
  return new DepotServer()
    .on('/version', { gitVersion: 'v1.35.3' })
    .on('/api', { kind: 'APIVersions', versions: [] })
    .on('/apis', { kind: 'APIGroupList', apiVersion: 'v1', groups: [] })
    .start();
}

describe('a system that is asked over HTTP, through the API', () => {
  let api: DepotServer;
  let depot: DepotServer;
  let backend: Awaited<ReturnType<typeof startTestBackend>>;
  const get = (path: string) =>
    request(backend.server)
      .get(`/api/socle${path}`)
      .set('Authorization', mockCredentials.user.header());
  const shelves = async () => (await get('/v1/resources?kind=Shelf')).body;

  beforeAll(async () => {
    [api, depot] = [await emptyApi(), await startDepot()];
    backend = await startTestBackend({
      features: [
        soclePlugin,
        mockServices.rootConfig.factory({
          data: {
            socle: {
              clusters: [{ name: 'c', server: { url: api.url, token: 't' } }],
              probes: {
                depot: [
                  {
                    name: 'main',
                    cluster: 'c',
                    url: depot.url,
                    namespace: 'stock',
                    title: 'Main depot',
                    everySeconds: 5,
                    credential: { token: 'secret-1' },
                  },
                ],
              },
            },
          },
        }),
        createServiceFactory({
          service: signalsServiceRef,
          deps: {},
          factory: () => ({ publish: async () => {} }),
        }),
        createBackendModule({
          pluginId: 'socle',
          moduleId: 'depot',
          register: env =>
            env.registerInit({
              deps: { systems: socleSystemsExtensionPoint },
              async init({ systems }) {
                systems.addSystem(depotSystem());
              },
            }),
        }),
      ],
    });
    for (let tries = 0; tries < 100; tries += 1) {
      const { body } = await get('/v1/resources?kind=Shelf&kind=Probe');
      const judged = body.items.filter(
        (one: { health: { status: string } }) =>
          one.health.status === 'healthy',
      );
      if (judged.length === 3) break;
      await new Promise(resolve => setTimeout(resolve, 100));
    }
  });
  afterAll(async () => {
    await backend.stop();
    await Promise.all([api.stop(), depot.stop()]);
  });

  it('lists what it told, with the source', async () => {
    const { items, sources } = await shelves();
    expect(items[0]).toMatchObject({
      ref: {
        cluster: 'c',
        apiVersion: 'depot.socle.dev/v1',
        kind: 'Shelf',
        namespace: 'stock',
        name: 'a',
      },
      system: 'depot',
      area: 'storage',
      health: { status: 'healthy', reason: 'ShelfTold' },
      facts: { load: 10, owner: 'ann' },
    });
    expect(items[0].health.flags).toBeUndefined();
    expect(sources).toContainEqual(
      expect.objectContaining({
        cluster: 'c',
        source: 'probe:depot/main',
        state: 'live',
      }),
    );
    // This API server has no metrics.
    expect(sources.map((one: { source: string }) => one.source)).not.toContain(
      'probe:metrics-server/c',
    );
  });

  it('tells who was asked, and from whom a thing is known', async () => {
    const { body } = await get(
      '/v1/resources/c/depot.socle.dev/v1/Depot/stock/main',
    ).expect(200);
    expect(body.links).toMatchObject([
      {
        rel: 'askedBy',
        direction: 'out',
        state: 'present',
        ref: { kind: 'Probe', name: 'depot.main' },
        health: { status: 'healthy', reason: 'HttpSourceAnswering' },
      },
    ]);
    const { body: probe } = await get(
      '/v1/resources/c/http-sources.socle.dev/v1/Probe/_/depot.main',
    ).expect(200);
    expect(probe.facts).toMatchObject({
      url: depot.url,
      system: 'depot',
      title: 'Main depot',
      consecutiveFailures: 0,
    });
  });

  it('shows what was told as it was told', async () => {
    const { text } = await get(
      '/v1/resources/c/depot.socle.dev/v1/Shelf/stock/a/yaml',
    ).expect(200);
    expect(text).toContain('owner: ann');
  });

  it('says that it is away, in the answer and in each thing it told, and not that the cluster is', async () => {
    depot.always((_, response) => response.socket?.resetAndDestroy());
    await eventuallyAsync(async () => {
      const { items, sources } = await shelves();
      expect(sources).toContainEqual(
        expect.objectContaining({
          source: 'probe:depot/main',
          state: 'unreachable',
        }),
      );
      expect(items).toHaveLength(2);
      expect(items[0].health).toMatchObject({
        status: 'healthy',
        flags: ['stale'],
        warnings: [expect.stringContaining('probe:depot/main')],
      });
    });
    const { body: clusters } = await get('/v1/clusters');
    expect(clusters[0].state).toBe('live');
    await eventuallyAsync(async () => {
      const { body } = await get('/v1/resources?kind=Probe');
      expect(body.items[0].health).toMatchObject({
        status: 'degraded',
        reason: 'HttpSourceFailing',
        runbook: 'runbooks/observability/HttpSourceFailing',
      });
      expect(JSON.stringify(body)).not.toContain('secret-1');
    });
    depot.always(undefined);
    await eventuallyAsync(async () => {
      const { items, sources } = await shelves();
      expect(items[0].health.flags).toBeUndefined();
      expect(sources).toContainEqual(
        expect.objectContaining({ source: 'probe:depot/main', state: 'live' }),
      );
    });
  });
});

/** As {@link eventually}, for what has to be asked for. */
async function eventuallyAsync(check: () => Promise<void>): Promise<void> {
  let failure: unknown = new Error('not yet');
  let checking = false;
  await eventually(() => {
    if (!checking) {
      checking = true;
      check().then(
        () => {
          failure = undefined;
        },
        error => {
          failure = error;
          checking = false;
        },
      );
    }
    if (failure) throw failure;
  }, 20_000);
}
