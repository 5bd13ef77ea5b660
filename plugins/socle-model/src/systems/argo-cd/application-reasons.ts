import { ReasonDefinition } from '../../definition/kind';

export const APPLICATION_REASONS: readonly ReasonDefinition[] = [
  {
    code: 'ArgoReconcileSkipped',
    cause:
      'Reconciliation is switched off by annotation; the status is frozen.',
    evidence: 'metadata.annotations',
    remedy: false,
  },
  {
    code: 'ArgoDeletionFailed',
    cause:
      'The Application cannot be deleted: its controller reports an error.',
    evidence: 'status.conditions',
  },
  {
    code: 'ArgoDeletionStuck',
    cause: 'Deletion has been waiting for finalizers for too long.',
    evidence: 'metadata.deletionTimestamp',
  },
  {
    code: 'ArgoBeingDeleted',
    cause: 'The Application is on its way out.',
    evidence: 'metadata.deletionTimestamp',
    remedy: false,
  },
  {
    code: 'ArgoOperationRunning',
    cause: 'A sync is running.',
    evidence: 'status.operationState.phase',
    remedy: false,
  },
  {
    code: 'ArgoOperationHangs',
    cause:
      'A sync has been running for more than an hour, mostly behind a hook.',
    evidence: 'status.operationState.startedAt',
  },
  {
    code: 'ArgoResourcesMissing',
    cause: 'None of the expected objects exists in the cluster.',
    evidence: 'status.health.status',
  },
  {
    code: 'ArgoInvalidSpec',
    cause: 'The Application itself is not valid, or its project forbids it.',
    evidence: 'status.conditions',
  },
  {
    code: 'ArgoComparisonError',
    cause: 'The manifests cannot be rendered or compared.',
    evidence: 'status.conditions',
  },
  {
    code: 'ArgoSyncError',
    cause:
      'The last automated sync failed and is not tried again for the same revision.',
    evidence: 'status.conditions',
  },
  {
    code: 'ArgoConditionError',
    cause: 'The Application carries an error condition of another kind.',
    evidence: 'status.conditions',
  },
  {
    code: 'ArgoOperationFailed',
    cause: 'The last operation failed, although what runs may be well.',
    evidence: 'status.operationState.phase',
  },
  {
    code: 'ArgoHealthDegraded',
    cause: 'An object of the Application is degraded.',
    evidence: 'status.health.status',
  },
  {
    code: 'ArgoHealthProgressing',
    cause: 'Objects of the Application are starting.',
    evidence: 'status.health.status',
    remedy: false,
  },
  {
    code: 'ArgoHealthStalled',
    cause: 'Objects of the Application have been starting for too long.',
    evidence: 'status.health.lastTransitionTime',
  },
  {
    code: 'ArgoSyncRequested',
    cause: 'A sync is asked for and has not started.',
    evidence: 'operation',
    remedy: false,
  },
  {
    code: 'ArgoSyncUnknown',
    cause: 'The cluster cannot be compared with Git.',
    evidence: 'status.sync.status',
  },
  {
    code: 'ArgoOutOfSync',
    cause: 'The cluster differs from Git.',
    evidence: 'status.resources',
  },
  {
    code: 'ArgoPruningNeeded',
    cause: 'Objects that are no longer in Git are left behind.',
    evidence: 'status.resources.requiresPruning',
  },
  {
    code: 'ArgoSyncExpected',
    cause: 'A new revision was just found; automated sync is about to act.',
    evidence: 'status.reconciledAt',
    remedy: false,
  },
  {
    code: 'ArgoHealthSuspended',
    cause: 'An object of the Application is paused on purpose.',
    evidence: 'status.health.status',
    remedy: false,
  },
  {
    code: 'ArgoHealthUnknown',
    cause: 'Argo CD cannot tell how the objects are.',
    evidence: 'status.health.status',
  },
  {
    code: 'ArgoStateUnrecognised',
    cause: 'Argo CD says a word that is not known, or leaves one out.',
    evidence: 'status',
  },
  {
    code: 'ArgoNotCompared',
    cause: 'The Application has not been compared with Git yet.',
    evidence: 'status.sync.status',
    remedy: false,
  },
  {
    code: 'ArgoNeverCompared',
    cause: 'The Application is old and has never been compared with Git.',
    evidence: 'status.sync.status',
  },
  {
    code: 'ArgoChildDegraded',
    cause: 'A child Application is degraded or failed.',
    evidence: 'status.resources',
  },
  {
    code: 'ArgoChildUnknown',
    cause: 'How a child Application is cannot be told.',
    evidence: 'status.resources',
    remedy: false,
  },
  {
    code: 'ArgoChildProgressing',
    cause: 'A child Application is on its way.',
    evidence: 'status.resources',
    remedy: false,
  },
  {
    code: 'ArgoSynced',
    cause: 'The cluster is as Git says, and its objects are well.',
    evidence: 'status.sync.status',
    remedy: false,
  },
];
