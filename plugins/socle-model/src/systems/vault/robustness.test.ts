import fc from 'fast-check';
import { SystemRegistry } from '../../definition/registry';
import { ResourceStore } from '../../graph/store';
import { vault } from '.';

const registry = new SystemRegistry([vault]);
const NOW = Date.UTC(2026, 8, 15, 12);

const wild = fc.anything({
  maxDepth: 3,
  key: fc.constantFrom(
    'sealed',
    'initialized',
    'httpStatus',
    'nodes',
    'raft',
    'healthy',
    'currentVersion',
    'destroyed',
    'deletion',
    'serviceAccounts',
    'namespaces',
    'rules',
    'path',
    'type',
    'endpoints',
    'names',
  ),
  values: [
    fc.constantFrom('true', 'kv', '2026-09-15T00:00:00Z', ''),
    fc.integer(),
    fc.constant(null),
  ],
});

describe.each(vault.kinds.map(kind => kind.kind))('%s', kind => {
  const judged = (spec: unknown, status: unknown) => {
    const store = new ResourceStore(registry);
    const resource = store.apply({
      apiVersion: 'vault.socle.dev/v1',
      kind,
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

  it('judges anything without throwing', () => {
    fc.assert(
      fc.property(wild, wild, (spec, status) => {
        expect(judged(spec, status).message).not.toBe('');
      }),
      { numRuns: 100 },
    );
  });

  // That a mount is there is all that can be said of it; its own rule asks for the type.
  it('is never healthy without a status', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<unknown>(undefined, null, '', 'sealed', 3, [], {}),
        status => {
          expect(judged({ endpoints: [] }, status).status).not.toBe('healthy');
        },
      ),
      { numRuns: 20 },
    );
  });
});
