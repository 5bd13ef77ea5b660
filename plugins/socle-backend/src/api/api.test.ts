import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import request from 'supertest';
import {
  createSocleConditionalDecision,
  socleConditions,
} from '../access/resource-permissions';
import { claim, node } from '../__testing__/memory-cluster';
import { soclePlugin } from '../plugin';

/** The little of an API server that one list and one watch of two kinds need. */
function tinyApiServer(): Server {
  const objects = {
    nodes: [node('n1'), node('n2', 'Unknown')],
    persistentvolumeclaims: [claim('a', 'data'), claim('b', 'data')],
  };
  return createServer((incoming, answer) => {
    const url = new URL(incoming.url ?? '', 'http://here');
    const send = (body: object) =>
      answer
        .setHeader('Content-Type', 'application/json')
        .end(JSON.stringify(body));
    const plural = url.pathname.split('/').pop() as keyof typeof objects;
    if (url.pathname === '/version') send({ gitVersion: 'v1.35.3' });
    else if (url.pathname === '/api')
      send({ kind: 'APIVersions', versions: ['v1'] });
    else if (url.pathname === '/apis')
      send({ kind: 'APIGroupList', apiVersion: 'v1', groups: [] });
    else if (url.pathname === '/api/v1')
      send({
        kind: 'APIResourceList',
        groupVersion: 'v1',
        resources: [
          {
            name: 'nodes',
            kind: 'Node',
            namespaced: false,
            verbs: ['get', 'list', 'watch'],
          },
          {
            name: 'persistentvolumeclaims',
            kind: 'PersistentVolumeClaim',
            namespaced: true,
            verbs: ['get', 'list', 'watch'],
          },
        ],
      });
    else if (url.searchParams.get('watch'))
      answer.writeHead(200).flushHeaders();
    else if (objects[plural])
      send({
        kind: 'List',
        apiVersion: 'v1',
        metadata: { resourceVersion: '5' },
        items: objects[plural],
      });
    else if (url.pathname.includes('/namespaces/a/persistentvolumeclaims/'))
      send(objects.persistentvolumeclaims[0]);
    else answer.writeHead(404).end('{}');
  });
}

