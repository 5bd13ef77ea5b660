import fc from 'fast-check';
import { kindId } from '../../definition/kind';
import { SystemRegistry } from '../../definition/registry';
import { ResourceStore } from '../../graph/store';
import { RawObject } from '../../reading/raw';
import { persistentStorage } from '.';

const NOW = Date.parse('2026-09-15T12:00:00Z');
const registry = new SystemRegistry([persistentStorage]);
const kinds = persistentStorage.kinds.map(
  kind => [kindId(kind), kind] as const,
);

/** Names that rules look for, so that hostile values land where they are read. */
const FIELDS = [
  'phase',
  'capacity',
  'storage',
  'conditions',
  'claimRef',
  'csi',
  'driver',
  'drivers',
  'name',
  'uid',
  'volumeHandle',
  'volumeName',
  'storageClassName',
  'resources',
  'requests',
  'readyToUse',
  'error',
  'message',
  'attached',
  'attachError',
  'detachError',
  'nodeName',
  'source',
  'persistentVolumeName',
  'nodeAffinity',
  'required',
  'nodeSelectorTerms',
  'matchExpressions',
  'values',
  'healthStatus',
  'healthConditions',
  'status',
  'type',
  'lastPhaseTransitionTime',
  'creationTime',
  'volumeSnapshotRef',
  'allocatedResourceStatuses',
];
const WORDS = [
  'Bound',
  'Pending',
  'Lost',
  'Released',
  'Available',
  'Failed',
  'Delete',
  'Retain',
  'True',
  'False',
  'Unused',
  'Degraded',
  '__proto__',
  'constructor',
  'driver.longhorn.io',
  'disks.example.io',
  '10Gi',
  '2026-09-15T11:00:00Z',
];
const leaf = fc.oneof(
  fc.constantFrom<unknown>(
    ...WORDS,
    null,
    true,
    false,
    '',
    0,
    -1,
    1e300,
    NaN,
    [],
  ),
  fc.string({ maxLength: 6 }),
);
const hostile = fc.letrec<{ value: unknown }>(tie => ({
  value: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...FIELDS), tie('value'), { maxKeys: 5 }),
  ),
})).value;

function judged(raw: RawObject) {
  const store = new ResourceStore(registry);
  const resource = store.apply(raw);
  for (const [id] of kinds) {
    store.setListed(id, true);
  }
  store.settle(NOW);
  return resource!;
}

describe.each(kinds)('%s', (_, kind) => {
  const base = (rest: RawObject): RawObject => ({
    apiVersion: kind.group
      ? `${kind.group}/${kind.versions[0]}`
      : kind.versions[0],
    kind: kind.kind,
    metadata: {
      name: 'one-0',
      ...(kind.namespaced ? { namespace: 'lab' } : {}),
      uid: '3c1f0d5e-0000-4000-8000-000000000001',
      creationTimestamp: '2026-09-15T11:00:00Z',
    },
    ...rest,
  });

  it('judges whatever it is given, in words', () => {
    fc.assert(
      fc.property(hostile, hostile, hostile, (spec, status, top) => {
        const { verdict } = judged(
          base({
            spec,
            status,
            driver: top,
            provisioner: top,
            parameters: top,
          }),
        );
        expect(verdict.reason).not.toBe('RuleFailed');
        expect(verdict.reason).not.toBe('Unreadable');
        expect(verdict.message).not.toMatch(/undefined|NaN|\[object/);
        expect(verdict.message).not.toBe('');
        const proven =
          verdict.status === 'healthy' ||
          verdict.reason === 'NoState' ||
          (verdict.evidence ?? []).length > 0;
        expect(proven).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  // Classes and CSINodes have no status to be missing.
  if (
    !kind.stateless &&
    !['StorageClass', 'VolumeSnapshotClass', 'CSINode'].includes(kind.kind)
  ) {
    it('is never healthy without a status, or with one of another type', () => {
      const broken = fc.constantFrom<unknown>(
        undefined,
        null,
        '',
        'Bound',
        true,
        7,
        [],
        {},
        [{ phase: 'Bound' }],
        { phase: ['Bound'] },
        { phase: { Bound: true } },
        { phase: true },
        { phase: 'bound' },
        { attached: 'true' },
        { attached: 1 },
        { readyToUse: 'true' },
        { readyToUse: 1 },
        { readyToUse: {} },
      );
      fc.assert(
        fc.property(hostile, broken, (spec, status) => {
          expect(judged(base({ spec, status })).verdict.status).not.toBe(
            'healthy',
          );
        }),
        { numRuns: 60 },
      );
    });
  }

  it('survives hostile metadata', () => {
    fc.assert(
      fc.property(
        hostile,
        hostile,
        hostile,
        (annotations, ownerReferences, deletionTimestamp) => {
          const raw = base({ spec: {}, status: { phase: 'Bound' } });
          Object.assign(raw.metadata as object, {
            annotations,
            ownerReferences,
            deletionTimestamp,
            finalizers: annotations,
          });
          const { verdict } = judged(raw);
          expect(verdict.reason).not.toBe('RuleFailed');
          expect(verdict.message).not.toMatch(/undefined|NaN|\[object/);
        },
      ),
      { numRuns: 50 },
    );
  });
});
