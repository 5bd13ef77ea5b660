import type { ReasonDefinition } from '../../definition/kind';

export const CLUSTER_REASONS: readonly ReasonDefinition[] = [
  {
    code: 'PdWell',
    cause: 'What was answered of members, stores and regions is well.',
    evidence: '[].health',
    remedy: false,
  },
  {
    code: 'PdStoresDraining',
    cause: 'Stores hand their regions over before they go.',
    evidence: 'stores[].store.state_name',
    remedy: false,
  },
  {
    code: 'PdStateUnknown',
    cause: 'What was answered says nothing that a rule knows.',
    evidence: 'status',
    remedy: false,
  },
  {
    code: 'PdNoQuorum',
    cause: 'PD has lost the majority of its members.',
    evidence: '[].health',
  },
  { code: 'PdNoLeader', cause: 'PD has no leader.', evidence: 'leader' },
  {
    code: 'PdStoresSilent',
    cause: 'As many stores are silent as make a majority of the copies.',
    evidence: 'stores[].store.state_name',
  },
  {
    code: 'PdStoreSilent',
    cause: 'A store sends no heartbeat; the copies elsewhere hold.',
    evidence: 'stores[].store.state_name',
  },
  {
    code: 'PdMemberUnhealthy',
    cause: 'A member is not healthy; the majority holds.',
    evidence: '[].health',
  },
  {
    code: 'PdMemberNotReady',
    cause: 'The member that was asked says that it is not ready.',
    evidence: 'GET /pd/api/v2/readyz',
  },
  {
    code: 'PdDownPeers',
    cause: 'Regions have a copy on a store that is down.',
    evidence: 'regions/check/down-peer count',
  },
  {
    code: 'PdMissingPeers',
    cause: 'Regions have fewer copies than wanted.',
    evidence: 'regions/check/miss-peer count',
  },
  {
    code: 'PdStoresNotWell',
    cause: 'Stores are short of space or slow.',
    evidence: 'stores[].status.available',
  },
  {
    code: 'PdNotBootstrapped',
    cause: 'No store has ever joined.',
    evidence: 'is_initialized',
  },
];
