import fc from 'fast-check';
import { HttpAnswer, ProbeReading } from '../../definition/probe';
import { SystemRegistry } from '../../definition/registry';
import { ResourceStore } from '../../graph/store';
import { RawObject, stringAt } from '../../reading/raw';
import { judgeRecorded } from '../__testUtils__/recorded';
import { garage } from '.';
import { garageProbe } from './probe';

const NOW = Date.UTC(2026, 8, 15, 12);
const TARGET = {
  name: 'depot',
  namespace: 'object-store',
  endpoints: ['garage.example:3903'],
};
const registry = new SystemRegistry([garage]);

function answer(request: string, body: unknown, httpStatus = 200): HttpAnswer {
  const url = new URL(request, 'http://garage.example');
  return { path: url.pathname, query: url.searchParams, httpStatus, body };
}

function read(of: HttpAnswer): ProbeReading | undefined {
  return garageProbe.requests
    .filter(request => request.path.test(of.path))
    .map(request => request.read(of, TARGET))
    .find(Boolean);
}

const figures = {
  status: 'healthy',
  knownNodes: 5,
  connectedNodes: 5,
  storageNodes: 4,
  storageNodesOk: 4,
  partitions: 256,
  partitionsQuorum: 256,
  partitionsAllOk: 256,
};
const keep = (over: object) => ({
  id: '3f00',
  hostname: 'keep-1',
  isUp: true,
  lastSeenSecsAgo: null,
  draining: false,
  garageVersion: 'v2.1.0',
  role: { zone: 'hall-a', capacity: 5e11, tags: [] },
  dataPartition: { available: 3e11, total: 5e11 },
  metadataPartition: { available: 3e10, total: 5e10 },
  ...over,
});
const status = (...nodes: object[]) => ({ layoutVersion: 3, nodes });
const bucket = (over: object) => ({
  id: 'b1',
  created: '2026-03-01T00:00:00Z',
  globalAliases: ['invoices'],
  keys: [],
  bytes: 10,
  objects: 1,
  quotas: { maxSize: null, maxObjects: null },
  ...over,
});
const HEALTH = '/v2/GetClusterHealth';
const STATUS = '/v2/GetClusterStatus';
const BUCKET = '/v2/GetBucketInfo?id=b1';

