import { ReasonDefinition } from '../../definition/kind';

export const VAULT_REASONS: readonly ReasonDefinition[] = [
  {
    code: 'VaultUnsealed',
    cause: 'It is unsealed and does its part.',
    evidence: 'status.sealed',
    remedy: false,
  },
  {
    code: 'VaultSealed',
    cause: 'It is sealed: its keys are not in memory.',
    evidence: 'status.sealed',
  },
  {
    code: 'VaultNotInitialized',
    cause: 'Nobody has initialised it, or it lost its storage.',
    evidence: 'status.initialized',
  },
  {
    code: 'VaultNodeRemoved',
    cause: 'The node was removed from the Raft cluster.',
    evidence: 'status.removedFromCluster',
  },
  {
    code: 'VaultNoActiveNode',
    cause: 'No node is the active one.',
    evidence: 'status.activeAddress',
  },
  {
    code: 'VaultStandbyCutOff',
    cause: 'A standby cannot reach the active node.',
    evidence: 'status.haConnectionHealthy',
  },
  {
    code: 'VaultRaftNotRedundant',
    cause: 'Its Raft storage can lose no further server.',
    evidence: 'status.raft.failureTolerance',
  },
  {
    code: 'VaultSeveralActive',
    cause: 'More than one node calls itself active.',
    evidence: 'status.nodes',
  },
  {
    code: 'VaultNodeSilent',
    cause: 'A standby no longer reports to the active node.',
    evidence: 'status.nodes',
  },
  {
    code: 'VaultStateUnrecognised',
    cause: 'Its answers do not say whether it is sealed.',
    evidence: 'status.httpStatus',
  },
];
