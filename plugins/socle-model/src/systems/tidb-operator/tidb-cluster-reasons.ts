import type { ReasonDefinition } from '../../definition/kind';

export const TIDB_CLUSTER_REASONS: readonly ReasonDefinition[] = [
  {
    code: 'TidbClusterReady',
    cause: 'All stores are up and all PD members are healthy.',
    evidence: 'status.conditions[type=Ready].status',
    remedy: false,
  },
  {
    code: 'TidbClusterPaused',
    cause: 'The operator or its pods are switched off on purpose.',
    evidence: 'spec.paused',
    remedy: false,
  },
  {
    code: 'TidbClusterRollingOut',
    cause: 'Pods are being replaced, added or removed.',
    evidence: 'status.tikv.phase',
    remedy: false,
  },
  {
    code: 'TidbClusterStoreDraining',
    cause: 'A store hands its regions over before it goes.',
    evidence: 'status.tikv.stores[].state',
    remedy: false,
  },
  {
    code: 'TidbClusterPdDown',
    cause: 'PD has no leader or no majority.',
    evidence: 'status.pd.members[].health',
  },
  {
    code: 'TidbClusterQuorumLost',
    cause: 'Two or more TiKV stores are silent.',
    evidence: 'status.tikv.stores[].state',
  },
  {
    code: 'TidbClusterPdMemberDown',
    cause: 'A member of PD is not healthy; the majority holds.',
    evidence: 'status.pd.members[].health',
  },
  {
    code: 'TidbClusterNotSynced',
    cause: 'The operator could not talk to PD: the list of stores is old.',
    evidence: 'status.tikv.synced',
  },
  {
    code: 'TidbClusterStoreSilent',
    cause: 'One TiKV store sends no heartbeat.',
    evidence: 'status.tikv.stores[].state',
  },
  {
    code: 'TidbClusterTiFlashSilent',
    cause: 'TiFlash stores send no heartbeat; they hold copies only.',
    evidence: 'status.tiflash.stores[].state',
  },
  {
    code: 'TidbClusterStoreReplaced',
    cause: 'The operator has replaced a failed store.',
    evidence: 'status.tikv.failureStores',
  },
  {
    code: 'TidbClusterNotReady',
    cause: 'The operator says that a component is not ready.',
    evidence: 'status.conditions[type=Ready].reason',
  },
  {
    code: 'TidbClusterStateUnknown',
    cause: 'Its status says something that no rule knows.',
    evidence: 'status.conditions[type=Ready].status',
    remedy: false,
  },
];
