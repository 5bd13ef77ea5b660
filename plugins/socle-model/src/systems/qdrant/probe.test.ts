import {
  judgeErrors,
  judgeRecorded,
  judgeRound,
  survivesAnyAnswer,
  TARGET,
} from '../__testUtils__/recorded';
import { probeObject } from '../../definition/probe';
import { qdrant } from '.';
import { qdrantProbe } from './probe';

const ok = (result: object) => ({ result, status: 'ok', time: 1e-5 });
const uri = (n: number) =>
  `http://vec-${n}.vec-headless.ai.svc.cluster.local:6335/`;
const cluster = (over: object = {}) =>
  ok({
    status: 'enabled',
    peer_id: 11,
    peers: { 11: { uri: uri(0) }, 12: { uri: uri(1) } },
    raft_info: {
      term: 3,
      commit: 5,
      pending_operations: 0,
      leader: 11,
      role: 'Leader',
      is_voter: true,
    },
    consensus_thread_status: {
      consensus_thread_status: 'working',
      last_update: '2026-09-15T11:59:30.5Z',
    },
    message_send_failures: {},
    ...over,
  });
const failure = (at?: string) => ({
  message_send_failures: {
    [uri(1)]: {
      count: 3,
      latest_error: 'timed out',
      ...(at ? { latest_error_timestamp: at } : {}),
    },
  },
});
const candidate = (last_update: string) => ({
  raft_info: { leader: 11, role: 'Candidate' },
  consensus_thread_status: { consensus_thread_status: 'working', last_update },
});
const collection = (status: string, over: object = {}) =>
  ok({
    status,
    optimizer_status: 'ok',
    points_count: 10,
    segments_count: 2,
    config: { params: { shard_number: 2 } },
    ...over,
  });
const shards = (local: string[], remote: string[]) =>
  ok({
    peer_id: 11,
    shard_count: local.length,
    local_shards: local.map((state, shard_id) => ({
      shard_id,
      state,
      points_count: 5,
    })),
    remote_shards: remote.map((state, shard_id) => ({
      shard_id,
      state,
      peer_id: 12,
    })),
    shard_transfers: [],
  });

