import fc from 'fast-check';
import { kindId } from '../../definition/kind';
import { SystemRegistry } from '../../definition/registry';
import { SystemDefinition } from '../../definition/system';
import { ResourceStore } from '../../graph/store';
import { RawObject } from '../../reading/raw';

/** Where hostile values go, so that they land where the rules read. */
export interface HostileCases {
  /** Field names that `project` reads, at any depth. */
  fields: readonly string[];
  /** Values that the rules know. */
  words: readonly string[];
  /** Kinds that may be well without a status. */
  statusless?: readonly string[];
  now: string;
}

const ODD: unknown[] = [null, true, false, '', 0, -1, 1e300, NaN, [], {}];

/**
 * The tests that hold for every system: whatever stands in its objects is judged, in words and with evidence, and
 * nothing is healthy that has no status.
 */
export function survivesHostileObjects(
  system: SystemDefinition,
  { fields, words, statusless = [], now }: HostileCases,
): void {
  const registry = new SystemRegistry([system]);
  const leaf = fc.oneof(
    fc.constantFrom<unknown>(...words, ...ODD, '__proto__', 'constructor'),
    fc.string({ maxLength: 6 }),
  );
  const hostile = fc.letrec<{ value: unknown }>(tie => ({
    value: fc.oneof(
      { maxDepth: 4 },
      leaf,
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom(...fields), tie('value'), { maxKeys: 6 }),
    ),
  })).value;
  const parts = fc.dictionary(
    fc.constantFrom('spec', 'status', ...fields),
    hostile,
    { maxKeys: 6 },
  );

  const judged = (raw: RawObject) => {
    const store = new ResourceStore(registry);
    const resource = store.apply(raw);
    for (const kind of system.kinds) {
      store.setListed(kindId(kind), true);
    }
    store.settle(Date.parse(now));
    return resource!.verdict;
  };

  describe.each(system.kinds.map(kind => [kindId(kind), kind] as const))(
    '%s',
    (_, kind) => {
      const base = (rest: RawObject): RawObject => ({
        apiVersion: kind.group
          ? `${kind.group}/${kind.versions[0]}`
          : kind.versions[0],
        kind: kind.kind,
        ...rest,
        metadata: {
          name: 'one-0',
          ...(kind.namespaced ? { namespace: 'lab' } : {}),
          uid: '3c1f0d5e-0000-4000-8000-000000000001',
          creationTimestamp: now,
          ...(rest.metadata as object | undefined),
        },
      });

      it('judges whatever it is given, in words and with evidence', () => {
        fc.assert(
          fc.property(parts, hostile, (rest, annotations) => {
            const { reason, message, status, evidence } = judged(
              base({ ...rest, metadata: { annotations, labels: annotations } }),
            );
            expect(['RuleFailed', 'Unreadable']).not.toContain(reason);
            expect(message).not.toMatch(/undefined|NaN|\[object/);
            expect(message).not.toBe('');
            const proven =
              status === 'healthy' ||
              reason === 'NoState' ||
              (evidence ?? []).length > 0;
            expect(proven).toBe(true);
          }),
          { numRuns: 80 },
        );
      });

      if (!kind.stateless && !statusless.includes(kind.kind)) {
        it('is never healthy without a status, or with one of another type', () => {
          const broken = fc.constantFrom<unknown>(
            undefined,
            null,
            '',
            'Ready',
            true,
            7,
            [],
            {},
            ...words
              .slice(0, 12)
              .flatMap(word => [
                word,
                [{ phase: word, state: word }],
                { phase: [word], state: { [word]: true }, conditions: word },
              ]),
          );
          fc.assert(
            fc.property(hostile, broken, (spec, status) => {
              expect(judged(base({ spec, status })).status).not.toBe('healthy');
            }),
            { numRuns: 60 },
          );
        });
      }
    },
  );
}
