import { ReasonDefinition } from '../../definition/kind';

const READY = 'status.conditions[type=Ready]';

export const EXTERNAL_SECRET_REASONS: readonly ReasonDefinition[] = [
  {
    code: 'ExternalSecretSynced',
    cause: 'The Secret holds what the provider has.',
    evidence: `${READY}.reason`,
    remedy: false,
  },
  {
    code: 'ExternalSecretPending',
    cause: 'The operator has not come to it yet.',
    evidence: READY,
    remedy: false,
  },
  {
    code: 'ExternalSecretSecretDeleted',
    cause: 'The provider lost the entry and the Secret was deleted with it.',
    evidence: `${READY}.reason`,
  },
  {
    code: 'ExternalSecretMergeTargetMissing',
    cause: 'It merges into a Secret that does not exist.',
    evidence: `${READY}.reason`,
  },
  {
    code: 'ExternalSecretRetained',
    cause: 'The provider lost the entry and the Secret keeps its old content.',
    evidence: `${READY}.message`,
  },
  {
    code: 'ExternalSecretTargetMissing',
    cause: 'Someone or something deleted the Secret after it was written.',
    evidence: 'spec.target.name',
  },
  {
    code: 'ExternalSecretStoreUnusable',
    cause: 'Its store has failed, so that nothing is refreshed.',
    evidence: 'status.conditions[type=Ready].status of the store',
  },
  {
    code: 'ExternalSecretStoreMissing',
    cause: 'It names a store that does not exist.',
    evidence: 'spec.secretStoreRef',
  },
  {
    code: 'ExternalSecretGeneratorMissing',
    cause: 'It names a generator that does not exist.',
    evidence: 'spec.dataFrom.sourceRef.generatorRef',
  },
  {
    code: 'ExternalSecretRemoteGone',
    cause: 'Vault has no readable version of what it reads any more.',
    evidence: 'spec.data.remoteRef.key',
  },
  {
    code: 'ExternalSecretStale',
    cause: 'Nothing has refreshed it for several intervals.',
    evidence: 'status.refreshTime',
  },
  {
    code: 'ExternalSecretFreshnessUnknown',
    cause: 'Its refresh time, interval or policy cannot be read.',
    evidence: 'status.refreshTime',
  },
  {
    code: 'ExternalSecretStateUnknown',
    cause: 'Its Ready condition says something that no rule knows.',
    evidence: `${READY}.reason`,
  },
  {
    code: 'ExternalSecretNeverSynced',
    cause: 'It has never been synced.',
    evidence: `${READY}.message`,
  },
  {
    code: 'ExternalSecretSyncFailing',
    cause: 'It was synced before and now fails; the old value is served.',
    evidence: 'status.refreshTime',
  },
  {
    code: 'ExternalSecretTargetOwned',
    cause: 'The Secret belongs to somebody else.',
    evidence: `${READY}.message`,
  },
  {
    code: 'ExternalSecretTargetImmutable',
    cause: 'The Secret is immutable and cannot be updated.',
    evidence: `${READY}.message`,
  },
];
