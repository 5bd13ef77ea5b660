import {
  judgeErrors,
  judgeRecorded,
  judgeRound,
  survivesAnyAnswer,
} from '../__testUtils__/recorded';
import { pd } from '.';

const V1 = '/pd/api/v1';
const member = (name: string, health: unknown) => ({
  name,
  member_id: 4100000000000000001,
  client_urls: [`http://${name}.depot-pd-peer.data.svc:2379`],
  health,
});
const store = (id: number, state_name: string, over: object = {}) => ({
  store: {
    id,
    address: `depot-tikv-${id}.depot-tikv-peer.data.svc:20160`,
    state_name,
  },
  status: {
    capacity: '1TiB',
    available: '600GiB',
    region_count: 90,
    leader_count: 30,
    slow_score: 1,
    ...over,
  },
});
const tiflash = (id: number, state_name: string) => {
  const one = store(id, state_name);
  return {
    ...one,
    store: { ...one.store, labels: [{ key: 'engine', value: 'tiflash' }] },
  };
};
const stores = (...list: object[]) => ({ count: list.length, stores: list });

it.each([
  [
    'all members healthy',
    `${V1}/health`,
    [member('a', true), member('b', true), member('c', true)],
    200,
    'healthy PdWell',
  ],
  [
    'one of three not',
    `${V1}/health`,
    [member('a', true), member('b', true), member('c', false)],
    200,
    'degraded PdMemberUnhealthy',
  ],
  [
    'health of a wrong type',
    `${V1}/health`,
    [member('a', true), member('b', true), member('c', 'yes')],
    200,
    'degraded PdMemberUnhealthy',
  ],
  [
    'two of three not',
    `${V1}/health`,
    [member('a', true), member('b', false), member('c', false)],
    200,
    'failed PdNoQuorum',
  ],
  [
    'members cannot be listed',
    `${V1}/health`,
    'no leader',
    503,
    'failed PdNoQuorum',
  ],
  [
    'the page of a proxy',
    `${V1}/health`,
    '<html><h1>503 Service Temporarily Unavailable</h1></html>',
    503,
    'not ours',
  ],
  ['no member', `${V1}/health`, [], 200, 'unknown PdStateUnknown'],
  [
    'a leader',
    `${V1}/members`,
    { members: [member('a', true)], leader: { name: 'a' } },
    200,
    'healthy PdWell',
  ],
  [
    'no leader',
    `${V1}/members`,
    { members: [member('a', true)], leader: null },
    200,
    'failed PdNoLeader',
  ],
  [
    'stores up',
    `${V1}/stores`,
    stores(store(1, 'Up'), store(2, 'Up')),
    200,
    'healthy PdWell',
  ],
  [
    'one store disconnected',
    `${V1}/stores`,
    stores(store(1, 'Up'), store(2, 'Disconnected')),
    200,
    'degraded PdStoreSilent',
  ],
  [
    'two stores silent',
    `${V1}/stores`,
    stores(store(1, 'Down'), store(2, 'Disconnected'), store(3, 'Up')),
    200,
    'failed PdStoresSilent',
  ],
  [
    'stores of TiFlash silent, which do not vote',
    `${V1}/stores`,
    stores(store(1, 'Up'), tiflash(2, 'Down'), tiflash(3, 'Down')),
    200,
    'degraded PdStoreSilent',
  ],
  [
    'a store and one of TiFlash silent',
    `${V1}/stores`,
    stores(store(1, 'Up'), store(2, 'Down'), tiflash(3, 'Down')),
    200,
    'degraded PdStoreSilent',
  ],
  [
    'a store of TiFlash down',
    `${V1}/store/3`,
    tiflash(3, 'Down'),
    200,
    'degraded PdStoreDown',
  ],
  [
    'sizes in bytes',
    `${V1}/stores`,
    stores(store(1, 'Up', { capacity: 1000, available: 100 })),
    200,
    'degraded PdStoresNotWell',
  ],
  [
    'a store drains',
    `${V1}/stores`,
    stores(store(1, 'Up'), store(2, 'Offline')),
    200,
    'progressing PdStoresDraining',
  ],
  [
    'a store nearly full',
    `${V1}/stores`,
    stores(store(1, 'Up', { available: '150 GiB' })),
    200,
    'degraded PdStoresNotWell',
  ],
  [
    'a slow store',
    `${V1}/stores`,
    stores(store(1, 'Up', { slow_score: 95 })),
    200,
    'degraded PdStoresNotWell',
  ],
  [
    'a tombstone beside',
    `${V1}/stores`,
    stores(store(1, 'Up'), store(2, 'Tombstone')),
    200,
    'healthy PdWell',
  ],
  [
    'a new state',
    `${V1}/stores`,
    stores(store(1, 'Dreaming')),
    200,
    'unknown PdStateUnknown',
  ],
  ['no stores', `${V1}/stores`, stores(), 200, 'unknown PdStateUnknown'],
  ['one store', `${V1}/store/4`, store(4, 'Up'), 200, 'healthy PdStoreUp'],
  [
    'one store down',
    `${V1}/store/4`,
    store(4, 'Down'),
    200,
    'failed PdStoreDown',
  ],
  [
    'no copy down',
    `${V1}/regions/check/down-peer`,
    { count: 0, regions: [] },
    200,
    'healthy PdWell',
  ],
  [
    'copies down',
    `${V1}/regions/check/down-peer`,
    { count: 4, regions: [] },
    200,
    'degraded PdDownPeers',
  ],
  [
    'copies missing',
    `${V1}/regions/check/miss-peer`,
    { count: 4, regions: [] },
    200,
    'degraded PdMissingPeers',
  ],
  [
    'no copy behind',
    `${V1}/regions/check/pending-peer`,
    { count: 0, regions: null },
    200,
    'healthy PdWell',
  ],
  [
    'copies on a store that drains',
    `${V1}/regions/check/offline-peer`,
    { count: 7, regions: [] },
    200,
    'progressing PdStoresDraining',
  ],
  [
    'no copy on a store that drains',
    `${V1}/regions/check/offline-peer`,
    { count: 0, regions: [] },
    200,
    'healthy PdWell',
  ],
  [
    'empty regions',
    `${V1}/regions/check/empty-region`,
    { count: 4, regions: [] },
    200,
    'unknown PdStateUnknown',
  ],
  [
    'copies wanted',
    `${V1}/config/replicate`,
    { 'max-replicas': '3' },
    200,
    'unknown PdStateUnknown',
  ],
  [
    'not bootstrapped',
    `${V1}/cluster/status`,
    { is_initialized: false },
    200,
    'degraded PdNotBootstrapped',
  ],
  [
    'bootstrapped',
    `${V1}/cluster/status`,
    { is_initialized: true },
    200,
    'unknown PdStateUnknown',
  ],
  [
    'a version',
    `${V1}/version`,
    { version: 'v8.5.2' },
    200,
    'unknown PdStateUnknown',
  ],
  ['a member ready', '/pd/api/v2/ready', '', 200, 'healthy PdWell'],
  [
    'a member not ready',
    '/pd/api/v2/readyz?verbose',
    '[+]etcd-data-corruption ok\n[-]leader-promotion failed',
    500,
    'degraded PdMemberNotReady',
  ],
  ['refused', `${V1}/health`, { error: 'no' }, 401, 'refused'],
])('%s', (_, request, body, status, want) => {
  expect(judgeRecorded(pd, [request, body, status])).toBe(want);
});

it('weighs silent stores by how many copies there are', () => {
  const two = stores(
    store(1, 'Down'),
    store(2, 'Down'),
    store(3, 'Up'),
    store(4, 'Up'),
    store(5, 'Up'),
  );
  const five = [`${V1}/config/replicate`, { 'max-replicas': 5 }] as [
    string,
    unknown,
  ];
  expect(judgeRound(pd, [five, [`${V1}/stores`, two]])).toBe(
    'degraded PdStoreSilent',
  );
  expect(judgeRound(pd, [[`${V1}/stores`, two]])).toBe('failed PdStoresSilent');
});

const PATHS = [
  `${V1}/health`,
  `${V1}/members`,
  `${V1}/stores`,
  `${V1}/store/1`,
  `${V1}/regions/check/down-peer`,
  `${V1}/config/replicate`,
  `${V1}/cluster/status`,
  `${V1}/version`,
];

it('survives whatever comes as an answer', () => {
  expect(() => survivesAnyAnswer(pd, PATHS)).not.toThrow();
});

it.each(PATHS)('finds nothing well in an error or a page at %s', path => {
  expect(judgeErrors(pd, path).filter(said => /^healthy/.test(said))).toEqual(
    [],
  );
});
