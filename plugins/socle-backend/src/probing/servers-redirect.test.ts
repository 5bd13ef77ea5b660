import {
  isObject,
  SystemDefinition,
  systems,
} from '@socle/backstage-plugin-socle-model';
import { ServerResponse } from 'node:http';
import { eventually } from '../reading/__testing__/fast-clock';
import { depotSystem } from './__testing__/depot';
import { credential, leads, says, serving } from './__testing__/serving';

const { depot, probing } = serving();

describe('an address', () => {
  it.each(['/below/here', '/below/here/', '/below/here//'])(
    'may have the path %s',
    async path => {
      const server = await depot();
      server.on('/below/here/state', { load: 3 });
      server.on('/below/here/shelves', { shelves: [{ name: 'c' }] });
      server.on('/below/here/shelves/c', { load: 1 });
      const at = probing({ url: `${server.url}${path}` });
      await eventually(() => expect(at.state()).toBe('live'));
      expect(at.shelves()).toEqual(['stock/c']);
      expect(server.asked[0]).toBe('/below/here/state');
    },
  );

  it('may be one of IPv6', async () => {
    const server = await depot(undefined, '::1').catch(() => undefined);
    if (!server) return;
    const at = probing({ url: server.url, credential });
    await eventually(() => expect(at.state()).toBe('live'));
    expect(server.url).toContain('[::1]');
  });

  it('is asked itself, whatever proxy the environment names', async () => {
    const proxy = await depot();
    const server = await depot();
    const before = { ...process.env };
    Object.assign(process.env, {
      HTTP_PROXY: proxy.url,
      http_proxy: proxy.url,
      HTTPS_PROXY: proxy.url,
      ALL_PROXY: proxy.url,
      NODE_USE_ENV_PROXY: '1',
    });
    try {
      const at = probing({ url: server.url, credential });
      await eventually(() => expect(at.state()).toBe('live'));
    } finally {
      process.env = before;
    }
    expect(proxy.asked).toEqual([]);
  });
});

describe('a redirect', () => {
  const SIGN_IN = '<!doctype html><title>Sign in</title>';
  const page = (response: ServerResponse, type: Record<string, string>) =>
    response.writeHead(200, type).end(SIGN_IN);

  it.each<[string, Record<string, string>]>([
    ['said to be one', { 'content-type': 'text/html; charset=utf-8' }],
    ['said to be JSON', { 'content-type': 'application/json' }],
    ['said to be nothing', {}],
  ])('to a sign-in page %s is no answer', async (_said, type) => {
    const server = await depot();
    server.always((request, response) =>
      request.url?.startsWith('/login')
        ? page(response, type)
        : leads('/login?next=/state', 301)(request, response),
    );
    const at = probing({ url: server.url, credential });
    await eventually(() => expect(at.state()).toBe('unreachable'));
    expect(at.message()).toContain('was answered with a page');
    expect(at.names('depot.socle.dev/Depot')).toEqual([]);
  });

  it.each(['s3', 'pd', 'surrealdb', 'vault', 'qdrant', 'garage', 'harbor'])(
    'does not make %s well by an empty answer from elsewhere',
    async id => {
      const server = await depot();
      server.always((request, response) =>
        request.url === '/login'
          ? response.writeHead(200).end()
          : leads('/login', 301)(request, response),
      );
      const system = systems.find(one => one.id === id)!;
      const at = probing({ probe: id, url: server.url }, [system]);
      await eventually(() =>
        expect(at.state(`probe:${id}/main`)).toBeDefined(),
      );
      await eventually(() =>
        expect(at.state(`probe:${id}/main`)).toBe('unreachable'),
      );
      const well = [...at.store.all()].filter(
        ({ verdict }) => verdict.status === 'healthy',
      );
      expect(well).toEqual([]);
    },
  );

  it.each([
    ['another host', 'http://localhost'],
    ['another host without a scheme', '//localhost'],
    ['a host with a user', 'http://127.0.0.1@localhost'],
  ])('to %s is not followed', async (_to, prefix) => {
    const away = await depot();
    const server = await depot();
    const { port } = new URL(away.url);
    server.always(leads(`${prefix}:${port}/state`));
    const at = probing({ url: server.url, credential });
    await eventually(() => expect(at.state()).toBe('unreachable'));
    expect(at.message()).toContain('which is not followed');
    expect(away.asked).toEqual([]);
  });

  it('out of the path of the address is not followed', async () => {
    const server = await depot();
    server.on('/below/state', leads('/state'));
    const at = probing({ url: `${server.url}/below`, credential });
    await eventually(() => expect(at.state()).toBe('unreachable'));
    expect(at.message()).toContain('which is not followed');
    expect(server.asked).not.toContain('/state');
  });
});

/** A depot that is counted with POST, which only reads. */
function countedDepot(): SystemDefinition {
  const system = depotSystem();
  const [probe] = system.probes!;
  const count = {
    id: 'count',
    path: /^\/count$/,
    method: 'POST' as const,
    body: { all: true },
    asks: () => ['/count?of=*'],
    read: ({ body }: { body: unknown }) =>
      isObject(body) ? { items: [] } : undefined,
  };
  return {
    ...system,
    probes: [{ ...probe, requests: [...probe.requests, count] }],
  };
}

describe('a POST that only reads', () => {
  it('is sent with its body, and its answer read', async () => {
    const server = await depot();
    server.on('/count', { count: 7 });
    const at = probing({ url: server.url, credential }, [countedDepot()]);
    await eventually(() => expect(at.state()).toBe('live'));
    expect(server.posted[0]).toBe(
      'POST /count?of=* application/json {"all":true}',
    );
    expect(new Set(server.authorizations)).toEqual(
      new Set(['Bearer secret-1']),
    );
  });

  it.each([301, 302, 307, 308])(
    'follows no redirect (%s), not even on the same address',
    async status => {
      const server = await depot();
      server.on('/count', leads('/shelves', status));
      const at = probing({ url: server.url, credential }, [countedDepot()]);
      await eventually(() => expect(at.state()).toBe('stale'));
      expect(at.message()).toBe(
        'count (/count redirects, which is not followed with POST)',
      );
      expect(server.posted.every(line => line.includes('/count'))).toBe(true);
    },
  );

  it('is sent again where a kept connection was closed meanwhile', async () => {
    const server = await depot();
    let seen = 0;
    server.on('/count', (request, response) => {
      seen += 1;
      if (seen === 1) request.socket.resetAndDestroy();
      else says('{}')(request, response);
    });
    const at = probing({ url: server.url }, [countedDepot()]);
    await eventually(() => expect(at.state()).toBe('live'));
    expect(at.told).not.toContain('stale');
  });

  it('is not lacked where the system has none', async () => {
    const server = await depot();
    const at = probing({ url: server.url }, [countedDepot()]);
    await eventually(() => expect(at.state()).toBe('live'));
    expect(at.message()).toBe('it does not have count (HTTP 404)');
  });
});