it.each<[string, unknown, number, string]>([
  [HEALTH, figures, 200, 'healthy GarageHealthy'],
  ['/v1/health', figures, 200, 'healthy GarageHealthy'],
  [
    HEALTH,
    { ...figures, status: 'degraded', storageNodesOk: 3, partitionsAllOk: 8 },
    200,
    'degraded GarageNodesMissing',
  ],
  [
    HEALTH,
    { ...figures, partitionsAllOk: 200 },
    200,
    'degraded GarageNodesMissing',
  ],
  [
    HEALTH,
    { ...figures, status: 'unavailable', partitionsQuorum: 9 },
    200,
    'failed GarageQuorumLost',
  ],
  [
    HEALTH,
    { ...figures, partitionsQuorum: 255 },
    200,
    'failed GarageQuorumLost',
  ],
  [
    HEALTH,
    { ...figures, storageNodes: 0, storageNodesOk: 0 },
    200,
    'unknown GarageNoLayout',
  ],
  [
    HEALTH,
    { ...figures, status: 'splendid' },
    200,
    'unknown GarageHealthUnclear',
  ],
  [HEALTH, { status: 'healthy' }, 200, 'unknown GarageHealthUnclear'],
  [HEALTH, {}, 200, 'unknown GarageHealthUnclear'],
  [HEALTH, '<html>Sign in</html>', 200, 'unknown GarageHealthUnclear'],
  [HEALTH, { code: 'Forbidden' }, 403, 'unknown GarageTokenRefused'],
  [HEALTH, 'Bad Gateway', 502, 'unknown GarageNotAnswering'],
  [
    '/health',
    'Garage is fully operational\nConsult …',
    200,
    'unknown GarageOnlyAnswers',
  ],
  [
    '/health',
    'Garage is operational but some storage nodes are unavailable\n',
    200,
    'unknown GarageOnlyAnswers',
  ],
  [
    '/health',
    'Quorum is not available for some/all partitions, reads and writes will fail\n',
    503,
    'failed GarageQuorumLost',
  ],
  ['/health', { status: 'ok' }, 200, 'not ours'],
  ['/health', 'OK', 200, 'not ours'],
  [
    STATUS,
    status(keep({}), keep({ id: '3f01', hostname: 'keep-2' })),
    200,
    'healthy GarageHealthy',
  ],
  [
    STATUS,
    status(keep({}), keep({ id: '3f01', isUp: false, lastSeenSecsAgo: 60 })),
    200,
    'degraded GarageNodesMissing',
  ],
  [
    STATUS,
    status(keep({}), keep({ id: '3f01', isUp: null })),
    200,
    'unknown GarageHealthUnclear',
  ],
  [STATUS, status(keep({ isUp: false })), 200, 'failed GarageQuorumLost'],
  [STATUS, status(keep({ role: null })), 200, 'unknown GarageNoLayout'],
  [
    STATUS,
    status(keep({ role: { zone: 'a', capacity: null } })),
    200,
    'unknown GarageNoLayout',
  ],
  [
    STATUS,
    status(keep({}), keep({ id: '3f01', draining: true })),
    200,
    'progressing GarageDataMoving',
  ],
  [
    STATUS,
    status(keep({ metadataPartition: { available: 1, total: 50 } })),
    200,
    'degraded GarageDiskNearlyFull',
  ],
  [
    STATUS,
    status(keep({}), keep({ id: '3f01', garageVersion: 'v2.0.0' })),
    200,
    'progressing GarageVersionsMixed',
  ],
  [STATUS, {}, 200, 'not ours'],
  [
    '/v1/status',
    {
      node: '3f00',
      garageVersion: 'v1.1.0',
      nodes: [keep({ garageVersion: undefined })],
    },
    200,
    'healthy GarageHealthy',
  ],
  [
    '/v1/status',
    {
      knownNodes: [
        { id: '3f00', isUp: false, lastSeenSecsAgo: 5 },
        { id: '3f01', isUp: true },
      ],
      layout: {
        version: 2,
        roles: [
          { id: '3f00', zone: 'a', capacity: 9 },
          { id: '3f01', zone: 'b', capacity: 9 },
        ],
      },
    },
    200,
    'degraded GarageNodesMissing',
  ],
  [
    '/v2/GetClusterLayout',
    {
      version: 2,
      roles: [{ id: 'x', zone: 'a', capacity: 5 }],
      stagedRoleChanges: [{ id: 'y', remove: true }],
      parameters: { zoneRedundancy: 'maximum' },
    },
    200,
    'healthy GarageLayoutInForce',
  ],
  [
    '/v2/GetClusterLayout',
    { version: 0, roles: [] },
    200,
    'unknown GarageLayoutEmpty',
  ],
  [
    '/v2/GetClusterLayoutHistory',
    {
      currentVersion: 5,
      versions: [
        { version: 5, status: 'Current' },
        { version: 4, status: 'Draining' },
      ],
    },
    200,
    'progressing GarageLayoutMoving',
  ],
  [
    '/v2/GetClusterLayoutHistory',
    {
      currentVersion: 5,
      versions: [
        { version: 5, status: 'Current' },
        { version: 4, status: 'Historical' },
      ],
    },
    200,
    'healthy GarageLayoutInForce',
  ],
  [
    '/v2/ListBlockErrors?node=*',
    { success: { '3f00': [] }, error: {} },
    200,
    'healthy GarageNodeWell',
  ],
  [
    '/v2/ListBlockErrors?node=*',
    {
      success: { '3f00': [{ blockHash: 'aa', refcount: 0, errorCount: 3 }] },
      error: {},
    },
    200,
    'healthy GarageNodeWell',
  ],
  [
    '/v2/ListBlockErrors?node=*',
    {
      success: { '3f00': [{ blockHash: 'aa', refcount: 2, errorCount: 3 }] },
      error: {},
    },
    200,
    'degraded GarageBlocksUnreadable',
  ],
  [
    '/v2/ListBlockErrors?node=*',
    { success: { '3f00': [] }, error: { '3f01': 'Timeout' } },
    200,
    'unknown GarageNodeNotAsked',
  ],
  [
    '/v2/ListWorkers?node=*',
    {
      success: {
        '3f00': [
          {
            id: 1,
            name: 'Merkle',
            state: { throttled: { durationSecs: 3 } },
            consecutiveErrors: 0,
          },
        ],
      },
      error: {},
    },
    200,
    'healthy GarageNodeWell',
  ],
  [
    '/v2/ListWorkers?node=*',
    {
      success: {
        '3f00': [
          { id: 1, name: 'Merkle', state: 'idle', consecutiveErrors: 5 },
        ],
      },
      error: {},
    },
    200,
    'degraded GarageWorkerFailing',
  ],
  [
    '/v2/GetNodeInfo?node=*',
    { success: {}, error: { '3f01': 'refused' } },
    200,
    'unknown GarageNodeNotAsked',
  ],
  [
    '/v2/GetClusterStatistics',
    { freeform: 'Garage version: v2 …' },
    200,
    'unknown GarageOnlyAnswers',
  ],
  [
    '/v2/ListBuckets',
    [{ id: 'b1', globalAliases: ['invoices'], localAliases: [] }],
    200,
    'unknown GarageBucketNotTold',
  ],
  ['/v2/ListBuckets', [], 200, 'nothing'],
  ['/v2/ListBuckets', '<html>', 200, 'not ours'],
  ['/v2/ListKeys', { error: 'x' }, 200, 'not ours'],
  ['/v2/ListBlockErrors?node=*', null, 200, 'not ours'],
  [BUCKET, bucket({}), 200, 'healthy GarageBucketHasRoom'],
  [BUCKET, bucket({ quotas: null }), 200, 'healthy GarageBucketHasRoom'],
  [
    BUCKET,
    bucket({ quotas: { maxSize: 10, maxObjects: null } }),
    200,
    'failed GarageBucketFull',
  ],
  [
    BUCKET,
    bucket({ quotas: { maxSize: null, maxObjects: 1 } }),
    200,
    'failed GarageBucketFull',
  ],
  [
    BUCKET,
    bucket({ quotas: { maxSize: 11, maxObjects: 100 } }),
    200,
    'degraded GarageBucketNearlyFull',
  ],
  [BUCKET, bucket({ bytes: 'many' }), 200, 'unknown GarageBucketNotTold'],
  [
    '/v1/bucket?id=b1',
    bucket({ quotas: { maxSize: 11 } }),
    200,
    'degraded GarageBucketNearlyFull',
  ],
  [
    '/v2/ListKeys',
    [{ id: 'GK9', name: 'ci', expired: false, expiration: null }],
    200,
    'healthy GarageKeyValid',
  ],
  [
    '/v2/ListKeys',
    [
      {
        id: 'GK9',
        name: 'ci',
        expired: false,
        expiration: '2026-09-16T12:00:00Z',
      },
    ],
    200,
    'degraded GarageKeyExpiring',
  ],
  [
    '/v2/ListKeys',
    [{ id: 'GK9', name: 'ci', expired: true }],
    200,
    'failed GarageKeyExpired',
  ],
  [
    '/v2/GetKeyInfo?id=GK9',
    {
      accessKeyId: 'GK9',
      name: 'ci',
      expired: false,
      expiration: null,
      buckets: [],
    },
    200,
    'healthy GarageKeyValid',
  ],
  ['/v1/key?list', [{ id: 'GK9', name: 'ci' }], 200, 'healthy GarageKeyValid'],
])('%s %j with %i reads %s', (request, body, httpStatus, want) => {
  expect(judgeRecorded(garage, [request, body, httpStatus])).toBe(want);
});

