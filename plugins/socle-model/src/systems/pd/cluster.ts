import { defineKind } from '../../definition/kind';
import { linkByKey } from '../../definition/link';
import { endpointKey } from '../../definition/probe';
import {
  booleanAt,
  numberAt,
  objectsAt,
  RawObject,
  stringAt,
  stringsAt,
  valueAt,
} from '../../reading/raw';
import { judgeCluster } from './cluster-health';
import { CLUSTER_REASONS } from './cluster-reasons';
import { PD } from './pd-object';
import { freePercent } from './store-space';

/** A store as the cluster's rules need it. */
export type StoreLine = {
  name: string;
  state: string;
  /** TiFlash: holds copies that do not vote. */
  learner?: true;
  freePercent?: number;
  slowScore?: number;
};

export type ClusterFacts = {
  endpoints: string[];
  maxReplicas?: number;
  /** The status that came instead of the list of members. */
  listing?: number;
  healthyMembers?: string[];
  badMembers?: string[];
  members?: number;
  /** '' where the answer says that there is none. */
  leader?: string;
  stores?: StoreLine[];
  downPeers?: number;
  missingPeers?: number;
  pendingPeers?: number;
  offlinePeers?: number;
  initialized?: boolean;
  ready?: boolean;
  failingChecks?: string[];
  version?: string;
};

export const cluster = defineKind<ClusterFacts>({
  ...PD,
  kind: 'Cluster',
  plural: 'clusters',
  project,
  provides: ({ facts }) => facts.endpoints.map(endpointKey),
  // Both speak of the same cluster: what the operator holds rests on what PD says.
  links: ({ facts }) =>
    facts.endpoints.map(endpoint =>
      linkByKey(
        'operatedBy',
        endpointKey(endpoint),
        ['pingcap.com/TidbCluster'],
        'source',
      ),
    ),
  health: ({ facts }, { thresholds }) => judgeCluster(facts, thresholds),
  reasons: CLUSTER_REASONS,
  shows: ['version', 'members', 'maxReplicas'],
});

function project(raw: RawObject): ClusterFacts {
  const told = Array.isArray(valueAt(raw, 'status', 'health'));
  const members = objectsAt(raw, 'status', 'health');
  const named = (wanted: boolean) =>
    members
      .filter(({ healthy }) => (healthy === true) === wanted)
      .map(member => stringAt(member, 'name') ?? 'without name');
  const stores = valueAt(raw, 'status', 'stores');
  const leader = valueAt(raw, 'status', 'leader');
  const failing = stringsAt(raw, 'status', 'failingChecks');
  return {
    endpoints: stringsAt(raw, 'spec', 'endpoints'),
    maxReplicas: numberAt(raw, 'spec', 'maxReplicas'),
    listing: numberAt(raw, 'status', 'listing'),
    ...(told ? { healthyMembers: named(true), badMembers: named(false) } : {}),
    members: numberAt(raw, 'status', 'members'),
    ...(typeof leader === 'string' ? { leader } : {}),
    ...(Array.isArray(stores)
      ? { stores: objectsAt(raw, 'status', 'stores').map(storeLine) }
      : {}),
    downPeers: numberAt(raw, 'status', 'downPeers'),
    missingPeers: numberAt(raw, 'status', 'missingPeers'),
    pendingPeers: numberAt(raw, 'status', 'pendingPeers'),
    offlinePeers: numberAt(raw, 'status', 'offlinePeers'),
    initialized: booleanAt(raw, 'status', 'initialized'),
    ready: booleanAt(raw, 'status', 'ready'),
    ...(failing.length > 0 ? { failingChecks: failing } : {}),
    version: stringAt(raw, 'status', 'version'),
  };
}

function storeLine(store: RawObject): StoreLine {
  const free = freePercent(store);
  const slowScore = numberAt(store, 'slowScore');
  return {
    name: stringAt(store, 'name') ?? 'store',
    state: stringAt(store, 'state') ?? '',
    ...(booleanAt(store, 'learner') ? { learner: true } : {}),
    ...(free === undefined ? {} : { freePercent: free }),
    ...(slowScore === undefined ? {} : { slowScore }),
  };
}
