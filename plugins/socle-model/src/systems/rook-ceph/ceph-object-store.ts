import { defineKind } from '../../definition/kind';
import { endpointKey, endpointOf } from '../../definition/probe';
import { managedBy, trackingIdOf } from '../../definition/ownership';
import { numberAt, RawObject, stringAt, stringsAt } from '../../reading/raw';
import { inCluster, ROOK } from './api';
import { judgePhase, PhaseFacts, phaseFactsOf } from './phase';

export type ObjectStoreFacts = PhaseFacts & {
  gateways?: number;
  /** Addresses that the gateways answer at, as `host:port`. */
  endpoints?: string[];
  trackingId?: string;
};

const CODES = {
  ready: 'CephObjectStoreReady',
  failed: 'CephObjectStoreFailed',
  clusterFailed: 'CephObjectStoreClusterFailed',
  changing: 'CephObjectStoreChanging',
  unknown: 'CephObjectStoreStateUnknown',
};

/** An S3 store in front of Ceph. */
export const cephObjectStore = defineKind<ObjectStoreFacts>({
  ...ROOK,
  kind: 'CephObjectStore',
  plural: 'cephobjectstores',
  title: 'Ceph object stores',
  project: raw => ({
    ...phaseFactsOf(raw),
    gateways: numberAt(raw, 'spec', 'gateway', 'instances'),
    ...endpointsOf(raw),
    trackingId: trackingIdOf(raw, ROOK.group, 'CephObjectStore'),
  }),
  provides: ({ facts }) => (facts.endpoints ?? []).map(endpointKey),
  links: ({ meta, facts }) => [
    ...inCluster(meta.namespace),
    ...managedBy(facts.trackingId),
  ],
  health: (of, context) =>
    judgePhase(of, context, CODES, 'The object store is set up.'),
  reasons: [
    {
      code: 'CephObjectStoreReady',
      cause: 'The object store is set up.',
      evidence: 'status.phase',
      remedy: false,
    },
    {
      code: 'CephObjectStoreFailed',
      cause: 'The operator could not set the object store up.',
      evidence: 'status.phase',
    },
    {
      code: 'CephObjectStoreClusterFailed',
      cause: 'The cluster that holds the object store has failed.',
      evidence: 'health of the CephCluster',
    },
    {
      code: 'CephObjectStoreChanging',
      cause: 'The operator is at work on the object store.',
      evidence: 'status.phase',
      remedy: false,
    },
    {
      code: 'CephObjectStoreStateUnknown',
      cause: 'The phase of the object store has a value that is not known.',
      evidence: 'status.phase',
      remedy: false,
    },
  ],
  shows: ['gateways'],
});

function endpointsOf(raw: RawObject): { endpoints?: string[] } {
  const told = [
    stringAt(raw, 'status', 'info', 'endpoint'),
    stringAt(raw, 'status', 'info', 'secureEndpoint'),
    ...stringsAt(raw, 'status', 'endpoints', 'insecure'),
    ...stringsAt(raw, 'status', 'endpoints', 'secure'),
  ].flatMap(address => (address && endpointOf(address)) || []);
  return told.length > 0 ? { endpoints: [...new Set(told)] } : {};
}
