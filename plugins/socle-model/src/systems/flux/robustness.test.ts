import fc from 'fast-check';
import { SystemRegistry } from '../../definition/registry';
import { ResourceStore } from '../../graph/store';
import { flux } from '.';

const registry = new SystemRegistry([flux]);
const NOW = Date.UTC(2026, 8, 15, 12);

const wild = fc.anything({
  maxDepth: 4,
  key: fc.constantFrom(
    'conditions',
    'type',
    'status',
    'message',
    'lastTransitionTime',
    'artifact',
    'revision',
    'history',
    'sourceRef',
    'chart',
    'spec',
    'name',
    'kind',
    'interval',
    'suspend',
    'url',
    'dependsOn',
    'valuesFrom',
    'lastScanResult',
    'scanTime',
  ),
  values: [
    fc.constantFrom('Ready', 'Unknown', '10m', 'x', ''),
    fc.integer(),
    fc.constant(null),
  ],
});

describe.each(flux.kinds.map(kind => [kind.kind, kind] as const))(
  '%s',
  (name, { group, versions }) => {
    const judged = (spec: unknown, status: unknown) => {
      const store = new ResourceStore(registry);
      const resource = store.apply({
        apiVersion: `${group}/${versions[0]}`,
        kind: name,
        metadata: { name: 'a', namespace: 'b', uid: 'c' },
        spec,
        status,
      })!;
      store.settle(NOW);
      expect(resource.meta.unreadable).toBeUndefined();
      expect(resource.verdict.reason).not.toBe('RuleFailed');
      expect(resource.verdict.message).not.toMatch(/undefined|NaN|\[object/);
      store.linksOf(resource);
      return resource.verdict;
    };

    it('judges anything without throwing, and healthy only what says so', () => {
      fc.assert(
        fc.property(wild, wild, (spec, status) => {
          expect(judged(spec, status).status).not.toBe('healthy');
        }),
        { numRuns: 100 },
      );
    });

    it('is healthy only where no condition is against it', () => {
      const word = fc.constantFrom('True', 'False', 'Unknown', 'Perhaps');
      fc.assert(
        fc.property(word, word, word, (Ready, Reconciling, Stalled) => {
          const conditions = Object.entries({ Ready, Reconciling, Stalled });
          const { status } = judged(
            {},
            {
              conditions: conditions.map(([type, said]) => ({
                type,
                status: said,
              })),
            },
          );
          const well =
            Ready === 'True' && Reconciling !== 'True' && Stalled !== 'True';
          // Alert and Provider have no state.
          expect(status === 'healthy').toBe(
            well && !['Alert', 'Provider'].includes(name),
          );
        }),
        { numRuns: 60 },
      );
    });
  },
);
