import type { Thresholds } from '../../judging/thresholds';
import {
  degraded,
  failed,
  healthy,
  progressing,
  unknown,
  Verdict,
} from '../../judging/verdict';
import type { ClusterFacts, StoreLine } from './cluster';

const DEFAULT_REPLICAS = 3;
const ORDER = ['failed', 'degraded', 'unknown', 'progressing', 'healthy'];
const KNOWN = ['Up', 'Offline', 'Disconnected', 'Down', 'Tombstone'];

/** Each answer tells a part; whatever part is there is judged, and the worst decides. */
export function judgeCluster(
  facts: ClusterFacts,
  thresholds: Thresholds,
): Verdict {
  const found = [
    judgeQuorum(facts),
    judgeSilent(facts),
    judgeMembers(facts),
    judgeRegions(facts),
    judgeStores(facts, thresholds),
    judgeOther(facts),
    judgeDraining(facts),
  ].filter(verdict => verdict !== undefined);
  const [worst, ...others] = found.sort(
    (a, b) => ORDER.indexOf(a.status) - ORDER.indexOf(b.status),
  );
  const warnings = [
    ...others.map(({ message }) => message),
    ...peerWarnings(facts),
  ];
  const verdict = worst ?? judgeWell(facts);
  return warnings.length > 0 ? { ...verdict, warnings } : verdict;
}

function judgeQuorum(facts: ClusterFacts): Verdict | undefined {
  const { listing, healthyMembers, badMembers, leader } = facts;
  if (listing !== undefined) {
    return failed(
      'PdNoQuorum',
      `PD cannot list its own members (HTTP ${listing}): its etcd has no quorum.`,
      { evidence: [{ path: 'GET /pd/api/v1/health', value: listing }] },
    );
  }
  if (healthyMembers && badMembers) {
    const all = healthyMembers.length + badMembers.length;
    if (all > 0 && healthyMembers.length < Math.floor(all / 2) + 1) {
      return failed(
        'PdNoQuorum',
        `Only ${healthyMembers.length} of ${all} members are healthy: no majority.`,
        { evidence: [{ path: '[].health', value: badMembers }] },
      );
    }
  }
  return leader === ''
    ? failed('PdNoLeader', 'PD has no leader: no time stamps are given out.', {
        evidence: [{ path: 'leader', value: null }],
      })
    : undefined;
}

function judgeSilent({
  stores = [],
  maxReplicas = DEFAULT_REPLICAS,
}: ClusterFacts): Verdict | undefined {
  const silent = inState(stores, ['Disconnected', 'Down']);
  if (silent.length === 0) {
    return undefined;
  }
  const evidence = [
    {
      path: 'stores[].store.state_name',
      value: silent.map(({ name, state }) => `${name}: ${state}`),
    },
    { path: 'max-replicas', value: maxReplicas },
  ];
  const names = silent.map(({ name }) => name).join(', ');
  // TiFlash holds copies that do not vote: no region loses its quorum with them.
  const voting = silent.filter(({ learner }) => !learner);
  return voting.length >= Math.floor(maxReplicas / 2) + 1
    ? failed(
        'PdStoresSilent',
        `${voting.length} of ${stores.length} stores are silent (${voting
          .map(({ name }) => name)
          .join(
            ', ',
          )}): with ${maxReplicas} copies, regions have lost their quorum.`,
        { evidence },
      )
    : degraded(
        'PdStoreSilent',
        `${silent.length} of ${stores.length} stores silent: ${names}.`,
        { evidence },
      );
}

function judgeMembers(facts: ClusterFacts): Verdict | undefined {
  const { badMembers = [], healthyMembers = [], ready, failingChecks } = facts;
  if (badMembers.length > 0) {
    return degraded(
      'PdMemberUnhealthy',
      `${badMembers.length} of ${
        badMembers.length + healthyMembers.length
      } members are not healthy: ${badMembers.join(', ')}.`,
      { evidence: [{ path: '[].health', value: badMembers }] },
    );
  }
  return ready === false
    ? degraded(
        'PdMemberNotReady',
        `The member that was asked is not ready${
          failingChecks ? `: ${failingChecks.join(', ')}` : ''
        }.`,
        {
          evidence: [
            { path: 'GET /pd/api/v2/readyz', value: failingChecks ?? false },
          ],
        },
      )
    : undefined;
}

