import { ReasonDefinition } from '../../definition/kind';

/** What a claim can be found to be, in the order of its rules. */
export const CLAIM_REASONS: readonly ReasonDefinition[] = [
  {
    code: 'ClaimDeletionWaitsForPod',
    cause: 'Deletion waits until no pod uses the claim.',
    evidence: 'metadata.deletionTimestamp',
    remedy: false,
  },
  {
    code: 'ClaimDeletionHeldByPod',
    cause: 'A pod has kept a deleted claim in use for too long.',
    evidence: 'metadata.finalizers',
  },
  {
    code: 'ClaimBeingDeleted',
    cause: 'The claim is on its way out.',
    evidence: 'metadata.deletionTimestamp',
    remedy: false,
  },
  {
    code: 'ClaimDeletionStuck',
    cause: 'No pod uses the claim, yet a finalizer keeps it.',
    evidence: 'metadata.finalizers',
  },
  {
    code: 'ClaimLost',
    cause: 'The claim has lost its volume for good.',
    evidence: 'status.phase',
  },
  {
    code: 'ClaimClassMissing',
    cause: 'The storage class that the claim names does not exist.',
    evidence: 'spec.storageClassName',
  },
  {
    code: 'ClaimWithoutClass',
    cause: 'No storage class is set and no free volume matches.',
    evidence: 'spec.storageClassName',
  },
  {
    code: 'ClaimProvisioningFailed',
    cause: 'The provisioner cannot create the volume.',
    evidence: 'Event ProvisioningFailed',
  },
  {
    code: 'ClaimMismatched',
    cause: 'The volume and the claim do not fit each other.',
    evidence: 'Event VolumeMismatch or ClaimMisbound',
  },
  {
    code: 'ClaimWaitsForFirstPod',
    cause:
      'The class makes volumes only for a pod, and no pod names the claim yet.',
    evidence: 'volumeBindingMode of the StorageClass',
    remedy: false,
  },
  {
    code: 'ClaimPodUnschedulable',
    cause: 'The claim waits for a pod that cannot be scheduled.',
    evidence: 'condition PodScheduled of the Pod',
  },
  {
    code: 'ClaimPodPinned',
    cause: 'The pod bypasses the scheduler, so the claim never gets a node.',
    evidence: 'spec.nodeName of the Pod',
  },
  {
    code: 'ClaimProvisionerDown',
    cause: 'The provisioner that must make the volume has no ready pod.',
    evidence: 'status.readyReplicas of the Deployment',
  },
  {
    code: 'ClaimBeingProvisioned',
    cause: 'The volume is being made.',
    evidence: 'status.phase',
    remedy: false,
  },
  {
    code: 'ClaimNotProvisioned',
    cause: 'There is no volume after a long wait, and no error either.',
    evidence: 'status.phase',
  },
  {
    code: 'ClaimVolumeMissing',
    cause: 'The volume that the claim is bound to does not exist.',
    evidence: 'spec.volumeName',
  },
  {
    code: 'ClaimVolumeTaken',
    cause: 'The volume belongs to another claim.',
    evidence: 'spec.claimRef.uid of the PersistentVolume',
  },
  {
    code: 'ClaimDataLost',
    cause: 'The driver says that data are lost or cannot be reached.',
    evidence: 'status.healthStatus.healthConditions',
  },
  {
    code: 'ClaimMountFailed',
    cause: 'A pod cannot attach or mount the claim.',
    evidence: 'Event FailedMount or FailedAttachVolume of the Pod',
  },
  {
    code: 'ClaimNodeConflict',
    cause: 'The data are on another node than the one the pod must run on.',
    evidence: 'spec.nodeAffinity of the PersistentVolume',
  },
  {
    code: 'ClaimVolumeFailed',
    cause: 'What stands behind the claim has failed.',
    evidence: 'health of the PersistentVolume',
  },
  {
    code: 'ClaimDataDegraded',
    cause: 'The driver says that the volume has lost redundancy or speed.',
    evidence: 'status.healthStatus.healthConditions',
  },
  {
    code: 'ClaimGrowthRefused',
    cause: 'The volume cannot grow to the size asked for.',
    evidence: 'status.allocatedResourceStatuses.storage',
  },
  {
    code: 'ClaimChangeRefused',
    cause: 'The volume cannot take the attributes class asked for.',
    evidence: 'status.modifyVolumeStatus.status',
  },
  {
    code: 'ClaimDataElsewhere',
    cause:
      'The pod runs on another node than the one that holds the directory.',
    evidence: 'annotation hostPathProvisionerIdentity of the PersistentVolume',
  },
  {
    code: 'ClaimFull',
    cause: 'The claim is full: writes fail.',
    evidence: 'status of the ClaimUsage',
  },
  {
    code: 'ClaimNearlyFull',
    cause: 'The claim is nearly full.',
    evidence: 'status of the ClaimUsage',
  },
  {
    code: 'ClaimVolumeDegraded',
    cause: 'What stands behind the claim is degraded.',
    evidence: 'health of the PersistentVolume',
  },
  {
    code: 'ClaimVolumeUnknown',
    cause: 'What stands behind the claim cannot be told.',
    evidence: 'health of the PersistentVolume',
  },
  {
    code: 'ClaimGrowing',
    cause: 'The volume is growing.',
    evidence: 'status.capacity.storage',
    remedy: false,
  },
  {
    code: 'ClaimChanging',
    cause: 'The volume takes on another attributes class.',
    evidence: 'status.conditions ModifyingVolume',
    remedy: false,
  },
  {
    code: 'ClaimStateUnclear',
    cause: 'The claim says something that Kubernetes does not define.',
    evidence: 'status.phase',
  },
  {
    code: 'ClaimBound',
    cause: 'The claim has its volume.',
    evidence: 'status.phase',
    remedy: false,
  },
];