it('never keeps the secret half of a key', () => {
  const reading = read(
    answer('/v2/GetKeyInfo?id=GK9&showSecretKey=true', {
      accessKeyId: 'GK9',
      name: 'ci',
      secretAccessKey: 'must-not-be-kept',
      expired: false,
    }),
  );
  expect(JSON.stringify(reading)).not.toContain('must-not-be-kept');
});

it('asks for the buckets it found, by version 1 where that is what answers', () => {
  const round = (path: string) => {
    const buckets = answer('/v2/ListBuckets', [
      { id: 'b 1', globalAliases: [] },
    ]);
    const found: RawObject[] = [
      read(answer(path, figures))!.subject!,
      ...read(buckets)!.items!,
    ];
    return garageProbe.requests.flatMap(
      request =>
        request.asks?.({
          target: TARGET,
          found: kind => found.filter(one => one.kind === kind),
          listed: () => [],
        }) ?? [],
    );
  };
  expect(round(HEALTH)).toContain('/v2/GetBucketInfo?id=b%201');
  expect(round(HEALTH).filter(path => path.startsWith('/v1'))).toEqual([]);
  expect(round('/v1/health')).toContain('/v1/bucket?id=b%201');
  expect(round(HEALTH).join()).not.toMatch(/secret/i);
});

it('calls blocks lost that were unreadable for a day, and versions mixed that stayed so', () => {
  const store = new ResourceStore(registry);
  const errors = read(
    answer('/v2/ListBlockErrors?node=*', {
      success: { '3f00': [{ blockHash: 'aa', refcount: 1, errorCount: 3 }] },
    }),
  )!.items![0];
  const mixed = read(
    answer(STATUS, status(keep({}), keep({ id: '3f01', garageVersion: 'v2' }))),
  )!.subject!;
  const node = store.apply(errors)!;
  const cluster = store.apply(mixed)!;
  store.settle(NOW);
  expect([node.verdict.status, cluster.verdict.status]).toEqual([
    'degraded',
    'progressing',
  ]);
  store.settle(NOW + 25 * 3_600_000);
  store.settle(NOW + 26 * 3_600_000);
  expect([node.verdict.status, cluster.verdict.status]).toEqual([
    'failed',
    'degraded',
  ]);
  expect(node.since).toBe(NOW);
});

it('survives whatever is answered, and finds nothing healthy in it', () => {
  const paths = garageProbe.requests.map(request =>
    request.path.source.replace(/[\\^$]/g, '').replace(/\((\w+)\|.*\)/, '$1'),
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...paths),
      fc.oneof(
        fc.anything(),
        fc.record({
          nodes: fc.array(fc.anything()),
          success: fc.dictionary(fc.string(), fc.anything()),
          error: fc.anything(),
          roles: fc.anything(),
        }),
        fc.array(fc.record({ id: fc.string(), globalAliases: fc.anything() })),
      ),
      fc.constantFrom(200, 401, 404, 500),
      (path, body, httpStatus) => {
        const of = answer(path, body, httpStatus);
        const said = judgeRecorded(garage, [path, body, httpStatus]);
        expect(said).not.toContain('RuleFailed');
        for (const object of read(of)?.items ?? []) {
          expect(stringAt(object, 'metadata', 'name')).toBeTruthy();
        }
        expect(httpStatus >= 400 && said.startsWith('healthy')).toBe(false);
      },
    ),
    { numRuns: 300 },
  );
});
