import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { buildAtStart, lastEvent } from './build-at-start';
import { refreshSearch } from './refresh-search';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'shop', uid: '1' },
};

function services(known = true) {
  return {
    auth: mockServices.auth(),
    catalog: catalogServiceMock({ entities: known ? [entity] : [] }),
    discovery: mockServices.discovery(),
    logger: mockServices.logger.mock(),
    signal: new AbortController().signal,
    pause: 1,
  };
}

function answer(...answers: Array<[number, string] | Error>) {
  const calls = jest.spyOn(global, 'fetch');
  for (const next of answers) {
    if (next instanceof Error) {
      calls.mockRejectedValueOnce(next);
    } else {
      calls.mockResolvedValueOnce(new Response(next[1], { status: next[0] }));
    }
  }
  return calls;
}

const FINISHED: [number, string] = [
  200,
  'event: log\ndata: "a"\n\nevent: finish\ndata: {"updated":true}\n\n',
];

describe('buildAtStart', () => {
  afterEach(() => jest.restoreAllMocks());

  it('asks TechDocs for it, as TechDocs itself', async () => {
    const calls = answer(FINISHED);
    expect(await buildAtStart('component:default/shop', services())).toBe(true);
    const [url, init] = calls.mock.calls[0];
    expect(String(url)).toMatch(/\/sync\/default\/component\/shop$/);
    expect(init?.headers).toMatchObject({
      Authorization: expect.stringMatching(/^Bearer ./),
    });
  });

  it.each<[string, [number, string] | Error]>([
    ['is not up', [503, '']],
    ['cannot be reached', new Error('refused')],
    ['breaks off', [200, 'event: log\ndata: "a"\n\n']],
  ])('tries again when TechDocs %s', async (_, first) => {
    const calls = answer(first, FINISHED);
    expect(await buildAtStart('component:default/shop', services())).toBe(true);
    expect(calls).toHaveBeenCalledTimes(2);
  });

  it('does not try again what cannot be built', async () => {
    const calls = answer([200, 'event: error\ndata: "no Markdown file"\n\n']);
    const given = services();
    expect(await buildAtStart('component:default/shop', given)).toBe(false);
    expect(calls).toHaveBeenCalledTimes(1);
    expect(given.logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('no Markdown file'),
    );
  });

  it('gives up on what the catalog never knows, and says so', async () => {
    const given = services(false);
    expect(
      await buildAtStart('component:default/shop', { ...given, patience: 20 }),
    ).toBe(false);
    expect(given.logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('the catalog does not know it'),
    );
  });

  it('stops with the backend', async () => {
    const given = {
      ...services(false),
      pause: 60_000,
      signal: AbortSignal.timeout(20),
    };
    expect(await buildAtStart('component:default/shop', given)).toBe(false);
    expect(given.logger.warn).not.toHaveBeenCalled();
  });
});

describe('refreshSearch', () => {
  afterEach(() => jest.restoreAllMocks());

  it.each([
    ['once', [[200, '']], 1],
    [
      'again while it runs or is not up',
      [[409, ''], [503, ''], new Error('refused'), [200, '']],
      4,
    ],
    ['not again where there is none', [[404, '']], 1],
  ] as Array<[string, Array<[number, string] | Error>, number]>)(
    'asks %s',
    async (_, answers, expected) => {
      const calls = answer(...answers);
      await refreshSearch(services());
      expect(calls).toHaveBeenCalledTimes(expected);
      expect(calls.mock.calls[0][1]?.method).toBe('POST');
    },
  );
});

describe('lastEvent', () => {
  it.each([
    [
      'event: finish\ndata: {"updated":false}\n\n',
      { event: 'finish', data: { updated: false } },
    ],
    [
      'event: log\ndata: "a"\n\nevent: error\ndata: "b"\n\n',
      { event: 'error', data: 'b' },
    ],
    ['event: finish\ndata: {"upd', undefined],
    ['', undefined],
  ])('%j', (stream, expected) => {
    expect(lastEvent(stream)).toEqual(expected);
  });
});
