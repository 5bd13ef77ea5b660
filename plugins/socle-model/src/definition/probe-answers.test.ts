import fc from 'fast-check';
import { healthy } from '../judging/verdict';
import { stringAt } from '../reading/raw';
import { defineKind } from './kind';
import { HttpAnswer, probeObject, ProbeRequest, ProbeTarget } from './probe';
import { readAnswer, requestTarget } from './probe-answers';
import { SystemRegistry } from './registry';
import { defineSystem } from './system';

const target: ProbeTarget = { name: 'one', namespace: 'one', endpoints: [] };

function depot(id: string, requests: ProbeRequest[]) {
  return defineSystem({
    id,
    title: id,
    area: 'registry',
    layer: 'service',
    description: 'Keeps things.',
    kinds: [
      defineKind({
        group: `${id}.socle.dev`,
        kind: 'Depot',
        plural: 'depots',
        versions: ['v1'],
        namespaced: true,
        source: 'probe',
        project: () => ({}),
        health: () => healthy('DepotOpen', 'Open.'),
      }),
    ],
    probes: [{ id, target: 'configured', credential: 'none', requests }],
  });
}

function depotRequest(
  system: string,
  read: (answer: HttpAnswer) => string | undefined,
  more: Partial<ProbeRequest> = {},
): ProbeRequest {
  return {
    id: 'health',
    path: /^\/health$/,
    read: (answer, of) => {
      const name = read(answer);
      return name === undefined
        ? undefined
        : { subject: probeObject(system, 'Depot', name, of, {}) };
    },
    ...more,
  };
}

describe('readAnswer', () => {
  const registry = new SystemRegistry([
    depot('first', [
      depotRequest('first', ({ body }) => stringAt(body, 'first'), {
        statuses: [503],
      }),
      depotRequest('first', ({ body }) => stringAt(body, 'first'), {
        id: 'all',
        path: /^\/all$/,
        method: 'POST',
        body: {},
      }),
    ]),
    depot('second', [
      depotRequest('second', ({ body, query }) =>
        typeof body === 'string'
          ? body.split('\n')[0]
          : query.get('name') ?? stringAt(body, 'second'),
      ),
      depotRequest('second', ({ query }) => String(query), {
        id: 'listed',
        path: /^\/(listed|of\/second)$/,
      }),
      depotRequest(
        'second',
        () => {
          throw new Error('no depots in it');
        },
        { id: 'list', path: /^\/list$/ },
      ),
    ]),
  ]);
  it.each([
    ['the first that recognises it', '/health', { first: 'a' }, 200, 'first a'],
    [
      'the next where the first does not',
      '/health',
      { second: 'b' },
      200,
      'second b',
    ],
    [
      'a method and an address',
      'GET https://x:1/health',
      { first: 'a' },
      200,
      'first a',
    ],
    [
      'the end of a request line',
      'GET /health HTTP/1.1',
      { first: 'a' },
      200,
      'first a',
    ],
    [
      'what is reached under a path of its own',
      'https://x/tools/depots/of/second?name=q',
      {},
      200,
      'second name=q',
    ],
    [
      'nothing in a last part that is anybody’s',
      'https://x/shop/health',
      { first: 'a' },
      200,
      undefined,
    ],
    ['the query', '/health?name=q%20r', {}, 200, 'second q r'],
    ['a slash at the end', '/health/', { first: 'a' }, 200, 'first a'],
    ['a LIST as a GET of a list', 'LIST /listed', {}, 200, 'second list=true'],
    ['nothing in a change', 'PUT /health', { first: 'a' }, 200, undefined],
    [
      'nothing in what was posted',
      'POST /health',
      { first: 'a' },
      200,
      undefined,
    ],
    [
      'a POST that only reads',
      'POST https://x:1/all?of=*',
      { first: 'a' },
      200,
      'first a',
    ],
    ['it where no method was recorded', '/all', { first: 'a' }, 200, 'first a'],
    [
      'nothing in a change of it',
      'DELETE /all',
      { first: 'a' },
      200,
      undefined,
    ],
    ['text', '/health', 'open\nyes', 200, 'second open'],
    [
      'text that begins with a bracket',
      '/health',
      '[+]ping ok',
      200,
      'second [+]ping ok',
    ],
    ['JSON as text', '/health', '{"first": "a"}', 200, 'first a'],
    [
      'a status that the request names',
      '/health',
      { first: 'a' },
      503,
      'first a',
    ],
    ['no status', '/health', { first: 'a' }, undefined, 'first a'],
    [
      'a status that is no answer',
      '/list',
      {},
      401,
      'refused HTTP 401 is no answer to this request.',
    ],
    [
      'JSON that was cut off',
      '/health',
      '{"first": "a',
      200,
      'unreadable the body is no JSON, or not all of it',
    ],
    ['a reader that fails', '/list', {}, 200, 'unreadable no depots in it'],
    ['a body of another system', '/health', { third: 'c' }, 200, undefined],
    ['a path of another system', '/v1/health', { first: 'a' }, 200, undefined],
    ['no path', '', {}, 200, undefined],
  ])('knows %s', (_title, request, body, httpStatus, want) => {
    const found = readAnswer(registry, { request, body, httpStatus }, target);
    const said =
      found?.state === 'read'
        ? `${found.system.id} ${stringAt(found.objects[0], 'metadata', 'name')}`
        : found && `${found.state} ${found.message}`;
    expect(said).toBe(want);
  });

  it('survives whatever was recorded', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.webUrl({ withQueryParameters: true })),
        fc.oneof(fc.jsonValue(), fc.string()),
        fc.integer(),
        (request, body, httpStatus) => {
          readAnswer(registry, { request, body, httpStatus }, target);
          expect(requestTarget(request).path).toMatch(/^\//);
        },
      ),
    );
  });
});

