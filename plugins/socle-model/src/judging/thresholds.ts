/**
 * Every number that a rule uses, with its default. Configured under `socle.thresholds`.
 * Units are in the names; percentages are 0 to 100.
 * @public
 */
export const DEFAULT_THRESHOLDS = {
  /** Progressing for longer reads degraded. */
  progressMinutes: 10,
  /** A live object without a status for longer: its controller has never reported. */
  firstStatusMinutes: 10,
  /** Deletion that lasts longer than its grace period plus this is stuck. */
  deletionStuckMinutes: 10,
  /** How late a node's heartbeat lease may be (node-monitor-grace-period since Kubernetes 1.32). */
  nodeHeartbeatSeconds: 50,
  /** Clock skew that leases are allowed. */
  leaseSkewSeconds: 5,
  /** A lease that its leader released and nobody took for longer is failed. */
  leaseReleasedSeconds: 60,
  /** A leadership that changes more often is degraded. */
  leaderChangesPerHour: 3,
  /** How long a load balancer may take to give an address after it was refused one. */
  loadBalancerAddressMinutes: 2,
  /** A container killed or restarted within this time still counts. */
  recentRestartMinutes: 60,
  unschedulableGraceMinutes: 2,
  claimPendingMinutes: 5,
  claimUsedPercent: 90,
  claimFullPercent: 99,
  claimDeletingWithPodHours: 24,
  claimDeletingMinutes: 15,
  eventFreshMinutes: 10,
  volumeReleasedDeleteMinutes: 5,
  volumePendingMinutes: 10,
  attachMinutes: 2,
  /** A claim that no live pod has named for longer is listed as unused. */
  claimUnusedDays: 7,
  /** A VolumeSnapshot without any status for longer: no controller has taken it up. */
  snapshotAnswerMinutes: 5,
  snapshotDeletingMinutes: 15,
  quotaNearPercent: 90,
  quotaFullPercent: 100,
  longhornAttachGraceSeconds: 60,
  longhornTransitionMinutes: 10,
  /** storage-minimal-available-percentage and storage-over-provisioning-percentage, where the Settings are not read. */
  longhornMinimalAvailablePercent: 25,
  longhornOverProvisioningPercent: 100,
  /** replica-replenishment-wait-interval. */
  longhornReplenishWaitMinutes: 10,
  /** Longhorn takes no further snapshot of a volume at this number. */
  longhornSnapshotMaxCount: 250,
  longhornDeletionStuckHours: 24,
  /** A backup target not checked for this many poll intervals is stale. */
  longhornPollIntervals: 3,
  /** The last backup is late, and then overdue, after this many intervals of the job that takes it. */
  longhornBackupLateIntervals: 2,
  longhornBackupOverdueIntervals: 4,
  /** An older last backup says nothing where no schedule is known. */
  longhornBackupPlainDays: 8,
  argoOperationMinutes: 60,
  argoDeletionStuckMinutes: 10,
  /** An Application whose comparison is older than this many refresh intervals is stale. */
  argoStaleRefreshIntervals: 3,
  argoRefreshSeconds: 180,
  argoDriftGraceMinutes: 3,
  /** An ExternalSecret whose refresh is older than this many intervals is stale. */
  secretRefreshIntervals: 3,
};

/** @public A number for each of {@link DEFAULT_THRESHOLDS}. */
export type Thresholds = typeof DEFAULT_THRESHOLDS;

/** @public All thresholds, those that are given in place of their defaults. */
export function withDefaults(overrides: Partial<Thresholds> = {}): Thresholds {
  return { ...DEFAULT_THRESHOLDS, ...overrides };
}
