import type { Facts } from '../../definition/kind';
import type { Resource } from '../../definition/resource';
import {
  degraded,
  failed,
  healthy,
  HealthContext,
  progressing,
  unknown,
  Verdict,
} from '../../judging/verdict';
import type { InstanceFacts } from './instance';

const CONSENSUS = 'result.consensus_thread_status.consensus_thread_status';

/** Whatever part of the answers is there is judged, from the worst to the best. */
export function judgeInstance(
  { facts }: Resource<InstanceFacts>,
  context: HealthContext,
): Verdict {
  return (
    judgePods(facts, context) ??
    judgeConsensus(facts) ??
    judgeLeader(facts, context) ??
    judgeSending(facts, context) ??
    judgePeers(facts, context) ??
    judgeCollections(context) ??
    judgeOdd(facts) ??
    judgeStart(facts) ??
    judgeWell(facts)
  );
}

/** Replicas and ready pods of its StatefulSet, where that was read. */
function podsOf(
  context: HealthContext,
): { set: Resource<Facts>; replicas: number; ready: number } | undefined {
  const set = context.target<Facts>('runsAs');
  // A StatefulSet of a repository says nothing of pods.
  if (set?.state !== 'present' || !set.resource.meta.hasStatus) {
    return undefined;
  }
  const { replicas, ready } = set.resource.facts;
  return typeof replicas === 'number' && typeof ready === 'number'
    ? { set: set.resource, replicas, ready }
    : undefined;
}

function judgePods(
  _: InstanceFacts,
  context: HealthContext,
): Verdict | undefined {
  const pods = podsOf(context);
  return pods && pods.replicas > 0 && pods.ready === 0
    ? failed('QdrantDown', `None of ${pods.replicas} pods is ready.`, {
        evidence: [{ of: pods.set, path: 'status.readyReplicas', value: 0 }],
      })
    : undefined;
}

function judgeConsensus({
  consensus,
  consensusError,
}: InstanceFacts): Verdict | undefined {
  return consensus === 'stopped' || consensus === 'stopped_with_err'
    ? failed(
        'QdrantConsensusStopped',
        `The consensus thread has stopped${
          consensusError ? `: ${consensusError}` : '.'
        }`,
        { evidence: [{ path: CONSENSUS, value: consensus }] },
      )
    : undefined;
}

function judgeLeader(
  { mode, leader, role, consensusAt }: InstanceFacts,
  { now, thresholds }: HealthContext,
): Verdict | undefined {
  if (mode !== 'enabled') {
    return undefined;
  }
  const evidence = [
    { path: 'result.raft_info.leader', value: leader || null },
    { path: 'result.raft_info.role', value: role ?? null },
  ];
  if (leader === '') {
    return failed('QdrantNoLeader', 'The peers have no consensus leader.', {
      evidence,
    });
  }
  if (role !== 'Candidate' && role !== 'PreCandidate') {
    return undefined;
  }
  const until =
    consensusAt === undefined
      ? undefined
      : consensusAt + thresholds.qdrantElectionSeconds * 1000;
  return until !== undefined && now > until
    ? failed(
        'QdrantNoLeader',
        `The peer stands for election (${role}) and has heard of no leader for more than ${thresholds.qdrantElectionSeconds} s.`,
        { evidence },
      )
    : progressing('QdrantElecting', `The peer stands for election (${role}).`, {
        evidence,
        ...(until === undefined ? {} : { recheckAt: until + 1 }),
      });
}

function judgeSending(
  { failures = [] }: InstanceFacts,
  { now, thresholds }: HealthContext,
): Verdict | undefined {
  const age = thresholds.qdrantSendFailureMinutes * 60_000;
  const fresh = failures.filter(
    ({ at }) => at === undefined || now - at <= age,
  );
  if (fresh.length === 0) {
    return undefined;
  }
  const times = fresh.map(({ at }) => at).filter(at => at !== undefined);
  const [{ uri, error }] = fresh;
  return degraded(
    'QdrantPeerUnreachable',
    `Peer ${uri} is unreachable${error ? `: ${error}` : '.'}`,
    {
      evidence: fresh.map(one => ({
        path: 'result.message_send_failures',
        value: one.uri,
      })),
      ...(times.length === fresh.length
        ? { recheckAt: Math.max(...times) + age + 1 }
        : {}),
    },
  );
}

function judgePeers(
  { peers, mode }: InstanceFacts,
  context: HealthContext,
): Verdict | undefined {
  const pods = podsOf(context);
  return pods && peers && mode === 'enabled' && peers.length !== pods.ready
    ? degraded(
        'QdrantDeadPeer',
        `${peers.length} peers are registered, ${pods.ready} of ${pods.replicas} pods are ready.`,
        {
          evidence: [
            { path: 'result.peers', value: peers },
            { of: pods.set, path: 'status.readyReplicas', value: pods.ready },
          ],
        },
      )
    : undefined;
}

function judgeCollections(context: HealthContext): Verdict | undefined {
  const { items } = context.incoming(
    'collectionOf',
    'qdrant.socle.dev/Collection',
  );
  const bad = items.filter(({ verdict }) =>
    ['failed', 'degraded'].includes(verdict.status),
  );
  return bad.length > 0
    ? degraded(
        'QdrantCollectionsNotWell',
        `${bad.length} of ${items.length} collections are not well: ${bad
          .slice(0, 5)
          .map(({ meta }) => meta.name)
          .join(', ')}${bad.length > 5 ? ' …' : ''}.`,
        {
          evidence: bad.slice(0, 5).map(one => ({
            of: one,
            path: 'result.status',
            value: one.verdict.status,
          })),
        },
      )
    : undefined;
}

function judgeOdd({ mode, consensus, role }: InstanceFacts) {
  const known =
    (mode === undefined || ['enabled', 'disabled'].includes(mode)) &&
    (consensus === undefined || consensus === 'working') &&
    (role === undefined ||
      ['Leader', 'Follower', 'Candidate', 'PreCandidate'].includes(role));
  return known
    ? undefined
    : unknown(
        'QdrantStateUnknown',
        `The cluster is "${mode ?? 'not told'}", its consensus "${
          consensus ?? 'not told'
        }", the peer "${role ?? 'not told'}".`,
        { evidence: [{ path: CONSENSUS, value: consensus ?? null }] },
      );
}

function judgeStart({ caughtUp }: InstanceFacts): Verdict | undefined {
  return caughtUp === false
    ? progressing(
        'QdrantCatchingUp',
        'Some shards have not caught up since the start.',
        { evidence: [{ path: 'GET /readyz', value: 503 }] },
      )
    : undefined;
}

function judgeWell(facts: InstanceFacts): Verdict {
  const { mode, leader, consensus, peers = [], version } = facts;
  if (mode === 'disabled') {
    return healthy('QdrantWorking', 'One node, without a cluster.');
  }
  if (mode === 'enabled' && leader && consensus === 'working') {
    return healthy(
      'QdrantWorking',
      `${peers.length} peers, with a leader, and consensus works.`,
    );
  }
  return unknown(
    'QdrantStateUnknown',
    mode === undefined
      ? `It answers${
          version ? ` (version ${version})` : ''
        }; nothing was told of its cluster.`
      : 'The answer says neither who leads nor whether consensus works.',
    {
      evidence: [
        { path: 'result.raft_info.leader', value: leader ?? null },
        { path: CONSENSUS, value: consensus ?? null },
      ],
    },
  );
}
