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

/** What a kind is put to; each throws where the kind fails. */
export interface HostileKind {
  /** Whatever stands in an object is judged, in words and with evidence. */
  judgesAnything(): void;
  /** Nothing is healthy without a status, or with one of another type. */
  needsItsStatus(): void;
}

const LIVE = {
  name: 'one-0',
  uid: '3c1f0d5e-0000-4000-8000-000000000001',
};

/** The kinds of a system, by their ids, to be put to hostile objects. */
export function hostileKinds(
  system: SystemDefinition,
  cases: HostileCases,
): Array<[id: string, kind: HostileKind]> {
  const registry = new SystemRegistry([system]);
  const { hostile, parts } = arbitraries(cases);

  const judged = (raw: RawObject) => {
    const store = new ResourceStore(registry);
    const resource = store.apply(raw);
    for (const kind of system.kinds) {
      store.setListed(kindId(kind), true);
    }
    store.settle(Date.parse(cases.now));
    return resource!.verdict;
  };

  return system.kinds.map(kind => {
    const base = (rest: RawObject, metadata: RawObject = {}): RawObject => ({
      apiVersion: [kind.group, kind.versions[0]].filter(Boolean).join('/'),
      kind: kind.kind,
      ...rest,
      metadata: {
        ...LIVE,
        ...(kind.namespaced ? { namespace: 'lab' } : {}),
        creationTimestamp: cases.now,
        ...metadata,
      },
    });
    const judgesAnything = () =>
      fc.assert(
        fc.property(parts, hostile, (rest, annotations) => {
          const { reason, message, status, evidence } = judged(
            base(rest, { annotations, labels: annotations }),
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
    const needsItsStatus = () => {
      if (kind.stateless || cases.statusless?.includes(kind.kind)) {
        return;
      }
      fc.assert(
        fc.property(hostile, notAStatus(cases.words), (spec, status) => {
          expect(judged(base({ spec, status })).status).not.toBe('healthy');
        }),
        { numRuns: 60 },
      );
    };
    return [kindId(kind), { judgesAnything, needsItsStatus }];
  });
}

function arbitraries({ fields, words }: HostileCases) {
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
  return { hostile, parts };
}

function notAStatus(words: readonly string[]) {
  return fc.constantFrom<unknown>(
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
}
