import { defineKind } from '../../definition/kind';
import { endpointKey } from '../../definition/probe';
import {
  booleanAt,
  isObject,
  numberAt,
  objectsAt,
  RawObject,
  stringAt,
  stringsAt,
  valueAt,
} from '../../reading/raw';
import { timeAt } from '../../reading/times';
import { GROUP } from './instance';
import { judgeVault } from './vault-health';
import { VAULT_REASONS } from './vault-reasons';

/** A node of a highly available cluster, as the active node tells of it. */
export type VaultNode = {
  name: string;
  active: boolean;
  /** When it last reported to the active node, in milliseconds. */
  lastEcho?: number;
  version?: string;
};

export type VaultFacts = {
  endpoints: string[];
  /** Status of the answer of sys/health. */
  httpStatus?: number;
  initialized?: boolean;
  sealed?: boolean;
  standby?: boolean;
  performanceStandby?: boolean;
  drSecondary?: boolean;
  removed?: boolean;
  /** The standby reaches the active node (newer Vault). */
  haConnected?: boolean;
  version?: string;
  clusterName?: string;
  /** Its own clock as it answered, in milliseconds: what it says of its nodes is as of then. */
  answeredAt?: number;
  sealType?: string;
  storageType?: string;
  /** How many keys unseal it, how many there are, how many were entered. */
  threshold?: number;
  shares?: number;
  progress?: number;
  migration?: boolean;
  haEnabled?: boolean;
  isActive?: boolean;
  activeAddress?: string;
  /** The answer of sys/leader says that there is no active node. */
  leaderless?: true;
  nodes?: VaultNode[];
  raftHealthy?: boolean;
  failureTolerance?: number;
  raftServers?: number;
  raftUnhealthy?: string[];
};

const MOST_NODES = 20;

export const vaultInstance = defineKind<VaultFacts>({
  group: GROUP,
  kind: 'Vault',
  plural: 'vaults',
  versions: ['v1'],
  namespaced: true,
  source: 'probe',
  statusless: true,
  project,
  provides: ({ facts }) => facts.endpoints.map(endpointKey),
  health: judgeVault,
  reasons: VAULT_REASONS,
  shows: [
    'version',
    'clusterName',
    'sealType',
    'storageType',
    'shares',
    'activeAddress',
    'isActive',
    'nodes',
    'raftServers',
    'failureTolerance',
  ],
});

function project(raw: RawObject): VaultFacts {
  const status = valueAt(raw, 'status');
  const facts: VaultFacts = {
    endpoints: stringsAt(raw, 'spec', 'endpoints'),
    httpStatus: numberAt(status, 'httpStatus'),
    initialized: flag(status, 'initialized'),
    sealed: flag(status, 'sealed'),
    standby: flag(status, 'standby'),
    performanceStandby: flag(status, 'performanceStandby'),
    drSecondary: stringAt(status, 'drMode') === 'secondary' ? true : undefined,
    removed: flag(status, 'removedFromCluster'),
    haConnected: flag(status, 'haConnectionHealthy'),
    version: stringAt(status, 'version'),
    clusterName: stringAt(status, 'clusterName'),
    answeredAt: secondsAt(status, 'serverTime'),
    sealType: stringAt(status, 'sealType'),
    storageType: stringAt(status, 'storageType'),
    threshold: numberAt(status, 'threshold'),
    shares: numberAt(status, 'shares'),
    progress: numberAt(status, 'progress'),
    migration: booleanAt(status, 'migration') || undefined,
    haEnabled: flag(status, 'haEnabled'),
    isActive: flag(status, 'isActive'),
    activeAddress: stringAt(status, 'activeAddress'),
    leaderless:
      flag(status, 'haEnabled') === true &&
      flag(status, 'isActive') === false &&
      valueAt(status, 'activeAddress') === ''
        ? true
        : undefined,
    nodes: nodesAt(status),
    raftHealthy: flag(status, 'raft', 'healthy'),
    failureTolerance: numberAt(status, 'raft', 'failureTolerance'),
    raftServers: numberAt(status, 'raft', 'servers'),
    raftUnhealthy: unhealthyAt(status),
  };
  return Object.fromEntries(
    Object.entries(facts).filter(([, value]) => value !== undefined),
  ) as VaultFacts;
}

/** Only a real boolean counts: a text "false" is nobody's answer. */
function flag(from: unknown, ...path: string[]): boolean | undefined {
  const value = valueAt(from, ...path);
  return typeof value === 'boolean' ? value : undefined;
}

function secondsAt(from: unknown, ...path: string[]): number | undefined {
  const seconds = numberAt(from, ...path);
  return seconds === undefined ? undefined : seconds * 1000;
}

function nodesAt(status: unknown): VaultNode[] | undefined {
  if (!isObject(status) || !Array.isArray(status.nodes)) {
    return undefined;
  }
  return objectsAt(status, 'nodes')
    .slice(0, MOST_NODES)
    .map(node => {
      const lastEcho = timeAt(node, 'lastEcho');
      const version = stringAt(node, 'version');
      return {
        name: stringAt(node, 'name') ?? 'unnamed',
        active: valueAt(node, 'active') === true,
        ...(lastEcho !== undefined ? { lastEcho } : {}),
        ...(version ? { version } : {}),
      };
    });
}

function unhealthyAt(status: unknown): string[] | undefined {
  const names = stringsAt(status, 'raft', 'unhealthy').slice(0, MOST_NODES);
  return names.length > 0 ? names : undefined;
}
