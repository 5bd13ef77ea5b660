import { KindId, PROBE_KIND } from '@socle/backstage-plugin-socle-model';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfiguredProbe } from '../config/probes';
import { eventually, fastClock } from '../reading/__testing__/fast-clock';
import { HttpConnection } from '../reading/transport';
import { Asked } from './ask';
import { ClusterProbing } from './cluster-probing';
import { DepotServer, startDepot } from './__testing__/depot-server';
import { SOURCE, startProbing } from './__testing__/probing';

/** Rounds of five seconds take 50 milliseconds. */
const clock = fastClock(100);

describe('probing', () => {
  const running: ClusterProbing[] = [];
  const servers: DepotServer[] = [];
  const folder = mkdtempSync(join(tmpdir(), 'socle-probing-'));
  afterEach(async () => {
    running.splice(0).forEach(one => one.stop());
    await Promise.all(servers.splice(0).map(one => one.stop()));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  async function depot(): Promise<DepotServer> {
    const server = await startDepot();
    servers.push(server);
    return server;
  }

  function probing(
    instances: Array<Partial<ConfiguredProbe> & { url: string }>,
    api?: Asked,
  ) {
    const at = startProbing(instances, { clock, api });
    running.push(at.of);
    return at;
  }

  it('asks everything, page by page, and what was found one by one', async () => {
    const server = await depot();
    // On a busy machine a tenth of a second, which ten of the clock's are, is not enough for an answer.
    const at = probing([
      {
        url: server.url,
        credential: { token: 'secret-1' },
        timeoutSeconds: 300,
      },
    ]);
    expect(at.state()).toBe('syncing');
    expect(at.source()).toBeUndefined();
    expect(at.store.isListed('depot.socle.dev/Shelf')).toBe(false);
    await eventually(() => expect(at.state()).toBe('live'));
    expect(server.asked.slice(0, 5)).toEqual([
      '/state',
      '/shelves?page=1',
      '/shelves?page=2',
      '/shelves/a',
      '/shelves/b',
    ]);
    expect(new Set(server.authorizations)).toEqual(
      new Set(['Bearer secret-1']),
    );
    expect(at.shelves()).toEqual(['stock/a', 'stock/b']);
    expect(at.shelf('a')?.facts).toEqual({ load: 10, owner: 'ann' });
    expect(at.store.isListed('depot.socle.dev/Shelf')).toBe(true);
    await eventually(() =>
      expect(at.source()).toMatchObject({
        status: 'healthy',
        reason: 'HttpSourceAnswering',
      }),
    );
  });

  it('says that a first round goes on, where it takes long', async () => {
    const server = await depot();
    server.always(() => {});
    const at = probing([{ url: server.url, timeoutSeconds: 60 }]);
    await eventually(() =>
      expect(at.source()).toMatchObject({
        status: 'progressing',
        reason: 'HttpSourceFirstRound',
      }),
    );
    expect(at.state()).toBe('syncing');
  });

  it('keeps its connections', async () => {
    const server = await depot();
    probing([{ url: server.url }]);
    await eventually(() => expect(server.asked.length).toBeGreaterThan(30));
    expect(server.sockets.size).toBeLessThanOrEqual(4);
  });

  it('points from the subject of an answer to who was asked, and not from what else it holds', async () => {
    const server = await depot();
    server.off('/shelves/b');
    const at = probing([{ url: server.url }]);
    await eventually(() => expect(at.shelves()).toHaveLength(2));
    const asked = (kind: KindId, name: string) =>
      at.store
        .linksOf(at.store.get(kind, 'stock', name)!)
        .filter(link => link.rel === 'askedBy');
    expect(asked('depot.socle.dev/Depot', 'main')).toEqual([
      { rel: 'askedBy', to: `${PROBE_KIND}//depot.main`, kinds: [PROBE_KIND] },
    ]);
    expect(asked('depot.socle.dev/Shelf', 'a')).toHaveLength(1);
    expect(asked('depot.socle.dev/Shelf', 'b')).toEqual([]);
  });

  const status = (code: number) => (_: unknown, response: ServerResponse) =>
    response.writeHead(code).end('{"message": "token secret-1 is no good"}');
  const page = (_: unknown, response: ServerResponse) =>
    response
      .writeHead(200, { 'content-type': 'text/html' })
      .end('<html>Please sign in</html>');

  it.each<
    [
      string,
      (_: never, response: ServerResponse) => void,
      string,
      RegExp,
      string,
    ]
  >([
    [
      '401',
      status(401),
      'notPermitted',
      /^the token of socle\.probes\.depot\[0\]\.credential is not accepted \(HTTP 401\)$/,
      'HttpSourceRefused',
    ],
    [
      '403',
      status(403),
      'notPermitted',
      /^the token of socle\.probes\.depot\[0\]\.credential may not read it \(HTTP 403\)$/,
      'HttpSourceRefused',
    ],
    [
      '404',
      status(404),
      'unreachable',
      /^state: HTTP 404$/,
      'HttpSourceFailing',
    ],
    [
      '500',
      status(500),
      'unreachable',
      /^state: HTTP 500$/,
      'HttpSourceFailing',
    ],
    [
      'a page',
      page,
      'unreachable',
      /^state: \/state was answered with a page: is this the address of the API/,
      'HttpSourceFailing',
    ],
    [
      'no JSON',
      (_, response) =>
        response
          .writeHead(200, { 'content-type': 'application/json' })
          .end('{"load": '),
      'unreachable',
      /^state: \/state was not answered with JSON$/,
      'HttpSourceFailing',
    ],
    [
      'text of something else',
      (_, response) => response.writeHead(200).end('hello'),
      'unreachable',
      /not answered as Depot does/,
      'HttpSourceFailing',
    ],
    [
      'a reset',
      (_, response) => response.socket?.resetAndDestroy(),
      'unreachable',
      /ECONNRESET|socket hang up/,
      'HttpSourceFailing',
    ],
    [
      'silence',
      () => {},
      'unreachable',
      /^state: no answer within 10 seconds$/,
      'HttpSourceFailing',
    ],
    [
      'an answer without end',
      (_, response) =>
        response
          .writeHead(200, { 'content-type': 'application/json' })
          .write('{"load": '),
      'unreachable',
      /no answer within 10 seconds|did not come to its end/,
      'HttpSourceFailing',
    ],
  ])(
    '%s: says so, keeps what it knew, and recovers',
    async (_title, fault, state, message, reason) => {
      const server = await depot();
      const at = probing([
        { url: server.url, credential: { token: 'secret-1' } },
      ]);
      await eventually(() => expect(at.state()).toBe('live'));
      server.always(fault as (_: unknown, response: ServerResponse) => void);
      await eventually(() => expect(at.state()).toBe(state));
      expect(at.freshness.get(SOURCE)?.message).toMatch(message);
      expect(at.shelves()).toEqual(['stock/a', 'stock/b']);
      await eventually(() =>
        expect(at.of.staleSource(at.shelf('a')!)).toBe(SOURCE),
      );
      await eventually(() =>
        expect([reason, 'HttpSourceSilent']).toContain(at.source()?.reason),
      );
      expect(at.said.join()).not.toContain('secret-1');
      expect(JSON.stringify(at.freshness.list())).not.toContain('secret-1');
      expect(JSON.stringify(at.source())).not.toContain('secret-1');
      server.always(undefined);
      await eventually(() => expect(at.state()).toBe('live'), 10_000);
      expect(at.of.staleSource(at.shelf('a')!)).toBeUndefined();
    },
  );

  it('is never called healthy before it has answered', async () => {
    const at = probing([{ url: 'http://127.0.0.1:9' }]);
    await eventually(() => expect(at.state()).toBe('unreachable'));
    await eventually(() =>
      expect(at.source()?.reason).toBe('HttpSourceNeverAnswered'),
    );
    expect(at.store.isListed('depot.socle.dev/Shelf')).toBe(false);
  });

  it('waits ever longer for what does not answer', async () => {
    const server = await depot();
    server.always(status(500));
    probing([{ url: server.url }]);
    const rounds = () => server.asked.filter(path => path === '/state').length;
    await eventually(() => expect(rounds()).toBeGreaterThan(2));
    // 3.75, 7.5, 15, 30, 60 seconds: without it 30 seconds would hold six more rounds.
    const before = rounds();
    await new Promise(resolve => setTimeout(resolve, 300));
    expect(rounds() - before).toBeLessThanOrEqual(2);
  });

  it('asks no further where nobody is there', async () => {
    const server = await depot();
    server.always((_, response) => response.socket?.resetAndDestroy());
    probing([{ url: server.url }]);
    await eventually(() => expect(server.asked.length).toBeGreaterThan(3));
    expect(new Set(server.asked)).toEqual(new Set(['/state']));
  });

  it('reads the rest where one request is refused, or fails', async () => {
    const server = await depot();
    server.on('/shelves/b', {}, 403);
    const at = probing([{ url: server.url }]);
    await eventually(() => expect(at.state()).toBe('notPermitted'));
    expect(at.freshness.get(SOURCE)?.message).toBe(
      'no credential (socle.probes.depot[0].credential) may not read shelf (HTTP 403); the rest is read',
    );
    await eventually(() =>
      expect(at.source()?.reason).toBe('HttpSourceIncomplete'),
    );
    expect(at.shelves()).toEqual(['stock/a', 'stock/b']);
    expect(at.store.isListed('depot.socle.dev/Shelf')).toBe(false);
    server.on('/shelves/b', {}, 500);
    await eventually(() => expect(at.state()).toBe('stale'));
    server.on('/shelves/b', { load: 3 });
    await eventually(() => expect(at.state()).toBe('live'));
    expect(at.store.isListed('depot.socle.dev/Shelf')).toBe(true);
  });

  it('is well with a system that lacks a request, and does not take that for nothing', async () => {
    const server = await depot();
    server.off('/shelves');
    const at = probing([{ url: server.url }]);
    await eventually(() => expect(at.state()).toBe('live'));
    expect(at.freshness.get(SOURCE)?.message).toBe(
      'it does not have shelves (HTTP 404)',
    );
    expect(at.store.isListed('depot.socle.dev/Shelf')).toBe(false);
    await eventually(() =>
      expect(at.source()).toMatchObject({
        status: 'healthy',
        warnings: ['it does not have shelves (HTTP 404)'],
      }),
    );
  });

  it('takes out what is gone only when the list without it was read', async () => {
    const server = await depot();
    const at = probing([{ url: server.url }]);
    await eventually(() => expect(at.shelves()).toHaveLength(2));
    server.on('/shelves', {}, 500);
    await eventually(() => expect(at.state()).toBe('stale'));
    expect(at.shelves()).toHaveLength(2);
    expect(at.of.staleSource(at.shelf('a')!)).toBe(SOURCE);
    server.on('/shelves', { shelves: [{ name: 'b' }] });
    await eventually(() => expect(at.shelves()).toEqual(['stock/b']));
    expect(at.state()).toBe('live');
  });

  it('knows nothing of a list whose second page does not come', async () => {
    const server = await depot();
    server.on('/shelves', (request, response) =>
      request.url?.includes('page=2')
        ? response.writeHead(502).end()
        : response
            .writeHead(200, { 'content-type': 'application/json' })
            .end('{"shelves": [{"name": "a"}], "next": "/shelves?page=2"}'),
    );
    const at = probing([{ url: server.url }]);
    await eventually(() => expect(at.state()).toBe('stale'));
    expect(at.shelves()).toEqual([]);
    expect(at.store.isListed('depot.socle.dev/Shelf')).toBe(false);
  });

  it('ends with a next page that leads back', async () => {
    const server = await depot();
    server.on('/shelves', {
      shelves: [{ name: 'a' }],
      next: '/shelves?page=1',
    });
    const at = probing([{ url: server.url }]);
    await eventually(() => expect(at.state()).toBe('live'));
    expect(at.shelves()).toEqual(['stock/a']);
  });

  it('does not swallow an answer without bounds', async () => {
    const server = await depot();
    server.on('/shelves', (_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const chunk = Buffer.alloc(1024 * 1024, ' ');
      const more = () => {
        while (!response.destroyed && response.write(chunk));
      };
      response.on('drain', more);
      more();
    });
    const at = probing([{ url: server.url, timeoutSeconds: 300 }]);
    await eventually(
      () =>
        expect(at.freshness.get(SOURCE)?.message).toBe(
          'shelves (the answer is larger than 32 MiB)',
        ),
      15_000,
    );
    expect(at.state()).toBe('stale');
  });

  it('takes a status that is an answer as one', async () => {
    const server = await depot();
    server.on('/state', { load: 7 }, 503);
    const at = probing([{ url: server.url }]);
    await eventually(() => expect(at.state()).toBe('live'));
    expect(
      at.store.get('depot.socle.dev/Depot', 'stock', 'main')?.facts.load,
    ).toBe(7);
  });

  it('reads a token again when its file is rotated', async () => {
    const tokenFile = join(folder, 'token');
    writeFileSync(tokenFile, 'old\n');
    const server = await depot();
    let valid = 'Bearer old';
    server.always((request, response) => {
      const { authorization } = request.headers;
      response
        .writeHead(authorization === valid ? 200 : 401, {
          'content-type': 'application/json',
        })
        .end('{"load": 1}');
    });
    const at = probing([{ url: server.url, credential: { tokenFile } }]);
    await eventually(() => expect(at.state()).toBe('live'));
    valid = 'Bearer new';
    await eventually(() => expect(at.state()).toBe('notPermitted'));
    expect(at.freshness.get(SOURCE)?.message).toContain(tokenFile);
    writeFileSync(tokenFile, 'new\n');
    await eventually(() => expect(at.state()).toBe('live'));
    rmSync(tokenFile);
    await eventually(() => expect(at.state()).toBe('unreachable'));
    expect(at.freshness.get(SOURCE)?.message).toMatch(
      /credential\.tokenFile: ENOENT/,
    );
  });

  it('follows a redirect of the same address, and takes no credential to another', async () => {
    const other = await depot();
    const server = await depot();
    const moved =
      (location: string) => (_: unknown, response: ServerResponse) =>
        response.writeHead(307, { location }).end();
    server.on('/moved', { load: 5 }).on('/state', moved('/moved'));
    const at = probing([{ url: server.url, credential: { token: 't' } }]);
    await eventually(() => expect(at.state()).toBe('live'));
    server.on('/state', moved(`${other.url}/state`));
    await eventually(() => expect(at.state()).toBe('stale'));
    expect(at.freshness.get(SOURCE)?.message).toContain(
      'which is not followed',
    );
    expect(other.asked).toEqual([]);
    server.on('/state', moved('/state'));
    await eventually(() =>
      expect(at.freshness.get(SOURCE)?.message).toContain('in a circle'),
    );
  });

  it('counts a kind as read only when all its instances were', async () => {
    const [one, two] = [await depot(), await depot()];
    two.on('/shelves/a', {}, 500);
    const at = probing([
      { url: one.url },
      { url: two.url, name: 'other', namespace: 'other' },
    ]);
    await eventually(() => expect(at.state('probe:depot/other')).toBe('stale'));
    await eventually(() => expect(at.state()).toBe('live'));
    expect(at.shelves()).toEqual(['other/a', 'other/b', 'stock/a', 'stock/b']);
    expect(at.store.isListed('depot.socle.dev/Shelf')).toBe(false);
    two.on('/shelves/a', {});
    await eventually(() =>
      expect(at.store.isListed('depot.socle.dev/Shelf')).toBe(true),
    );
    expect(at.names(PROBE_KIND)).toEqual(['/depot.main', '/depot.other']);
  });

  describe('of the cluster itself', () => {
    const GAUGE = 'probe:gauge/c';
    const nodePath = (name: string) => `/api/v1/nodes/${name}/proxy/figures`;
    const node = (name: string) => ({
      apiVersion: 'v1',
      kind: 'Node',
      metadata: { name, uid: name },
    });

    async function gauge() {
      const server = await new DepotServer()
        .on('/checks', (_, response) =>
          response.writeHead(500).end('[+]ping ok\n[-]etcd failed\n'),
        )
        .on(nodePath('n1'), { load: 1 })
        .on(nodePath('n2'), { load: 2 })
        .start();
      servers.push(server);
      const api = new HttpConnection('c', {
        get: async () => ({ url: server.url, headers: {}, tls: {} }),
        refused: () => false,
      });
      const at = probing([], api);
      const figures = () => at.names('gauge.socle.dev/Figure');
      return { server, at, figures };
    }

    it('asks for each node once nodes are listed, and keeps the figures of one that does not answer', async () => {
      const { server, at, figures } = await gauge();
      await eventually(() => expect(figures()).toEqual(['c/checks']));
      expect(at.store.isListed('gauge.socle.dev/Figure')).toBe(false);
      at.store.apply(node('n1'));
      at.store.apply(node('n2'));
      at.store.setListed('/Node', true);
      await eventually(() =>
        expect(figures()).toEqual(['c/checks', 'c/n1', 'c/n2']),
      );
      expect(at.store.isListed('gauge.socle.dev/Figure')).toBe(true);
      expect(
        at.store.get('gauge.socle.dev/Figure', 'c', 'checks')?.facts.owner,
      ).toBe('[+]ping ok\n[-]etcd failed');

      server.on(nodePath('n2'), {}, 502).on(nodePath('n1'), { load: 9 });
      const figure = (name: string) =>
        at.store.get('gauge.socle.dev/Figure', 'c', name)!;
      await eventually(() => expect(figure('n1').facts.load).toBe(9));
      expect(at.state(GAUGE)).toBe('stale');
      expect(figure('n2').facts.load).toBe(2);
      expect(at.of.staleSource(figure('n2'))).toBe(GAUGE);
      expect(at.of.staleSource(figure('n1'))).toBeUndefined();

      at.store.remove('/Node', undefined, 'n2');
      await eventually(() => expect(figures()).toEqual(['c/checks', 'c/n1']));
      expect(at.state(GAUGE)).toBe('live');
    });

    it('shows no source of what the cluster does not serve', async () => {
      const { server, at } = await gauge();
      await eventually(() => expect(at.state(GAUGE)).toBe('live'));
      server.off('/checks');
      await eventually(() => expect(at.state(GAUGE)).toBeUndefined());
      expect(at.names('gauge.socle.dev/Figure')).toEqual([]);
    });

    it('is asked at once when its API answers again', async () => {
      const { server, at } = await gauge();
      await eventually(() => expect(at.state(GAUGE)).toBe('live'));
      server.always((_, response) => response.socket?.resetAndDestroy());
      await eventually(() => expect(at.state(GAUGE)).toBe('unreachable'));
      // The back-off is at 30 seconds or more by now, which is 300 milliseconds here.
      await new Promise(resolve => setTimeout(resolve, 400));
      server.always(undefined);
      at.of.hurry();
      await eventually(() => expect(at.state(GAUGE)).toBe('live'), 150);
    });

    it('says what may not be read', async () => {
      const { server, at } = await gauge();
      server.always((_, response) => response.writeHead(403).end('{}'));
      await eventually(() => expect(at.state(GAUGE)).toBe('notPermitted'));
      expect(at.freshness.get(GAUGE)?.message).toBe(
        "the cluster's credential may not read it (HTTP 403)",
      );
      expect(at.store.isListed('gauge.socle.dev/Figure')).toBe(false);
    });
  });
});
