import type { ReasonDefinition } from '../../definition/kind';

export const INSTANCE_REASONS: readonly ReasonDefinition[] = [
  {
    code: 'QdrantWorking',
    cause: 'It has a leader and consensus works, or it is a single node.',
    evidence: 'result.raft_info.leader',
    remedy: false,
  },
  {
    code: 'QdrantElecting',
    cause: 'The peer stands for election.',
    evidence: 'result.raft_info.role',
    remedy: false,
  },
  {
    code: 'QdrantCatchingUp',
    cause: 'Shards have not caught up since the start.',
    evidence: 'GET /readyz',
    remedy: false,
  },
  {
    code: 'QdrantStateUnknown',
    cause: 'What was answered says nothing that a rule knows.',
    evidence: 'result.status',
    remedy: false,
  },
  {
    code: 'QdrantDown',
    cause: 'None of its pods is ready.',
    evidence: 'status.readyReplicas of its StatefulSet',
  },
  {
    code: 'QdrantConsensusStopped',
    cause: 'The consensus thread has stopped.',
    evidence: 'result.consensus_thread_status.consensus_thread_status',
  },
  {
    code: 'QdrantNoLeader',
    cause: 'The peers have no consensus leader.',
    evidence: 'result.raft_info.leader',
  },
  {
    code: 'QdrantPeerUnreachable',
    cause: 'Messages to a peer have failed in the last minutes.',
    evidence: 'result.message_send_failures',
  },
  {
    code: 'QdrantDeadPeer',
    cause: 'More or fewer peers are registered than pods are ready.',
    evidence: 'result.peers',
  },
  {
    code: 'QdrantCollectionsNotWell',
    cause: 'Collections in it are not well.',
    evidence: 'result.status of its collections',
  },
];
