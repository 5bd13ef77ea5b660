import { ReasonDefinition } from '../../definition/kind';

/** What a volume can be found to be. */
export const VOLUME_REASONS: readonly ReasonDefinition[] = [
  {
    code: 'PersistentVolumeReclaimFailed',
    cause: 'The volume could not be cleaned after its claim was deleted.',
    evidence: 'status.phase',
  },
  {
    code: 'PersistentVolumeBeingReclaimed',
    cause: 'The volume is being deleted with its claim.',
    evidence: 'status.phase',
    remedy: false,
  },
  {
    code: 'PersistentVolumeReclaimStuck',
    cause: 'The volume should have gone with its claim and has not.',
    evidence: 'status.phase',
  },
  {
    code: 'PersistentVolumeKept',
    cause: 'The claim is gone, the data are kept on purpose.',
    evidence: 'status.phase',
    remedy: false,
  },
  {
    code: 'PersistentVolumeReserved',
    cause: 'The volume waits for the claim it names.',
    evidence: 'spec.claimRef',
    remedy: false,
  },
  {
    code: 'PersistentVolumeAvailable',
    cause: 'The volume is free.',
    evidence: 'status.phase',
    remedy: false,
  },
  {
    code: 'PersistentVolumePending',
    cause: 'The volume is not ready to be bound yet.',
    evidence: 'status.phase',
    remedy: false,
  },
  {
    code: 'PersistentVolumePendingTooLong',
    cause: 'The volume has not become available.',
    evidence: 'status.phase',
  },
  {
    code: 'PersistentVolumeClaimGone',
    cause: 'The volume is bound to a claim that does not exist any more.',
    evidence: 'spec.claimRef.uid',
  },
  {
    code: 'PersistentVolumeNodeDown',
    cause: 'The only node that holds the data is down.',
    evidence: 'spec.nodeAffinity',
  },
  {
    code: 'PersistentVolumeDataLost',
    cause: 'The driver says that data are lost or cannot be reached.',
    evidence:
      'status.healthStatus.healthConditions of the PersistentVolumeClaim',
  },
  {
    code: 'PersistentVolumeBackendMissing',
    cause: 'The driver no longer has the storage volume that the handle names.',
    evidence: 'spec.csi.volumeHandle',
  },
  {
    code: 'PersistentVolumeBackendFailed',
    cause: 'The storage behind the volume has failed.',
    evidence: 'health of the storage volume',
  },
  {
    code: 'PersistentVolumeAttachFailed',
    cause: 'The volume cannot be attached to the node that needs it.',
    evidence: 'status.attachError of the VolumeAttachment',
  },
  {
    code: 'PersistentVolumeDataDegraded',
    cause: 'The driver says that the volume has lost redundancy or speed.',
    evidence:
      'status.healthStatus.healthConditions of the PersistentVolumeClaim',
  },
  {
    code: 'PersistentVolumeBackendDegraded',
    cause: 'The storage behind the volume is degraded.',
    evidence: 'health of the storage volume',
  },
  {
    code: 'PersistentVolumeAttachmentTrouble',
    cause:
      'Attaching or detaching the volume fails or takes too long on one node.',
    evidence: 'health of the VolumeAttachment',
  },
  {
    code: 'PersistentVolumeNodeDiskPressure',
    cause: 'The disk of the node that holds the data is nearly full.',
    evidence: 'condition DiskPressure of the Node',
  },
  {
    code: 'PersistentVolumeBackendUnknown',
    cause: 'The storage behind the volume cannot be told.',
    evidence: 'health of the storage volume',
  },
  {
    code: 'PersistentVolumeBackendProgressing',
    cause: 'The storage behind the volume is on its way.',
    evidence: 'health of the storage volume',
    remedy: false,
  },
  {
    code: 'PersistentVolumePhaseUnknown',
    cause: 'The volume states something that Kubernetes does not define.',
    evidence: 'status.phase',
  },
  {
    code: 'PersistentVolumeBound',
    cause: 'The volume serves its claim.',
    evidence: 'status.phase',
    remedy: false,
  },
  {
    code: 'PersistentVolumeNotTied',
    cause: 'A directory of one node, which pods on any node may be given.',
    evidence: 'spec.nodeAffinity',
  },
];