describe('the HTTP API', () => {
  const api = tinyApiServer();
  const decide = jest.fn();
  let server: Awaited<ReturnType<typeof startTestBackend>>['server'];
  let stop: () => Promise<void>;
  const user = (ref = 'user:default/ann') => mockCredentials.user.header(ref);
  const get = (path: string, header = user()) =>
    request(server).get(`/api/socle${path}`).set('Authorization', header);

  beforeAll(async () => {
    await new Promise<void>(resolve => api.listen(0, '127.0.0.1', resolve));
    const { port } = api.address() as AddressInfo;
    const backend = await startTestBackend({
      features: [
        soclePlugin,
        mockServices.rootConfig.factory({
          data: {
            socle: {
              clusters: [
                {
                  name: 'c',
                  title: 'C',
                  server: { url: `http://127.0.0.1:${port}`, token: 't' },
                },
              ],
              outside: [{ title: 'GitHub', cluster: 'c' }],
            },
          },
        }),
        mockServices.permissions.mock({
          authorize: async asked =>
            asked.map(() => ({ result: AuthorizeResult.ALLOW })),
          authorizeConditional: async (asked, options) =>
            asked.map(() => decide(options?.credentials)),
        }).factory,
        createServiceFactory({
          service: signalsServiceRef,
          deps: {},
          factory: () => ({ publish: async () => {} }),
        }),
        createBackendModule({
          pluginId: 'socle',
          moduleId: 'quiet',
          register: env =>
            env.registerInit({
              deps: { logger: coreServices.logger },
              async init() {},
            }),
        }),
      ],
    });
    server = backend.server;
    stop = () => backend.stop();
    decide.mockReturnValue({ result: AuthorizeResult.ALLOW });
    for (let tries = 0; tries < 100; tries += 1) {
      const { body } = await get('/v1/resources?health=failed');
      if (body.total > 0) break;
      await new Promise(resolve => setTimeout(resolve, 100));
    }
  });
  afterAll(async () => {
    await stop();
    api.closeAllConnections();
    api.close();
  });
  beforeEach(() => decide.mockReturnValue({ result: AuthorizeResult.ALLOW }));

  it('tells the clusters', async () => {
    const { body } = await get('/v1/clusters').expect(200);
    expect(body).toMatchObject([
      {
        name: 'c',
        title: 'C',
        version: 'v1.35.3',
        state: 'live',
        // One of its nodes is silent; what fails with it has a health of its own.
        health: 'degraded',
        distribution: 'Talos (v1.12.6)',
      },
    ]);
  });

  it('lists resources worst first, with total and sources', async () => {
    const { body } = await get('/v1/resources').expect(200);
    expect(body.total).toBe(4);
    expect(body.items[0].health.status).toBe('failed');
    expect(body.sources).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          cluster: 'c',
          source: '/Node',
          state: 'live',
        }),
      ]),
    );
  });

  it.each([
    ['kind=Node', 2],
    ['kind=core/Node&health=failed', 1],
    ['kind=PersistentVolumeClaim&namespace=b', 1],
    ['kind=Node&kind=PersistentVolumeClaim', 4],
    ['q=n2', 1],
    ['area=storage', 2],
    ['namespace=_', 2],
    ['system=longhorn', 0],
  ])('filters by %s', async (query, total) => {
    const { body } = await get(`/v1/resources?${query}`).expect(200);
    expect(body.total).toBe(total);
  });

  it('tells the coverage of claims, worst gap first, paged and as a file', async () => {
    const { body } = await get('/v1/coverage').expect(200);
    expect(body).toMatchObject({ total: 2, sources: expect.any(Array) });
    expect(body.items[0]).toMatchObject({
      ref: { kind: 'PersistentVolumeClaim', name: 'data' },
      subject: 'claim',
      gap: expect.any(String),
      restore: { state: expect.any(String) },
    });
    const first = await get('/v1/coverage?sort=namespace&limit=1').expect(200);
    const second = await get(
      `/v1/coverage?sort=namespace&limit=1&cursor=${first.body.nextCursor}`,
    ).expect(200);
    expect(
      [first, second].map(({ body: { items } }) => items[0].ref.namespace),
    ).toEqual(['a', 'b']);
    const gap = body.items[0].gap;
    expect((await get(`/v1/coverage?gap=${gap}`)).body.total).toBe(2);
    await get('/v1/coverage?gap=nonsense').expect(400);
    await get('/v1/coverage?sort=nonsense').expect(400);
    const { text } = await get('/v1/export/coverage.csv').expect(200);
    expect(text.split('\r\n')).toHaveLength(4);
  });

  it('flags claims that are known to have no backup, and finds them by it', async () => {
    const { body } = await get('/v1/resources?flag=notBackedUp').expect(200);
    expect(body.total).toBe(2);
    expect(body.items[0]).toMatchObject({
      ref: { kind: 'PersistentVolumeClaim' },
      health: { flags: ['notBackedUp'] },
    });
    const one = await get(
      '/v1/resources/c/core/v1/PersistentVolumeClaim/a/data',
    ).expect(200);
    expect(one.body.health.flags).toEqual(['notBackedUp']);
    expect((await get('/v1/resources?flag=unused')).body.total).toBe(0);
  });

  it('pages by cursor without loss or repetition, and by offset', async () => {
    const first = await get('/v1/resources?sort=-name&limit=3').expect(200);
    const second = await get(
      `/v1/resources?sort=-name&limit=3&cursor=${first.body.nextCursor}`,
    ).expect(200);
    const names = [...first.body.items, ...second.body.items].map(
      (one: { ref: { name: string } }) => one.ref.name,
    );
    expect(names).toEqual(['n2', 'n1', 'data', 'data']);
    expect(second.body.nextCursor).toBeUndefined();
    const offset = await get('/v1/resources?sort=-name&offset=3').expect(200);
    expect(offset.body.items).toHaveLength(1);
  });

  it.each([
    ['limit=0', 'limit must be a whole number from 1 to 1000'],
    ['health=fine', 'health must be one of failed, degraded'],
    ['cursor=zzz', 'cursor is not one that this API gave'],
  ])('refuses %s and says what is allowed', async (query, message) => {
    const { body } = await get(`/v1/resources?${query}`).expect(400);
    expect(body.error.message).toContain(message);
  });

  it('tells the systems by titles in the language asked for', async () => {
    const titleIn = async (query: string) => {
      const { body } = await get(`/v1/systems${query}`).expect(200);
      return body.items.find(
        (one: { system: string }) => one.system === 'persistent-storage',
      ).title;
    };
    expect(await titleIn('')).toBe('Persistent storage');
    expect(await titleIn('?language=fr')).toBe('Stockage persistant');
    expect(await titleIn('?language=de')).toBe('Persistent storage');
  });

  it('names the clusters there are', async () => {
    const { body } = await get('/v1/systems?cluster=nope').expect(404);
    expect(body.error.message).toContain('there are: c');
  });

  it('gives one resource with its links and its YAML without managedFields', async () => {
    const { body } = await get(
      '/v1/resources/c/core/v1/PersistentVolumeClaim/a/data',
    ).expect(200);
    expect(body.links).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          rel: 'volume',
          direction: 'out',
          state: 'absent',
          ref: expect.objectContaining({ name: 'pv-data' }),
        }),
      ]),
    );
    const { text } = await get(
      '/v1/resources/c/core/v1/PersistentVolumeClaim/a/data/yaml',
    ).expect(200);
    expect(text).toContain('volumeName: pv-data');
    await get('/v1/resources/c/core/v1/PersistentVolumeClaim/a/gone').expect(
      404,
    );
  });

  it('draws a chain with its break', async () => {
    const { body } = await get(
      '/v1/chains/storage?ref=c/core/v1/PersistentVolumeClaim/a/data',
    ).expect(200);
    expect(body.break.ref).toMatchObject({
      kind: 'PersistentVolume',
      name: 'pv-data',
    });
    await get(
      '/v1/chains/nothing?ref=c/core/v1/PersistentVolumeClaim/a/data',
    ).expect(404);
    await get('/v1/chains/storage?ref=nonsense').expect(400);
  });

  it('tells root causes', async () => {
    const { body } = await get('/v1/incidents?cluster=c').expect(200);
    expect(body.items.map((one: { reason: string }) => one.reason)).toContain(
      'NodeSilent',
    );
  });

  it('tells the worst of all clusters first', async () => {
    const { body } = await get('/v1/incidents').expect(200);
    const severities = body.items.map(
      (one: { severity: string }) => one.severity,
    );
    expect(severities).toEqual([...severities].sort());
  });

  it('remembers what changed', async () => {
    // What is found at the start is written once all of it was read.
    let items: unknown[] = [];
    for (let tries = 0; items.length === 0 && tries < 100; tries += 1) {
      await new Promise(resolve => setTimeout(resolve, 100));
      const { body } = await get('/v1/timeline?ref=c/core/v1/Node/_/n2').expect(
        200,
      );
      items = body.items;
    }
    expect(items).toEqual([
      expect.objectContaining({ to: 'failed', reason: 'NodeSilent' }),
    ]);
    await get('/v1/timeline?from=yesterday').expect(400);
  }, 20_000);

  it('exports', async () => {
    const csv = await get('/v1/export/resources.csv?kind=Node').expect(200);
    expect(csv.text.split('\r\n')).toHaveLength(4);
    const mermaid = await get(
      '/v1/export/storage.mmd?ref=c/core/v1/PersistentVolumeClaim/a/data',
    ).expect(200);
    expect(mermaid.text).toMatch(/^flowchart LR/);
    await get('/v1/export/clusters.mmd').expect(400);
  });

  it('makes an inventory with what is outside', async () => {
    const { body } = await get('/v1/inventory').expect(200);
    expect(body.clusters[0]).toMatchObject({ name: 'c', complete: true });
    expect(
      body.clusters[0].components.map((one: { name: string }) => one.name),
    ).toEqual(expect.arrayContaining(['c', 'n1', 'n2', 'github']));
  });

  it('serves its own description', async () => {
    const { body } = await get('/openapi.json').expect(200);
    expect(body.info.title).toBe('Socle');
  });

  it('asks who it is', async () => {
    const { status } = await get('/v1/clusters', mockCredentials.none.header());
    expect(status).toBe(401);
  });

  it('shows nothing to those who may read nothing', async () => {
    decide.mockReturnValue({ result: AuthorizeResult.DENY });
    for (const path of [
      'clusters',
      'systems',
      'resources',
      'incidents',
      'timeline',
      'inventory',
      'export/resources.csv',
      'chains/storage?ref=c/core/v1/PersistentVolumeClaim/a/data',
      'resources/c/core/v1/Node/_/n1',
    ]) {
      const { status } = await get(`/v1/${path}`, user('user:default/denied'));
      expect(`${path}: ${status}`).toBe(`${path}: 403`);
    }
  });

  it('shows to others only what the conditions allow, links and counts included', async () => {
    decide.mockImplementation(() =>
      createSocleConditionalDecision(
        {
          name: 'socle.resource.read',
          type: 'resource',
          resourceType: 'socle-resource',
          attributes: { action: 'read' },
        },
        socleConditions.inNamespace({ values: ['a'] }),
      ),
    );
    const header = user('user:default/limited');
    const { body } = await get('/v1/resources', header).expect(200);
    expect(body.total).toBe(1);
    await get(
      '/v1/resources/c/core/v1/PersistentVolumeClaim/b/data',
      header,
    ).expect(404);
    const inventory = await get('/v1/inventory', header).expect(200);
    expect(inventory.body.clusters[0]).toMatchObject({
      complete: false,
      components: [],
    });
    const timeline = await get('/v1/timeline', header).expect(200);
    expect(
      timeline.body.items.every(
        (one: { ref: { namespace?: string } }) => one.ref.namespace === 'a',
      ),
    ).toBe(true);
  });
});
