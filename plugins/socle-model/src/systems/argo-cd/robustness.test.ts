import fc from 'fast-check';
import { argoCd } from '.';
import { SystemRegistry } from '../../definition/registry';
import { ResourceStore } from '../../graph/store';
import { RawObject } from '../../reading/raw';

const registry = new SystemRegistry([argoCd]);
const NOW = Date.UTC(2026, 8, 15, 12);
const KINDS = ['Application', 'ApplicationSet', 'AppProject'];

function judged(raw: RawObject) {
  const store = new ResourceStore(registry);
  const resource = store.apply(raw)!;
  store.settle(NOW);
  expect(resource.verdict.message).not.toMatch(/undefined|NaN|\[object/);
  expect(resource.meta.unreadable).toBeUndefined();
  expect(resource.verdict.reason).not.toBe('RuleFailed');
  store.linksOf(resource);
  return resource;
}

function object(kind: string, parts: object): RawObject {
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind,
    metadata: { name: 'any', namespace: 'argocd', uid: 'u-1' },
    ...parts,
  };
}

/** Anything, under the keys that the rules read. */
const wild = fc.anything({
  maxDepth: 4,
  key: fc.constantFrom(
    'health',
    'status',
    'sync',
    'operationState',
    'phase',
    'conditions',
    'type',
    'resources',
    'resourcesCount',
    'kind',
    'name',
    'group',
    'syncWindows',
    'schedule',
    'template',
    'spec',
    'sources',
    'destination',
    'lastTransitionTime',
  ),
  values: [
    fc.constantFrom('Deployment', 'OutOfSync', 'Error', '', 'a:b'),
    fc.integer(),
    fc.constant(null),
    fc.boolean(),
  ],
});

it.each(KINDS)('judges any %s without throwing', kind => {
  fc.assert(
    fc.property(wild, wild, wild, (spec, status, annotations) => {
      const { verdict } = judged(
        object(kind, {
          spec,
          status,
          metadata: { name: 'any', annotations, ownerReferences: annotations },
        }),
      );
      expect(verdict.message).not.toBe('');
    }),
    { numRuns: 50 },
  );
});

it.each(KINDS)(
  'never calls %s healthy where the status is missing or of another type',
  kind => {
    fc.assert(
      fc.property(
        wild,
        fc.oneof(
          fc.string(),
          fc.integer(),
          fc.constant(null),
          fc.constant({}),
          fc.constant([]),
          fc.record({
            conditions: fc.string(),
            health: fc.string(),
            sync: fc.boolean(),
          }),
        ),
        (spec, status) => {
          expect(
            judged(object(kind, { spec, status })).verdict.status,
          ).not.toBe('healthy');
        },
      ),
      { numRuns: 50 },
    );
  },
);

const word = fc.constantFrom(
  'Synced',
  'OutOfSync',
  'Unknown',
  'Healthy',
  'Suspended',
  'Progressing',
  'Missing',
  'Degraded',
  'Blooming',
  undefined,
);
const phase = fc.constantFrom(
  'Running',
  'Terminating',
  'Failed',
  'Error',
  'Succeeded',
  'Resting',
  undefined,
);
const types = fc.subarray([
  'SyncError',
  'ComparisonError',
  'InvalidSpecError',
  'NovelError',
  'SharedResourceWarning',
]);

it('calls an Application healthy only where every word says so', () => {
  fc.assert(
    fc.property(
      word,
      word,
      phase,
      types,
      fc.boolean(),
      (sync, health, operation, conditions, requested) => {
        const { verdict } = judged(
          object('Application', {
            ...(requested ? { operation: {} } : {}),
            status: {
              sync: { status: sync },
              health: { status: health },
              operationState: { phase: operation },
              conditions: conditions.map(type => ({ type, message: 'said' })),
            },
          }),
        );
        const well =
          sync === 'Synced' &&
          health === 'Healthy' &&
          (operation === undefined || operation === 'Succeeded') &&
          !conditions.some(type => type.endsWith('Error')) &&
          !requested;
        expect(verdict.status === 'healthy').toBe(well);
        expect(well || (verdict.evidence?.length ?? 0) > 0).toBe(true);
      },
    ),
    { numRuns: 200 },
  );
});

it('calls an ApplicationSet healthy only where it says that all is up to date', () => {
  const status = fc.constantFrom(
    'True',
    'False',
    'Unknown',
    'Mostly',
    undefined,
  );
  const denied = (one?: string) => one === 'False' || one === 'Unknown';
  fc.assert(
    fc.property(status, status, status, (error, upToDate, rollout) => {
      const { verdict } = judged(
        object('ApplicationSet', {
          status: {
            conditions: [
              { type: 'ErrorOccurred', status: error },
              { type: 'ResourcesUpToDate', status: upToDate },
              { type: 'RolloutProgressing', status: rollout },
            ],
          },
        }),
      );
      expect(verdict.status === 'healthy').toBe(
        denied(error) && upToDate === 'True' && denied(rollout),
      );
    }),
    { numRuns: 50 },
  );
});
