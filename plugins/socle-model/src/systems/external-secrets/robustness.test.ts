import fc from 'fast-check';
import { SystemRegistry } from '../../definition/registry';
import { ResourceStore } from '../../graph/store';
import { externalSecrets } from '.';

const registry = new SystemRegistry([externalSecrets]);
const now = Date.UTC(2026, 8, 15, 12);
// Generators have no state that could be judged.
const kinds = externalSecrets.kinds
  .filter(kind => !kind.stateless)
  .map(kind => [kind.kind, kind.versions[0]] as const);

function judge(raw: Record<string, unknown>) {
  const store = new ResourceStore(registry);
  const resource = store.apply(raw)!;
  store.settle(now);
  expect(resource.verdict.message).not.toMatch(/undefined|NaN|\[object/);
  expect(resource.verdict.reason).not.toBe('RuleFailed');
  return resource.verdict;
}

const live = {
  name: 'a',
  namespace: 'b',
  uid: 'c',
  creationTimestamp: '2026-09-15T11:59:00Z',
};

describe.each(kinds)('%s', (kind, version) => {
  const apiVersion = `external-secrets.io/${version}`;

  it('never throws and is never healthy without a status, whatever the rest', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (spec, metadata) => {
        const verdict = judge({ apiVersion, kind, spec, metadata });
        expect(verdict.status).not.toBe('healthy');
      }),
      { numRuns: 50 },
    );
  });

  it('is never healthy where the status is of a wrong type', () => {
    const mistyped = fc.oneof(
      fc.string(),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.array(fc.anything(), { maxLength: 3 }),
    );
    const statuses = fc.oneof(
      mistyped,
      fc.record({ conditions: mistyped, refreshTime: fc.anything() }),
      fc.record({
        conditions: fc.array(
          fc.record({ type: fc.constant('Ready'), status: mistyped }),
        ),
      }),
    );
    fc.assert(
      fc.property(statuses, status => {
        // The word itself, as text, is the right type and means what it says.
        fc.pre(!JSON.stringify(status)?.includes('"True"'));
        expect(
          judge({ apiVersion, kind, metadata: live, spec: {}, status }).status,
        ).not.toBe('healthy');
      }),
      { numRuns: 50 },
    );
  });
});

// A ClusterExternalSecret gives no reasons.
it.each(kinds.filter(([kind]) => kind !== 'ClusterExternalSecret'))(
  'knows no healthy reason of %s but those of the operator',
  (kind, version) => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Z][a-z]{3,9}Odd$/), reason => {
        const verdict = judge({
          apiVersion: `external-secrets.io/${version}`,
          kind,
          metadata: live,
          spec: {},
          status: { conditions: [{ type: 'Ready', status: 'True', reason }] },
        });
        expect(verdict.status).toBe('unknown');
        expect(verdict.message).toContain(reason);
      }),
      { numRuns: 20 },
    );
  },
);
