import type { ReasonDefinition } from '../../definition/kind';

const WAITING = 'status.containerStatuses[].state.waiting.reason';

export const POD_REASONS: readonly ReasonDefinition[] = [
  {
    code: 'PodReady',
    cause: 'All containers are ready.',
    evidence: 'status.conditions[type=Ready].status',
    remedy: false,
  },
  {
    code: 'PodSucceeded',
    cause: 'All containers have done their work.',
    evidence: 'status.phase',
    remedy: false,
  },
  {
    code: 'PodReplaced',
    cause:
      'The pod failed earlier, and its owner has what it wants without it.',
    evidence: 'status.phase',
    remedy: false,
  },
  {
    code: 'PodStarting',
    cause: 'The pod is on its way.',
    evidence: WAITING,
    remedy: false,
  },
  {
    code: 'PodSchedulingGated',
    cause: 'A controller holds the pod back from scheduling.',
    evidence: 'status.conditions[type=PodScheduled].reason',
    remedy: false,
  },
  {
    code: 'PodNodeSilent',
    cause:
      'The node of the pod is silent: what the pod last said is not known to hold.',
    evidence: 'spec.nodeName',
  },
  {
    code: 'PodNodeGone',
    cause: 'The node of the pod does not exist any more.',
    evidence: 'spec.nodeName',
  },
  {
    code: 'PodStateUnknown',
    cause: 'The pod names no state that is known.',
    evidence: 'status.phase',
    remedy: false,
  },
  {
    code: 'PodFailed',
    cause: 'The pod has ended in failure.',
    evidence: 'status.phase',
  },
  {
    code: 'PodEvicted',
    cause: 'The pod was evicted from its node.',
    evidence: 'status.reason',
  },
  {
    code: 'PodUnschedulable',
    cause: 'No node takes the pod.',
    evidence: 'status.conditions[type=PodScheduled].message',
  },
  {
    code: 'PodCrashLooping',
    cause: 'A container ends again and again.',
    evidence: WAITING,
  },
  {
    code: 'PodOutOfMemory',
    cause: 'A container was killed for using more memory than its limit.',
    evidence: 'status.containerStatuses[].lastState.terminated.reason',
  },
  {
    code: 'PodRestarted',
    cause: 'A container was restarted lately.',
    evidence: 'status.containerStatuses[].lastState.terminated.finishedAt',
  },
  {
    code: 'PodImagePullFailed',
    cause: 'An image cannot be pulled.',
    evidence: WAITING,
  },
  {
    code: 'PodImageAbsent',
    cause: 'An image may not be pulled and is not on the node.',
    evidence: WAITING,
  },
  {
    code: 'PodImageInvalid',
    cause: 'An image reference cannot be read.',
    evidence: WAITING,
  },
  {
    code: 'PodConfigMissing',
    cause: 'A Secret or ConfigMap, or a key of one, is missing.',
    evidence: 'status.containerStatuses[].state.waiting.message',
  },
  {
    code: 'PodContainerCannotStart',
    cause: 'The container runtime cannot start a container.',
    evidence: WAITING,
  },
  {
    code: 'PodHookFailed',
    cause: 'A lifecycle hook of a container failed.',
    evidence: WAITING,
  },
  {
    code: 'PodContainerFailed',
    cause: 'A container has ended with an error.',
    evidence: 'status.containerStatuses[].state.terminated.exitCode',
  },
  {
    code: 'PodContainerLost',
    cause: 'The node lost track of a container.',
    evidence: 'status.containerStatuses[].state.terminated.reason',
  },
  {
    code: 'PodVolumeNotMounted',
    cause: 'A volume cannot be attached or mounted.',
    evidence: 'reason of its newest Event',
  },
  {
    code: 'PodStartStuck',
    cause: 'The containers have not been created for too long.',
    evidence: WAITING,
  },
  {
    code: 'PodNotReady',
    cause: 'A container runs and does not pass its readiness probe.',
    evidence: 'status.conditions[type=Ready].reason',
  },
  {
    code: 'PodReadinessGateClosed',
    cause: 'A condition outside the pod keeps it from being ready.',
    evidence: 'spec.readinessGates',
  },
  {
    code: 'PodVaultSealed',
    cause: 'The Vault or OpenBao in it is sealed or was never initialised.',
    evidence: 'metadata.labels["vault-sealed"]',
  },
];
