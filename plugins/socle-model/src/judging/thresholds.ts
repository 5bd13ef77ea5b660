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
  /** How many minor versions a kubelet may be older than the API server (since Kubernetes 1.28). */
  kubeletMinorVersions: 3,
  /** Metrics older than this many of their windows, plus the slack, are stale. */
  metricsStaleWindows: 3,
  metricsStaleSlackSeconds: 60,
  /** A container killed or restarted within this time still counts. */
  recentRestartMinutes: 60,
  unschedulableGraceMinutes: 2,
  /** A CronJob of which no run has begun for this many intervals of its schedule is worth a word. */
  cronJobMissedIntervals: 2,
  claimPendingMinutes: 5,
  claimUsedPercent: 90,
  claimFullPercent: 99,
  /** What is measured larger than the claim by more than this is the disk that it shares with others. */
  claimOversizePercent: 15,
  /** An older measurement of usage says nothing of now. */
  usageFreshMinutes: 5,
  /** The kubelet's own limits (nodefs.available, imagefs.available): with less it evicts pods. */
  nodeFilesystemFreePercent: 10,
  imageFilesystemFreePercent: 15,
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
  /** A CephCluster that the operator has not checked for longer is not known. */
  cephCheckMinutes: 10,
  cephUsedPercent: 85,
  /** OpenEBS: a volume on one node that is not made after this time is late. */
  localVolumePendingMinutes: 2,
  volumeGroupFreePercent: 10,
  diskPoolUsedPercent: 90,
  /** What the provider's class `replicated` promises (Hikube: Geneva, Gland, Lucerne). */
  declaredReplicaCopies: 3,
  declaredReplicaSites: 3,
  linstorPoolFreePercent: 10,
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
  /** What is asked over HTTP and gave no answer for so many rounds is not known any more. */
  httpSourceSilentIntervals: 3,
  /** An ExternalSecret whose refresh is older than this many intervals is stale. */
  secretRefreshIntervals: 3,
  /** How long a new Dragonfly may be without a master. */
  dragonflyMasterGraceMinutes: 2,
  /** With less of a TiKV store free, PD stops moving data to it. */
  tikvFreePercent: 20,
  /** PD scores stores from 1 to 100. */
  tikvSlowScore: 80,
  /** An error in sending to a Qdrant peer that is older counts no more. */
  qdrantSendFailureMinutes: 5,
  /** How long a Qdrant peer may stand for election. */
  qdrantElectionSeconds: 60,
  /** A standby of Vault that has not reported to the active node for longer is silent. */
  vaultNodeEchoSeconds: 60,
  /** What Flux runs at an interval is stale after this many. */
  fluxStaleIntervals: 3,
  /** A Velero backup or restore that is not begun for longer. */
  veleroStartMinutes: 60,
  /** A Velero backup or restore that runs for longer does not come to an end. */
  veleroRunHours: 6,
  /** One that runs and gives no figures for longer. */
  veleroFirstFigureMinutes: 60,
  veleroDeletionMinutes: 60,
  /** A storage location not checked for this many validation intervals tells nothing any more. */
  veleroValidationIntervals: 5,
  /** How often the server checks a storage location that does not say it. */
  veleroValidationSeconds: 60,
  /** The last good backup of a schedule is late, and then overdue, after this many intervals. */
  veleroLateIntervals: 2,
  veleroOverdueIntervals: 4,
  /** How long the data of one volume may be prepared: the node agent's own time-out. */
  veleroPrepareMinutes: 30,
  /** Bytes that do not move for longer. */
  veleroMoveMinutes: 60,
  /** Repository maintenance is late after this many of its intervals, and not before the hours below. */
  veleroMaintenanceIntervals: 6,
  veleroMaintenanceHours: 24,
  /** A backup or restore that failed longer ago is history and counts no more. */
  backupHistoryDays: 7,
  /** Setting up an instance of PostgreSQL copies or restores all of its data. */
  cnpgSetupMinutes: 60,
  cnpgCertificateDays: 7,
  /** A base backup that runs for longer does not come to an end. */
  cnpgBackupHours: 6,
  /** A scheduled backup that is not begun for longer was missed. */
  cnpgScheduleMissedMinutes: 60,
  /** The last backup of a cluster is stale after this many intervals of its schedule. */
  cnpgBackupIntervals: 2,
  /** In the coverage, the last good backup is late after this many intervals of the schedule that takes it. */
  coverageLateIntervals: 2,
  /** And where no schedule is known, after this many days. */
  coverageAgeDays: 8,
  /** Free space on a Garage node's data or metadata disk that is too little. */
  garageDiskFreePercent: 10,
  /** A Garage worker that fails this often in a row is not going to get past it by itself. */
  garageWorkerConsecutiveErrors: 5,
  /** A Garage upgrade that leaves nodes at different versions for longer is stuck. */
  garageMixedVersionsMinutes: 60,
  /** Blocks that Garage cannot read for longer are taken for lost. */
  garageBlockErrorsHours: 24,
  bucketQuotaNearPercent: 90,
  bucketQuotaFullPercent: 100,
  /** Unfinished uploads that take more of a bucket than this are worth a word. */
  bucketUnfinishedUploadPercent: 10,
  accessKeyExpiryDays: 14,
  /** An S3 server that calls itself not ready for longer has failed. */
  s3NotReadyMinutes: 2,
  registryQuotaNearPercent: 90,
  registryQuotaFullPercent: 100,
  robotExpiryDays: 14,
  replicationRunHours: 24,
  /** A scheduled replication whose last run is older than this many intervals has missed one. */
  replicationLateIntervals: 2,
  /** A replication policy has failed, and not only its last run, after this many failed runs in a row. */
  replicationFailedRuns: 3,
  /** A vulnerability scan that is older is stale. */
  scanStaleDays: 30,
  registryCleanUpDays: 30,
};

/** @public A number for each of {@link DEFAULT_THRESHOLDS}. */
export type Thresholds = typeof DEFAULT_THRESHOLDS;

/** @public All thresholds, those that are given in place of their defaults. */
export function withDefaults(overrides: Partial<Thresholds> = {}): Thresholds {
  return { ...DEFAULT_THRESHOLDS, ...overrides };
}