describe('the registry', () => {
  const one = depot('first', [depotRequest('first', () => 'a')]);
  it('knows probes by their id', () => {
    const registry = new SystemRegistry([one]);
    expect(registry.probeOf('first')?.system.id).toBe('first');
    expect(registry.probeOf('second')).toBeUndefined();
    expect(registry.probes().map(({ probe }) => probe.id)).toEqual(['first']);
    expect(registry.ofApi()).toEqual([]);
    expect(registry.all()).toHaveLength(1);
  });

  it('takes a probe once', () => {
    const two = { ...depot('second', []), probes: one.probes };
    expect(() => new SystemRegistry([one, two])).toThrow(
      'probe first is defined by both first and second',
    );
  });
});

describe('defineSystem', () => {
  const good = depot('depot', [depotRequest('depot', () => 'a')]);
  const [kind] = good.kinds;
  const [probe] = good.probes!;
  const [request] = probe.requests;
  it.each([
    [
      'a group of its own that the API serves',
      { kinds: [{ ...kind, source: 'api' as const }] },
      "must have source 'probe'",
    ],
    [
      'a probe kind of a foreign group',
      { kinds: [{ ...kind, group: 'depots.io' }] },
      'its group must be depot.socle.dev',
    ],
    ['a probe twice', { probes: [probe, probe] }, 'is defined twice'],
    [
      'a probe without a proper id',
      { probes: [{ ...probe, id: 'De pot' }] },
      'lower case',
    ],
    [
      'rounds without a rest',
      { probes: [{ ...probe, everySeconds: 1 }] },
      '5 or more',
    ],
    [
      'a request twice',
      { probes: [{ ...probe, requests: [request, request] }] },
      'request health is defined twice',
    ],
    [
      'a request without a proper id',
      { probes: [{ ...probe, requests: [{ ...request, id: 'A b' }] }] },
      'lower case',
    ],
    [
      'a body that is not sent',
      { probes: [{ ...probe, requests: [{ ...request, body: {} }] }] },
      'both POST and a body',
    ],
    [
      'a POST without a body',
      {
        probes: [
          { ...probe, requests: [{ ...request, method: 'POST' as const }] },
        ],
      },
      'both POST and a body',
    ],
    [
      "a POST to the cluster's API",
      {
        probes: [
          {
            ...probe,
            target: 'cluster' as const,
            requests: [{ ...request, method: 'POST' as const, body: {} }],
          },
        ],
      },
      'may only GET from the cluster',
    ],
    [
      'a path that remembers',
      { probes: [{ ...probe, requests: [{ ...request, path: /a/g }] }] },
      'flag g',
    ],
  ])('refuses %s', (_title, change, message) => {
    expect(() => defineSystem({ ...good, ...change })).toThrow(message);
  });
});
