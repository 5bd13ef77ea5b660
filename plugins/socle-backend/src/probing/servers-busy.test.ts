import { ConfiguredProbe } from '../config/probes';
import { eventually } from '../reading/__testing__/fast-clock';
import { Answer, credential, says, serving } from './__testing__/serving';

const { clock, pathOf, file, depot, probing } = serving();

describe('a server that is asked too much', () => {
  const busy =
    (status: number, retryAfter?: string): Answer =>
    (_, response) =>
      response
        .writeHead(status, retryAfter ? { 'retry-after': retryAfter } : {})
        .end('slow down');
  const inSeconds = (seconds: number) =>
    new Date(clock.now() + seconds * 1000).toUTCString();

  it('is waited for a little within the round', async () => {
    const server = await depot();
    let refusals = 3;
    server.on('/shelves/a', (request, response) => {
      refusals -= 1;
      if (refusals >= 0) busy(429, '2')(request, response);
      else says('{"load": 10}')(request, response);
    });
    const at = probing({ url: server.url, credential });
    await eventually(() => expect(at.state()).toBe('live'));
    expect(at.told).not.toContain('stale');
    expect(at.shelf('a')?.facts.load).toBe(10);
  });

  it('is asked for the rest where one thing is not available', async () => {
    const server = await depot();
    const at = probing({ url: server.url });
    await eventually(() => expect(at.state()).toBe('live'));
    server.on('/shelves', busy(503, '60')).on('/shelves/a', { load: 3 });
    await eventually(() => expect(at.state()).toBe('stale'));
    expect(at.shelf('a')?.facts.load).toBe(3);
    expect(at.message()).toBe(
      'shelves (HTTP 503, not to be asked for 60 seconds)',
    );
  });

  it.each<[string, number, () => string, string]>([
    ['seconds', 429, () => '90', '/shelves?page=1'],
    ['a date', 429, () => inSeconds(90), '/shelves?page=1'],
    ['seconds', 503, () => '90', '/shelves/b'],
  ])(
    'is left alone as long as it says, in %s (%s)',
    async (_in, status, after, last) => {
      const server = await depot();
      const at = probing({ url: server.url, credential });
      await eventually(() => expect(at.state()).toBe('live'));
      server.on('/shelves', (request, response) =>
        busy(status, after())(request, response),
      );
      await eventually(() => expect(at.state()).toBe('stale'));
      const asked = server.asked.length;
      const began = clock.now();
      // Nothing else that answers again is a reason to hurry.
      at.of.hurry();
      expect(at.message()).toMatch(
        /^shelves \(HTTP \d+, not to be asked for \d+ seconds\)$/,
      );
      expect(server.asked.slice(-1)[0]).toBe(last);
      expect(at.shelves()).toEqual(['stock/a', 'stock/b']);
      expect(at.of.staleSource(at.shelf('a')!)).toBe('probe:depot/main');
      server.on('/shelves', { shelves: [] });
      await eventually(() =>
        expect(server.asked.length).toBeGreaterThan(asked),
      );
      expect(clock.now() - began).toBeGreaterThan(80_000);
    },
  );

  it('is not asked for all the rest where it does not say how long', async () => {
    const server = await depot();
    const names = Array.from({ length: 200 }, (_, index) => `s${index}`);
    server.on('/shelves', { shelves: names.map(name => ({ name })) });
    server.always((request, response) =>
      request.url?.startsWith('/shelves/')
        ? busy(429)(request, response)
        : says(JSON.stringify({ shelves: names.map(name => ({ name })) }))(
            request,
            response,
          ),
    );
    const at = probing({ url: server.url, everySeconds: 3600 });
    await eventually(() => expect(at.state()).toBe('stale'));
    expect(server.asked.length).toBeLessThan(60);
    expect(at.message()).toBe('shelf (HTTP 429)');
  });
});

describe('a refusal', () => {
  it.each<[number, () => Partial<ConfiguredProbe>, string]>([
    [
      401,
      () => ({ credential }),
      'the token of socle.probes.depot[0].credential is not accepted (HTTP 401)',
    ],
    [
      403,
      () => {
        const tokenFile = file('lesser', 'lesser');
        return { credential: { tokenFile } };
      },
      `the token with ${pathOf(
        'lesser',
      )} (socle.probes.depot[0].credential.tokenFile) may not read it (HTTP 403)`,
    ],
    [
      401,
      () => ({}),
      'no credential (socle.probes.depot[0].credential) is not accepted (HTTP 401)',
    ],
  ])('(%s) names the key of the configuration', async (status, more, said) => {
    const server = await depot();
    server.always((_, response) => response.writeHead(status).end('{}'));
    const at = probing({ url: server.url, ...more() });
    await eventually(() => expect(at.state()).toBe('notPermitted'));
    expect(at.message()).toBe(said);
  });

  it.each([
    ['', /credential\.tokenFile \S+empty is empty$/],
    ['\n \n', /credential\.tokenFile \S+empty is empty$/],
    ['a\nb', /credential\.tokenFile \S+empty holds more than one line$/],
  ])('is not asked for with a token file of %j', async (text, message) => {
    const tokenFile = file('empty', text);
    const server = await depot();
    const at = probing({ url: server.url, credential: { tokenFile } });
    await eventually(() => expect(at.state()).toBe('unreachable'));
    expect(at.message()).toMatch(message);
    expect(server.asked).toEqual([]);
    file('empty', 'good');
    await eventually(() => expect(at.state()).toBe('live'));
  });
});
