import fc from 'fast-check';
import { HttpAnswer, ProbeTarget } from '../../definition/probe';
import { statsProbe } from './stats-probe';

const target: ProbeTarget = {
  name: 'bakery',
  namespace: 'bakery',
  endpoints: [],
};
const [request] = statsProbe.requests;
const TIME = '2026-09-15T11:59:30Z';
const fs = (capacityBytes: number, usedBytes: number, more: object = {}) => ({
  time: TIME,
  capacityBytes,
  usedBytes,
  availableBytes: capacityBytes - usedBytes,
  ...more,
});
const volume = (claim: string, figures: object, namespace = 'shop') => ({
  name: 'data',
  pvcRef: { name: claim, namespace },
  ...figures,
});

function read(body: unknown, httpStatus = 200) {
  const answer: HttpAnswer = {
    path: '/api/v1/nodes/oven-1/proxy/stats/summary',
    query: new URLSearchParams(),
    httpStatus,
    body,
  };
  return request.read(answer, target);
}

function claims(pods: unknown[], root: object = fs(900, 100)) {
  return (read({ node: { nodeName: 'oven-1', fs: root }, pods })?.items ?? [])
    .filter(({ kind }) => kind === 'ClaimUsage')
    .map(({ metadata, status }) => {
      const { namespace, name } = metadata as Record<string, string>;
      return [
        `${namespace}/${name}`,
        (status as Record<string, unknown>)['oven-1'],
      ];
    });
}

it('knows the path through the API server and that of the kubelet itself', () => {
  expect(request.path.test('/api/v1/nodes/oven-1/proxy/stats/summary')).toBe(
    true,
  );
  expect(request.path.test('/stats/summary')).toBe(true);
  expect(request.path.test('/api/v1/nodes/oven-1')).toBe(false);
});

it('asks every node that the API lists', () => {
  expect(
    request.asks!({
      target,
      found: () => [],
      listed: () => ['/oven-1', '/oven-2'],
    }),
  ).toEqual([
    '/api/v1/nodes/oven-1/proxy/stats/summary',
    '/api/v1/nodes/oven-2/proxy/stats/summary',
  ]);
});

it.each([
  [
    'a claim, with the namespace of the claim',
    [{ volume: [volume('dough', fs(100, 93))] }],
    [['shop/dough', { ...fs(100, 93), alike: 0 }]],
  ],
  [
    'the fuller of two pods that share a claim',
    [
      { volume: [volume('dough', fs(100, 93))] },
      { volume: [volume('dough', fs(100, 94))] },
    ],
    [['shop/dough', { ...fs(100, 94), alike: 0 }]],
  ],
  [
    'volumes that are no claims are left out',
    [{ volume: [{ name: 'tmp', ...fs(100, 1) }] }],
    [],
  ],
  [
    'claims on the disk of the node',
    [{ volume: [volume('flour', fs(900, 100))] }],
    [['shop/flour', { ...fs(900, 100), wholeDisk: true, alike: 0 }]],
  ],
  [
    'claims that share a disk',
    [{ volume: [volume('a', fs(500, 10)), volume('b', fs(500, 10), 'web')] }],
    [
      ['shop/a', { ...fs(500, 10), alike: 1 }],
      ['web/b', { ...fs(500, 10), alike: 1 }],
    ],
  ],
  [
    'a claim of which no size is told: never 0',
    [{ volume: [volume('mute', { time: TIME })] }],
    [['shop/mute', { time: TIME, alike: 0 }]],
  ],
])('%s', (_, pods, expected) => {
  expect(claims(pods)).toEqual(expected);
});

it('tells of the file systems of the node', () => {
  const items = read({
    node: { nodeName: 'oven-1', fs: fs(9, 1), runtime: { imageFs: fs(8, 2) } },
  })?.items;
  expect(items?.[0]).toMatchObject({
    kind: 'NodeFilesystem',
    metadata: { name: 'oven-1' },
    status: { root: fs(9, 1), images: fs(8, 2) },
  });
});

it.each([
  ['no right', 403, { kind: 'Status', reason: 'Forbidden', code: 403 }],
  ['an error under 200', 200, { kind: 'Status', reason: 'Forbidden' }],
  ['a page', 200, '<html>'],
  ['nothing', 200, undefined],
])('%s is no answer', (_, status, body) => {
  expect(read(body, status)).toBeUndefined();
});

it('survives any body', () => {
  const keys = fc.constantFrom('node', 'nodeName', 'pods', 'volume', 'pvcRef');
  const value = fc.anything({ maxDepth: 4, key: keys });
  fc.assert(
    fc.property(value, value, (node, pods) => {
      expect(() => read(node)).not.toThrow();
      expect(() =>
        read({ node: { nodeName: 'oven-1', fs: node }, pods }),
      ).not.toThrow();
    }),
    { numRuns: 200 },
  );
});
