import { defineKind } from '../../definition/kind';
import { managedBy, trackingIdOf } from '../../definition/ownership';
import { condition, conditionsAt } from '../../reading/conditions';
import { numberAt, objectAt, RawObject, stringAt } from '../../reading/raw';
import { timeAt } from '../../reading/times';
import { clusterKey, ROOK } from './api';
import { judgeCluster } from './ceph-cluster-health';
import { quoted } from '../../reading/wording';

/** One of Ceph's health checks that speaks up. */
export type HealthCheck = { code: string; severity: string; says: string };

export type ClusterFacts = {
  health?: string;
  checks?: HealthCheck[];
  /** status.ceph.lastChecked, in milliseconds. */
  lastChecked?: number;
  phase?: string;
  state?: string;
  message?: string;
  bytesTotal?: number;
  bytesUsed?: number;
  cephVersion?: string;
  /** Since when the operator has been at what it does. */
  phaseSince?: number;
  trackingId?: string;
};

export const cephCluster = defineKind<ClusterFacts>({
  ...ROOK,
  kind: 'CephCluster',
  plural: 'cephclusters',
  title: 'Ceph clusters',
  judgesDeletion: true,
  judgesMissingStatus: true,
  // Bringing up monitors and OSDs takes longer than most things.
  patienceMinutes: 60,
  project: projectCluster,
  provides: ({ meta }) => [clusterKey(meta.namespace)],
  links: ({ facts }) => managedBy(facts.trackingId),
  health: judgeCluster,
  reasons: [
    {
      code: 'CephClusterHealthy',
      cause: 'Ceph reports HEALTH_OK.',
      evidence: 'status.ceph.health',
      remedy: false,
    },
    {
      code: 'CephClusterWarning',
      cause: 'Ceph reports HEALTH_WARN.',
      evidence: 'status.ceph.details',
    },
    {
      code: 'CephClusterError',
      cause: 'Ceph reports HEALTH_ERR, or data that cannot be reached.',
      evidence: 'status.ceph.details',
    },
    {
      code: 'CephClusterReconcileFailed',
      cause: 'The operator could not bring the cluster to what is asked for.',
      evidence: 'status.phase',
    },
    {
      code: 'CephClusterNotChecked',
      cause: 'The operator has not asked Ceph for too long.',
      evidence: 'status.ceph.lastChecked',
    },
    {
      code: 'CephClusterNearlyFull',
      cause: 'The cluster is nearly full.',
      evidence: 'status.ceph.capacity.bytesUsed',
    },
    {
      code: 'CephClusterBeingCreated',
      cause: 'The operator is setting the cluster up.',
      evidence: 'status.phase',
      remedy: false,
    },
    {
      code: 'CephClusterBeingDeleted',
      cause: 'The cluster is on its way out.',
      evidence: 'metadata.deletionTimestamp',
      remedy: false,
    },
    {
      code: 'CephClusterStateUnknown',
      cause: 'What the operator reports says nothing of the health.',
      evidence: 'status.ceph.health',
      remedy: false,
    },
  ],
  shows: ['cephVersion', 'bytesTotal', 'bytesUsed'],
});

function projectCluster(raw: RawObject): ClusterFacts {
  const ceph = objectAt(raw, 'status', 'ceph');
  const phase = stringAt(raw, 'status', 'phase');
  const checks = Object.entries(objectAt(ceph, 'details')).map(
    ([code, detail]) => ({
      code,
      severity: stringAt(detail, 'severity') ?? '',
      says: quoted(stringAt(detail, 'message') ?? '', 240),
    }),
  );
  const message = stringAt(raw, 'status', 'message');
  return {
    health: stringAt(ceph, 'health'),
    ...(checks.length > 0 ? { checks } : {}),
    lastChecked: timeAt(ceph, 'lastChecked'),
    phase,
    state: stringAt(raw, 'status', 'state'),
    message: message === undefined ? undefined : quoted(message, 240),
    bytesTotal: numberAt(ceph, 'capacity', 'bytesTotal'),
    bytesUsed: numberAt(ceph, 'capacity', 'bytesUsed'),
    cephVersion: stringAt(raw, 'status', 'version', 'version'),
    phaseSince: condition(conditionsAt(raw), phase ?? '')?.at,
    trackingId: trackingIdOf(raw, ROOK.group, 'CephCluster'),
  };
}