it.each([
  ['a leader', '/cluster', cluster(), 'healthy QdrantWorking'],
  ['one node', '/cluster', ok({ status: 'disabled' }), 'healthy QdrantWorking'],
  [
    'no leader',
    '/cluster',
    cluster({ raft_info: { leader: null, role: 'Follower' } }),
    'failed QdrantNoLeader',
  ],
  [
    'the peer 0 as leader, which is none',
    '/cluster',
    cluster({ raft_info: { leader: 0, role: 'Follower' } }),
    'failed QdrantNoLeader',
  ],
  [
    'leader not told',
    '/cluster',
    cluster({ raft_info: {} }),
    'unknown QdrantStateUnknown',
  ],
  [
    'an election',
    '/cluster',
    cluster(candidate('2026-09-15T11:59:40Z')),
    'progressing QdrantElecting',
  ],
  [
    'a long election',
    '/cluster',
    cluster(candidate('2026-09-15T11:55:00Z')),
    'failed QdrantNoLeader',
  ],
  [
    'consensus stopped',
    '/cluster',
    cluster({
      consensus_thread_status: {
        consensus_thread_status: 'stopped_with_err',
        err: 'disk',
      },
    }),
    'failed QdrantConsensusStopped',
  ],
  [
    'a new state of consensus',
    '/cluster',
    cluster({
      consensus_thread_status: { consensus_thread_status: 'napping' },
    }),
    'unknown QdrantStateUnknown',
  ],
  [
    'a peer unreachable',
    '/cluster',
    cluster(failure('2026-09-15T11:57:00Z')),
    'degraded QdrantPeerUnreachable',
  ],
  [
    'a peer unreachable, no time',
    '/cluster',
    cluster(failure()),
    'degraded QdrantPeerUnreachable',
  ],
  [
    'a peer was unreachable',
    '/cluster',
    cluster(failure('2026-09-15T11:00:00Z')),
    'healthy QdrantWorking',
  ],
  [
    'names only',
    '/collections',
    ok({ collections: [{ name: 'notes' }] }),
    'unknown QdrantStateUnknown',
  ],
  [
    'a version',
    '/',
    { title: 'qdrant - vector search engine', version: '1.15.4' },
    'unknown QdrantStateUnknown',
  ],
  [
    'green',
    '/collections/notes',
    collection('green'),
    'healthy QdrantCollectionWell',
  ],
  [
    'grey',
    '/collections/notes',
    collection('grey'),
    'healthy QdrantCollectionWell',
  ],
  [
    'yellow',
    '/collections/notes',
    collection('yellow'),
    'progressing QdrantCollectionOptimising',
  ],
  [
    'red',
    '/collections/notes',
    collection('red'),
    'failed QdrantCollectionFailed',
  ],
  [
    'green with an error',
    '/collections/notes',
    collection('green', { optimizer_status: { error: 'no space' } }),
    'failed QdrantCollectionFailed',
  ],
  [
    'another colour',
    '/collections/notes',
    collection('mauve'),
    'unknown QdrantCollectionStateUnknown',
  ],
  [
    'all active',
    '/collections/notes/cluster',
    shards(['Active', 'Active'], ['Active', 'Listener']),
    'healthy QdrantCollectionWell',
  ],
  [
    'a dead replica',
    '/collections/notes/cluster',
    shards(['Active', 'Active'], ['Dead', 'Active']),
    'degraded QdrantShardDead',
  ],
  [
    'a shard without active replica',
    '/collections/notes/cluster',
    shards(['Active', 'Partial'], ['Active', 'Dead']),
    'failed QdrantShardLost',
  ],
  [
    'recovery by hand',
    '/collections/notes/cluster',
    shards(['Active', 'ManualRecovery'], ['Active', 'Active']),
    'degraded QdrantShardAwaitsOperator',
  ],
  [
    'being filled',
    '/collections/notes/cluster',
    shards(['Active', 'Active'], ['Initializing', 'Active']),
    'progressing QdrantCollectionRecovering',
  ],
  [
    'a new shard state',
    '/collections/notes/cluster',
    shards(['Dreaming'], []),
    'unknown QdrantCollectionStateUnknown',
  ],
  [
    'no shard',
    '/collections/notes/cluster',
    shards([], []),
    'unknown QdrantCollectionStateUnknown',
  ],
  [
    'telemetry',
    '/telemetry',
    ok({ app: { name: 'qdrant', version: '1.15.4' } }),
    'unknown QdrantStateUnknown',
  ],
  ['live', '/healthz', 'healthz check passed', 'unknown QdrantStateUnknown'],
  [
    'an error in the envelope',
    '/collections/notes',
    { status: { error: 'Not found' } },
    'not ours',
  ],
])('%s', (_, request, body, want) => {
  expect(judgeRecorded(qdrant, [request, body])).toBe(want);
});

it('is catching up while readyz says 503', () => {
  expect(
    judgeRecorded(qdrant, ['/readyz', 'some shards are not ready', 503]),
  ).toBe('progressing QdrantCatchingUp');
});

it('is degraded as a whole while a collection is red', () => {
  const round: Array<[string, unknown]> = [
    ['/cluster', cluster()],
    ['/collections', ok({ collections: [{ name: 'notes' }] })],
    ['/collections/notes', collection('red')],
    ['/collections/notes/cluster', shards(['Active'], ['Active'])],
  ];
  expect(judgeRound(qdrant, round)).toBe('degraded QdrantCollectionsNotWell');
  expect(judgeRound(qdrant, round.slice(0, 2))).toBe('healthy QdrantWorking');
});

it('asks for each collection that was found, by its escaped name', () => {
  const found = ['notes', 'a b', '..'].map(name =>
    probeObject('qdrant', 'Collection', name, TARGET, {}),
  );
  const round = { target: TARGET, found: () => found, listed: () => [] };
  expect(
    qdrantProbe.requests.flatMap(({ asks }) => asks?.(round) ?? []),
  ).toEqual([
    '/',
    '/readyz',
    '/cluster',
    '/collections',
    '/collections/notes',
    '/collections/a%20b',
    '/collections/notes/cluster',
    '/collections/a%20b/cluster',
  ]);
});

const PATHS = [
  '/',
  '/readyz',
  '/healthz',
  '/cluster',
  '/collections',
  '/collections/notes',
  '/collections/%E0%A4%A',
  '/collections/notes/cluster',
  '/telemetry',
];

it('survives whatever comes as an answer', () => {
  expect(() => survivesAnyAnswer(qdrant, PATHS)).not.toThrow();
});

it.each(PATHS)('finds nothing well in an error or a page at %s', path => {
  expect(
    judgeErrors(qdrant, path).filter(said => /^healthy/.test(said)),
  ).toEqual([]);
});
