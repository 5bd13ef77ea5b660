import { defineKind } from '../../definition/kind';
import { endpointKey } from '../../definition/probe';
import {
  booleanAt,
  numberAt,
  objectAt,
  objectsAt,
  RawObject,
  stringAt,
  stringsAt,
  valueAt,
} from '../../reading/raw';
import { judgeCluster } from './cluster-health';
import { CLUSTER_REASONS } from './cluster-reasons';
import { DiskSpace, diskSpaceAt } from './disk-space';
import { GARAGE } from './garage-object';

/** What the cluster's list says of one node. */
export type ListedNode = DiskSpace & {
  id: string;
  hostname?: string;
  zone?: string;
  /** Keeps data: it has a role with a capacity. A gateway has a role without one. */
  storage: boolean;
  isUp?: boolean;
  lastSeenSeconds?: number;
  draining: boolean;
  version?: string;
};

/** The cluster as the node that was asked sees it. */
export type ClusterFacts = {
  endpoints: string[];
  /** The status code of an answer that was none. */
  refused?: number;
  /** What the plain endpoint says: `answers` or `unavailable`. */
  plain?: string;
  /** A health answer has come, whatever it holds. */
  healthTold: boolean;
  status?: string;
  storageNodes?: number;
  storageNodesOk?: number;
  partitions?: number;
  partitionsQuorum?: number;
  partitionsAllOk?: number;
  nodesTold: boolean;
  nodes: ListedNode[];
  zones: string[];
  layoutVersion?: number;
  garageVersion?: string;
};

export const cluster = defineKind<ClusterFacts>({
  ...GARAGE,
  kind: 'Cluster',
  plural: 'clusters',
  project,
  provides: ({ facts }) => facts.endpoints.map(endpointKey),
  health: judgeCluster,
  reasons: CLUSTER_REASONS,
  shows: ['zones', 'layoutVersion', 'garageVersion'],
});

function project(raw: RawObject): ClusterFacts {
  const status = objectAt(raw, 'status');
  const health = objectAt(status, 'health');
  const nodes = objectsAt(status, 'nodes').map(readNode);
  return {
    endpoints: stringsAt(raw, 'spec', 'endpoints'),
    refused: numberAt(status, 'refused'),
    plain: stringAt(status, 'plain'),
    healthTold: valueAt(status, 'health') !== undefined,
    status: stringAt(health, 'status'),
    storageNodes: numberAt(health, 'storageNodes'),
    storageNodesOk: numberAt(health, 'storageNodesOk'),
    partitions: numberAt(health, 'partitions'),
    partitionsQuorum: numberAt(health, 'partitionsQuorum'),
    partitionsAllOk: numberAt(health, 'partitionsAllOk'),
    nodesTold: booleanAt(status, 'nodesTold') === true,
    nodes,
    zones: [
      ...new Set(
        nodes.flatMap(node => (node.storage && node.zone ? [node.zone] : [])),
      ),
    ].sort(),
    layoutVersion: numberAt(status, 'layoutVersion'),
    garageVersion: stringAt(status, 'garageVersion') ?? nodes[0]?.version,
  };
}

function readNode(node: RawObject): ListedNode {
  return {
    id: stringAt(node, 'id') ?? '',
    hostname: stringAt(node, 'hostname'),
    zone: stringAt(node, 'role', 'zone'),
    storage: (numberAt(node, 'role', 'capacity') ?? 0) > 0,
    isUp: booleanAt(node, 'isUp'),
    lastSeenSeconds: numberAt(node, 'lastSeenSecsAgo'),
    draining: booleanAt(node, 'draining') === true,
    version: stringAt(node, 'garageVersion'),
    ...diskSpaceAt(node),
  };
}
