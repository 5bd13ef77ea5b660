import { SocleClient } from './socle-client';

function setup(response = new Response('{}')) {
  const fetch = jest.fn().mockResolvedValue(response);
  const client = new SocleClient({ fetchApi: { fetch } });
  return { client, asked: () => String(fetch.mock.calls[0][0]) };
}

const claim = {
  cluster: 'atlas',
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  namespace: 'orders',
  name: 'orders-data',
};
const PATH = 'atlas/core/v1/PersistentVolumeClaim/orders/orders-data';

describe('SocleClient', () => {
  it('repeats a filter with several values and leaves out what is not set', async () => {
    const { client, asked } = setup();
    await client.getResources({
      health: ['failed', 'degraded'],
      kind: ['longhorn.io/Volume'],
      namespace: [],
      sort: '-since',
      limit: 50,
      offset: 0,
      withLinks: true,
    });
    expect(asked()).toBe(
      'plugin://socle/v1/resources?kind=longhorn.io%2FVolume&health=failed&health=degraded&sort=-since&limit=50&with=links',
    );
  });

  it.each([
    [
      'getResource',
      (c: SocleClient) => c.getResource(claim),
      `resources/${PATH}`,
    ],
    [
      'getResourceYaml',
      (c: SocleClient) => c.getResourceYaml(claim),
      `resources/${PATH}/yaml`,
    ],
    [
      'getChain',
      (c: SocleClient) => c.getChain('storage', claim),
      `chains/storage?cluster=atlas&ref=${encodeURIComponent(PATH)}`,
    ],
    [
      'export',
      (c: SocleClient) => c.export('storage', 'mmd', { ref: claim }),
      `export/storage.mmd?cluster=atlas&ref=${encodeURIComponent(PATH)}`,
    ],
    [
      'getSystems',
      (c: SocleClient) => c.getSystems({ language: 'en' }),
      'systems',
    ],
    [
      'getSystems in French',
      (c: SocleClient) => c.getSystems({ cluster: 'atlas', language: 'fr' }),
      'systems?cluster=atlas&language=fr',
    ],
    [
      'getReasons',
      (c: SocleClient) => c.getReasons({ language: 'fr' }),
      'reasons?language=fr',
    ],
    ['getIncidents', (c: SocleClient) => c.getIncidents({}), 'incidents'],
  ])('asks the right address in %s', async (_name, call, path) => {
    const { client, asked } = setup();
    await call(client);
    expect(asked()).toBe(`plugin://socle/v1/${path}`);
  });

  it('throws what the backend refuses', async () => {
    const body = {
      error: { name: 'NotAllowedError', message: 'no' },
      response: { statusCode: 403 },
    };
    const { client } = setup(
      new Response(JSON.stringify(body), {
        status: 403,
        headers: { 'content-type': 'application/json' },
      }),
    );
    await expect(client.getClusters()).rejects.toMatchObject({
      name: 'ResponseError',
      statusCode: 403,
    });
  });
});
