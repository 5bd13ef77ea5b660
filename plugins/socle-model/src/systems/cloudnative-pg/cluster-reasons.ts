import { ReasonDefinition } from '../../definition/kind';

const PHASE = 'status.phase';

export const CLUSTER_REASONS: readonly ReasonDefinition[] = [
  {
    code: 'CnpgClusterReady',
    cause: 'All instances are ready and one of them is the primary.',
    evidence: 'status.readyInstances',
    remedy: false,
  },
  {
    code: 'CnpgClusterReconcileDisabled',
    cause: 'Reconciliation is switched off on purpose.',
    evidence: 'metadata.annotations[cnpg.io/reconciliationLoop]',
    remedy: false,
  },
  {
    code: 'CnpgClusterHibernated',
    cause: 'The cluster is hibernated on purpose.',
    evidence: 'status.conditions[type=cnpg.io/hibernation]',
    remedy: false,
  },
  {
    code: 'CnpgClusterHibernating',
    cause: 'The cluster does not get into hibernation, or is on its way.',
    evidence: 'status.conditions[type=cnpg.io/hibernation].reason',
  },
  {
    code: 'CnpgClusterSettingUp',
    cause: 'An instance is being set up.',
    evidence: PHASE,
    remedy: false,
  },
  {
    code: 'CnpgClusterStarting',
    cause: 'The cluster is on its way to its healthy state.',
    evidence: PHASE,
    remedy: false,
  },
  {
    code: 'CnpgClusterNotComingUp',
    cause: 'The cluster does not get into its healthy state.',
    evidence: 'status.phaseReason',
  },
  {
    code: 'CnpgClusterPrimaryMoving',
    cause: 'The primary changes: writes are interrupted.',
    evidence: 'status.targetPrimary',
  },
  {
    code: 'CnpgClusterRestarting',
    cause: 'Instances restart or are upgraded: service is reduced.',
    evidence: PHASE,
  },
  {
    code: 'CnpgClusterUpgradeDelayed',
    cause: 'An upgrade is held back.',
    evidence: PHASE,
  },
  {
    code: 'CnpgClusterWaitsForUser',
    cause: 'The operator waits for somebody to restart or switch over.',
    evidence: PHASE,
  },
  {
    code: 'CnpgClusterArchitectureMissing',
    cause: 'The operator has no binary for the architecture of an instance.',
    evidence: 'status.phaseReason',
  },
  {
    code: 'CnpgClusterNotReconciled',
    cause: 'The operator cannot work on the cluster at all.',
    evidence: 'status.phaseReason',
  },
  {
    code: 'CnpgClusterUnrecoverable',
    cause: 'Setting up an instance failed, and the operator has given up.',
    evidence: 'status.phaseReason',
  },
  {
    code: 'CnpgClusterDiskFull',
    cause: 'A volume of the database is full.',
    evidence: PHASE,
  },
  {
    code: 'CnpgClusterInstancesUnreachable',
    cause: 'The operator cannot ask the instances how they are.',
    evidence: PHASE,
  },
  {
    code: 'CnpgClusterPhaseUnknown',
    cause: 'The phase has a value that is not known.',
    evidence: PHASE,
    remedy: false,
  },
  {
    code: 'CnpgClusterNoInstanceReady',
    cause: 'No instance is ready, although the phase is well.',
    evidence: 'status.readyInstances',
  },
  {
    code: 'CnpgClusterInstancesMissing',
    cause: 'Fewer instances are ready than wanted.',
    evidence: 'status.readyInstances',
  },
  {
    code: 'CnpgClusterNoPrimary',
    cause: 'There is no primary: nothing can be written.',
    evidence: 'status.currentPrimary',
  },
  {
    code: 'CnpgClusterTwoPrimaries',
    cause: 'More than one instance takes itself for the primary.',
    evidence: 'status.instancesReportedState',
  },
  {
    code: 'CnpgClusterArchivingFails',
    cause: 'WAL cannot be archived.',
    evidence: 'status.conditions[type=ContinuousArchiving].message',
  },
  {
    code: 'CnpgClusterLastBackupFailed',
    cause: 'The last backup failed.',
    evidence: 'status.conditions[type=LastBackupSucceeded].message',
  },
  {
    code: 'CnpgClusterBackupStale',
    cause: 'The last backup is older than its schedule promises.',
    evidence: 'status.stoppedAt of the newest Backup',
  },
  {
    code: 'CnpgClusterSystemIdDiffers',
    cause: 'Instances hold data of different databases.',
    evidence: 'status.conditions[type=ConsistentSystemID]',
  },
  {
    code: 'CnpgClusterFenced',
    cause: 'Instances are fenced: PostgreSQL is held back on them.',
    evidence: 'metadata.annotations[cnpg.io/fencedInstances]',
  },
  {
    code: 'CnpgClusterVolumesUnusable',
    cause: 'Claims of the cluster cannot be used or belong to no instance.',
    evidence: 'status.unusablePVC',
  },
  {
    code: 'CnpgClusterCertificateExpiring',
    cause: 'A certificate is about to expire.',
    evidence: 'status.certificates.expirations',
  },
  {
    code: 'CnpgClusterCertificateExpired',
    cause: 'A certificate has expired.',
    evidence: 'status.certificates.expirations',
  },
  {
    code: 'CnpgClusterRolesNotReconciled',
    cause: 'Roles cannot be set up as wanted.',
    evidence: 'status.managedRolesStatus.cannotReconcile',
  },
];
