import { ReasonDefinition } from '../../definition/kind';

export const VOLUME_REASONS: readonly ReasonDefinition[] = [
  {
    code: 'LonghornVolumeDeleting',
    cause: 'The volume is being deleted.',
    evidence: 'metadata.deletionTimestamp',
    remedy: false,
  },
  {
    code: 'LonghornVolumeDeletionStuck',
    cause: 'The deletion of the volume does not come to an end.',
    evidence: 'metadata.finalizers',
  },
  {
    code: 'LonghornVolumeFaulted',
    cause: 'No copy of the data is usable.',
    evidence: 'status.robustness',
  },
  {
    code: 'LonghornVolumeRestoreFailed',
    cause: 'The restore from a backup failed.',
    evidence: 'status.conditions[type=Restore]',
  },
  {
    code: 'LonghornVolumeCloneFailed',
    cause: 'The clone from another volume failed.',
    evidence: 'status.cloneStatus.state',
  },
  {
    code: 'LonghornVolumeUnschedulable',
    cause: 'Copies have no place, so the volume cannot be attached.',
    evidence: 'status.conditions[type=Scheduled]',
  },
  {
    code: 'LonghornVolumeRestoring',
    cause: 'A restore from a backup runs.',
    evidence: 'status.restoreRequired',
    remedy: false,
  },
  {
    code: 'LonghornVolumeCloning',
    cause: 'A clone from another volume runs.',
    evidence: 'status.cloneStatus.state',
    remedy: false,
  },
  {
    code: 'LonghornVolumeBackingImageUnusable',
    cause: 'The backing image is missing or too large.',
    evidence: 'status.conditions[type=WaitForBackingImage]',
  },
  {
    code: 'LonghornVolumeWaitsForBackingImage',
    cause: 'The backing image is still being brought to the disks.',
    evidence: 'status.conditions[type=WaitForBackingImage]',
    remedy: false,
  },
  {
    code: 'LonghornVolumeNoIntactCopy',
    cause: 'Detached, and every copy has failed.',
    evidence: 'spec.failedAt',
  },
  {
    code: 'LonghornVolumeCopiesLost',
    cause: 'Detached with fewer intact copies than wanted.',
    evidence: 'spec.failedAt',
  },
  {
    code: 'LonghornVolumeNew',
    cause: 'New, never attached.',
    evidence: 'status.state',
    remedy: false,
  },
  {
    code: 'LonghornVolumeDetached',
    cause: 'Nothing uses the volume now.',
    evidence: 'status.state',
    remedy: false,
  },
  {
    code: 'LonghornVolumeCopiesNotKnown',
    cause: 'Detached, and its replicas were not read.',
    evidence: 'status.state',
    remedy: false,
  },
  {
    code: 'LonghornVolumeNodeSilent',
    cause: 'The node where the volume is attached does not answer.',
    evidence: 'status.robustness',
  },
  {
    code: 'LonghornVolumeReadOnly',
    cause: 'The file system on the volume became read-only.',
    evidence: 'status.conditions[type=FilesystemReadOnly]',
  },
  {
    code: 'LonghornVolumeShareFailed',
    cause: 'The NFS share of a read-write-many volume is in error.',
    evidence: 'status.shareState',
  },
  {
    code: 'LonghornVolumeDegraded',
    cause: 'Fewer copies in sync than wanted.',
    evidence: 'status.robustness',
  },
  {
    code: 'LonghornVolumeExpansionFailed',
    cause: 'The volume could not be grown.',
    evidence: 'status.lastExpansionError',
  },
  {
    code: 'LonghornVolumeExpanding',
    cause: 'The volume is being grown.',
    evidence: 'status.expansionRequired',
    remedy: false,
  },
  {
    code: 'LonghornVolumeCopiesMissing',
    cause: 'Reported healthy while the engine has fewer copies in sync.',
    evidence: 'status.replicaModeMap',
  },
  {
    code: 'LonghornVolumeSingleCopy',
    cause: 'The only copy wanted is in sync.',
    evidence: 'spec.numberOfReplicas',
    remedy: false,
  },
  {
    code: 'LonghornVolumeOneNode',
    cause: 'All copies are on the same node.',
    evidence: 'spec.nodeID',
  },
  {
    code: 'LonghornVolumeTooManySnapshots',
    cause: 'The volume has more snapshots than is good.',
    evidence: 'status.conditions[type=TooManySnapshots]',
  },
  {
    code: 'LonghornVolumeInSync',
    cause: 'All wanted copies are in sync.',
    evidence: 'status.robustness',
    remedy: false,
  },
  {
    code: 'LonghornVolumeChanging',
    cause: 'Being created, attached or detached.',
    evidence: 'status.state',
    remedy: false,
  },
  {
    code: 'LonghornVolumeAttachStuck',
    cause: 'Longhorn says why the volume cannot be attached.',
    evidence: 'status.attachmentTicketStatuses',
  },
  {
    code: 'LonghornVolumeStateUnknown',
    cause: 'State or robustness has a value that is not known.',
    evidence: 'status.state',
    remedy: false,
  },
];