function judgeRegions({
  downPeers = 0,
  missingPeers = 0,
}: ClusterFacts): Verdict | undefined {
  if (downPeers > 0) {
    return degraded('PdDownPeers', `${downPeers} regions have a copy down.`, {
      evidence: [{ path: 'regions/check/down-peer count', value: downPeers }],
    });
  }
  return missingPeers > 0
    ? degraded(
        'PdMissingPeers',
        `${missingPeers} regions have fewer copies than wanted.`,
        {
          evidence: [
            { path: 'regions/check/miss-peer count', value: missingPeers },
          ],
        },
      )
    : undefined;
}

function judgeStores(
  { stores = [] }: ClusterFacts,
  { tikvFreePercent, tikvSlowScore }: Thresholds,
): Verdict | undefined {
  const low = stores.filter(
    store =>
      store.freePercent !== undefined && store.freePercent < tikvFreePercent,
  );
  const slow = stores.filter(({ slowScore = 0 }) => slowScore > tikvSlowScore);
  const said = [
    ...low.map(({ name, freePercent }) => `${name} has ${freePercent} % free`),
    ...slow.map(
      ({ name, slowScore }) => `${name} is slow (score ${slowScore})`,
    ),
  ].join(', ');
  return low.length + slow.length > 0
    ? degraded('PdStoresNotWell', `${said}.`, {
        evidence: [
          ...low.map(({ freePercent }) => ({
            path: 'stores[].status.available',
            value: freePercent ?? null,
          })),
          ...slow.map(({ slowScore }) => ({
            path: 'stores[].status.slow_score',
            value: slowScore ?? null,
          })),
        ],
      })
    : undefined;
}

function judgeOther({
  stores = [],
  initialized,
}: ClusterFacts): Verdict | undefined {
  if (initialized === false) {
    return degraded(
      'PdNotBootstrapped',
      'The cluster was never bootstrapped: no store has joined yet.',
      { evidence: [{ path: 'is_initialized', value: false }] },
    );
  }
  const odd = stores.filter(({ state }) => !KNOWN.includes(state));
  return odd.length > 0
    ? unknown(
        'PdStateUnknown',
        `Stores are in a state that no rule knows: ${odd
          .map(({ name, state }) => `${name}: ${state || 'not told'}`)
          .join(', ')}.`,
        {
          evidence: [
            {
              path: 'stores[].store.state_name',
              value: odd.map(({ state }) => state),
            },
          ],
        },
      )
    : undefined;
}

function judgeDraining({
  stores,
  offlinePeers = 0,
}: ClusterFacts): Verdict | undefined {
  const draining = inState(stores ?? [], ['Offline']);
  if (stores === undefined && offlinePeers > 0) {
    return progressing(
      'PdStoresDraining',
      `${offlinePeers} regions have a copy on a store that is being drained.`,
      {
        evidence: [
          { path: 'regions/check/offline-peer count', value: offlinePeers },
        ],
      },
    );
  }
  return draining.length > 0
    ? progressing(
        'PdStoresDraining',
        `Being drained: ${draining.map(({ name }) => name).join(', ')}.`,
        {
          evidence: [{ path: 'stores[].store.state_name', value: 'Offline' }],
        },
      )
    : undefined;
}

function judgeWell(facts: ClusterFacts): Verdict {
  const { healthyMembers, leader, stores, downPeers, missingPeers } = facts;
  const said = [
    ...(healthyMembers?.length
      ? [`${healthyMembers.length} members healthy`]
      : []),
    ...(leader ? [`${leader} leads`] : []),
    ...(stores?.length ? [`${stores.length} stores up`] : []),
    ...(downPeers === 0 ? ['no copy down'] : []),
    ...(missingPeers === 0 ? ['no copy missing'] : []),
    ...(facts.pendingPeers === 0 ? ['no copy behind'] : []),
    ...(facts.offlinePeers === 0
      ? ['no copy on a store that is being drained']
      : []),
    ...(facts.ready ? ['the member that was asked is ready'] : []),
  ];
  return said.length > 0
    ? healthy('PdWell', `${said.join(', ')}.`)
    : unknown(
        'PdStateUnknown',
        'What was answered says nothing about members, stores or regions.',
        { evidence: [{ path: 'status', value: null }] },
      );
}

/** Such come and go while data is moved. */
function peerWarnings({
  stores,
  pendingPeers = 0,
  offlinePeers = 0,
}: ClusterFacts): string[] {
  return [
    ...(pendingPeers > 0
      ? [`${pendingPeers} regions have a copy behind.`]
      : []),
    ...(offlinePeers > 0 && stores !== undefined
      ? [
          `${offlinePeers} regions have a copy on a store that is being drained.`,
        ]
      : []),
  ];
}

function inState(stores: StoreLine[], states: string[]): StoreLine[] {
  return stores.filter(({ state }) => states.includes(state));
}
