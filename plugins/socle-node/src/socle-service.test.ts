import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import {
  createServer,
  IncomingMessage,
  Server,
  ServerResponse,
} from 'node:http';
import { AddressInfo } from 'node:net';
import { SocleService, socleServiceRef } from './socle-service';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;
const json =
  (body: unknown, status = 200): Answer =>
  (_, response) => {
    response.writeHead(status, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify(body));
  };

describe('socleServiceRef', () => {
  let answer: Answer;
  const asked: IncomingMessage[] = [];
  const engine: Server = createServer((request, response) => {
    asked.push(request);
    answer(request, response);
  });
  const credentials = mockCredentials.user('user:default/ann');
  let socle: SocleService;
  let stop: () => Promise<void>;

  beforeAll(async () => {
    await new Promise<void>(resolve => engine.listen(0, '127.0.0.1', resolve));
    const { port } = engine.address() as AddressInfo;
    const backend = await startTestBackend({
      features: [
        mockServices.discovery.mock({
          getBaseUrl: async id => `http://127.0.0.1:${port}/api/${id}`,
        }).factory,
        createBackendPlugin({
          pluginId: 'other',
          register: env =>
            env.registerInit({
              deps: { service: socleServiceRef, logger: coreServices.logger },
              init: async ({ service }) => {
                socle = service;
              },
            }),
        }),
      ],
    });
    stop = () => backend.stop();
  });

  afterAll(async () => {
    await stop();
    engine.closeAllConnections();
    await new Promise(resolve => engine.close(resolve));
  });

  beforeEach(() => {
    asked.length = 0;
  });

  it.each<[string, (service: SocleService) => Promise<unknown>, string]>([
    [
      'clusters',
      one => one.clusters({ credentials }),
      '/api/socle/v1/clusters',
    ],
    [
      'inventory',
      one => one.inventory({ credentials }),
      '/api/socle/v1/inventory',
    ],
    [
      'resources',
      one =>
        one.resources(
          { system: ['longhorn', 'argo-cd'], q: 'a b&c' },
          { credentials },
        ),
      '/api/socle/v1/resources?system=longhorn&system=argo-cd&q=a+b%26c',
    ],
    [
      'incidents',
      one => one.incidents({ cluster: 'c' }, { credentials }),
      '/api/socle/v1/incidents?cluster=c',
    ],
    [
      'incidents of all',
      one => one.incidents({}, { credentials }),
      '/api/socle/v1/incidents',
    ],
  ])('asks for %s with the eyes of its caller', async (_, call, url) => {
    const said = { items: [{ some: 'thing' }] };
    answer = json(said);
    expect(await call(socle)).toEqual(said);
    expect(asked.map(request => request.url)).toEqual([url]);
    expect(asked[0].headers.authorization).toBe(
      mockCredentials.service.header({
        onBehalfOf: credentials,
        targetPluginId: 'socle',
      }),
    );
  });

  it.each<[string, Answer, object]>([
    [
      'may not be seen',
      json(
        {
          error: { name: 'NotAllowedError', message: 'no' },
          response: { statusCode: 403 },
        },
        403,
      ),
      { name: 'ResponseError', statusCode: 403 },
    ],
    [
      'is not up yet',
      json(
        { error: { name: 'ServiceUnavailableError', message: 'starting' } },
        503,
      ),
      { statusCode: 503 },
    ],
    [
      'is not there',
      (_, response) =>
        response.writeHead(404, { 'Content-Type': 'text/html' }).end('<html>'),
      { statusCode: 404 },
    ],
    ['breaks off', request => request.socket.destroy(), {}],
    [
      'answers half',
      (_, response) => {
        response.writeHead(200, { 'Content-Length': '100' });
        response.write('{"items":[');
        setTimeout(() => response.destroy(), 20);
      },
      {},
    ],
    ['answers no JSON', (_, response) => response.end('<html>'), {}],
  ])(
    'throws where the engine %s, and answers no empty list',
    async (_, how, error) => {
      answer = how;
      for (const call of [
        () => socle.clusters({ credentials }),
        () => socle.inventory({ credentials }),
        () => socle.resources({}, { credentials }),
        () => socle.incidents({}, { credentials }),
      ]) {
        const caught = await call().then(
          value => ({ value }),
          problem => problem,
        );
        expect(caught).not.toHaveProperty('value');
        expect(caught).toHaveProperty('message');
        expect(caught).toMatchObject(error);
      }
    },
  );
});
