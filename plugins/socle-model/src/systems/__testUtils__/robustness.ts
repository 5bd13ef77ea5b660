import fc from 'fast-check';
import { kindId } from '../../definition/kind';
import { SystemRegistry } from '../../definition/registry';
import { SystemDefinition } from '../../definition/system';
import { ResourceStore } from '../../graph/store';
import { RawObject } from '../../reading/raw';

const NOW = Date.UTC(2026, 8, 15, 12);
const LIVE = {
  name: 'a',
  namespace: 'b',
  uid: 'c',
  creationTimestamp: '2026-09-15T11:59:00Z',
};
const mistyped = fc.oneof(
  fc.string(),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.array(fc.anything(), { maxLength: 3 }),
);

/** Properties that hold for each kind of a system that has a status: nothing is healthy that does not say so. */
export function robustnessOf(
  system: SystemDefinition,
  /** Condition types whose `True` means well. */
  well: readonly string[] = ['Ready'],
): Array<
  [kind: string, properties: { outOfNothing(): void; mistyped(): void }]
> {
  const registry = new SystemRegistry([system]);
  const judge = (raw: RawObject) => {
    const store = new ResourceStore(registry);
    const resource = store.apply(raw)!;
    store.settle(NOW);
    expect(resource.verdict.message).not.toMatch(/undefined|NaN|\[object/);
    expect(resource.verdict.reason).not.toBe('RuleFailed');
    return resource.verdict;
  };
  const statuses = fc.oneof(
    mistyped,
    fc.record({ conditions: mistyped, phase: fc.integer() }),
    fc.record({
      conditions: fc.array(
        fc.record({ type: fc.constantFrom(...well), status: mistyped }),
      ),
    }),
  );
  return system.kinds
    .filter(({ stateless }) => !stateless)
    .map(definition => {
      const { group, kind, versions } = definition;
      const apiVersion = group ? `${group}/${versions[0]}` : versions[0];
      const outOfNothing = () =>
        fc.assert(
          fc.property(fc.anything(), fc.anything(), (spec, metadata) => {
            const verdict = judge({ apiVersion, kind, spec, metadata });
            expect(verdict.status).not.toBe('healthy');
          }),
          { numRuns: 50 },
        );
      const ofWrongType = () =>
        fc.assert(
          fc.property(statuses, status => {
            // The word itself, as text, is the right type and means what it says.
            fc.pre(!JSON.stringify(status)?.includes('"True"'));
            const raw = { apiVersion, kind, metadata: LIVE, spec: {}, status };
            expect(judge(raw).status).not.toBe('healthy');
          }),
          { numRuns: 50 },
        );
      return [kindId(definition), { outOfNothing, mistyped: ofWrongType }];
    });
}
