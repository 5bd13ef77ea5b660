import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';
import { KindDefinition, kindId } from '../definition/kind';
import { readAnswer, RecordedAnswer } from '../definition/probe-answers';
import { SystemRegistry } from '../definition/registry';
import { SystemDefinition } from '../definition/system';
import { ResourceStore } from '../graph/store';
import { formatTime, parseTime } from '../reading/times';
import { isObject, RawObject, stringAt } from '../reading/raw';
import { systems } from '.';
import { yamlSchema } from './__testUtils__/fixtures';
import { pathsOf, replaced } from './__testUtils__/hostile';

/** Enough of each kind to meet its rules: first the well ones, which have the furthest to fall. */
const OBJECTS_OF_A_KIND = 3;
const MORE_OBJECTS = 8;
const PATHS_OF_AN_OBJECT = 40;

const registry = new SystemRegistry(systems);
const now = Date.UTC(2026, 9, 2, 8);

/** Judged alone, so that nothing but the object itself can make it well. */
function judged(raw: RawObject) {
  const store = new ResourceStore(registry);
  const resource = store.apply(raw);
  store.settle(now);
  return resource?.verdict;
}

/** What is wrong with how an object is judged; RuleFailed is what an error in a rule is turned into. */
function wrongIn(raw: RawObject, what: string): string[] {
  const verdict = judged(raw);
  if (!verdict) {
    return [];
  }
  const { reason, message } = verdict;
  return reason === 'RuleFailed' ||
    message === '' ||
    /\bundefined\b|\bNaN\b|\[object/.test(message)
    ? [`${what}: ${reason}: ${message}`]
    : [];
}

/** The objects of a system's fixtures, made live, by kind. */
function objectsOf(system: SystemDefinition): Map<KindDefinition, RawObject[]> {
  const folder = join(__dirname, system.id, '__fixtures__');
  const found = new Map<KindDefinition, RawObject[]>();
  const files = existsSync(folder) ? readdirSync(folder).sort() : [];
  files.sort((a, b) => Number(isWell(b)) - Number(isWell(a)));
  for (const file of files) {
    if (!file.endsWith('.yaml') || file === 'expected.yaml') continue;
    const text = readFileSync(join(folder, file), 'utf8');
    for (const document of loadAll(text, undefined, { schema: yamlSchema })) {
      for (const raw of objectsIn(document).filter(isObject)) {
        const kind = registry.of(
          stringAt(raw, 'apiVersion') ?? '',
          stringAt(raw, 'kind') ?? '',
        );
        if (kind?.system === system) {
          const known = found.get(kind.kind) ?? [];
          if (known.length < MORE_OBJECTS) {
            found.set(kind.kind, [...known, live(raw)]);
          }
        }
      }
    }
  }
  // Kinds that are made from one list have the fixtures of one of them.
  for (const kind of system.kinds.filter(one => !found.has(one))) {
    const [sibling, raws] =
      [...found].find(([{ group }]) => group === kind.group) ?? [];
    if (sibling && raws) {
      const apiVersion = `${kind.group}/${kind.versions[0]}`;
      found.set(
        kind,
        raws.map(raw => ({ ...raw, apiVersion, kind: kind.kind })),
      );
    }
  }
  return found;
}

/** A document is an object, a list of them, or a recorded answer of a probe, which tells of some. */
function objectsIn(document: unknown): readonly unknown[] {
  if (isObject(document) && typeof document.request === 'string') {
    const answer = readAnswer(registry, document as unknown as RecordedAnswer, {
      name: 'recorded',
      namespace: 'recorded',
      endpoints: [],
    });
    return answer?.state === 'read' ? answer.objects : [];
  }
  return isObject(document) && Array.isArray(document.items)
    ? document.items
    : [document];
}

function isWell(file: string): boolean {
  return file.startsWith('healthy');
}

function live(raw: RawObject): RawObject {
  const metadata = isObject(raw.metadata) ? raw.metadata : {};
  return {
    ...raw,
    metadata: { uid: '6f1c9a52-0000-4000-8000-0000000000aa', ...metadata },
  };
}

/** The same choice in each run, spread over the whole object. */
function spread<T>(all: readonly T[], most: number): T[] {
  if (all.length <= most) {
    return [...all];
  }
  const step = all.length / most;
  return Array.from({ length: most }, (_, at) => all[Math.floor(at * step)]);
}

function mapStrings(
  value: unknown,
  change: (text: string) => unknown,
): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map(one => mapStrings(one, change));
  return isObject(value)
    ? Object.fromEntries(
        Object.entries(value).map(([key, one]) => [
          key,
          mapStrings(one, change),
        ]),
      )
    : value;
}

/** Texts, numbers and truth values alike. */
function mapLeaves(value: unknown, change: () => unknown): unknown {
  if (Array.isArray(value)) return value.map(one => mapLeaves(one, change));
  return isObject(value)
    ? Object.fromEntries(
        Object.entries(value).map(([key, one]) => [
          key,
          mapLeaves(one, change),
        ]),
      )
    : change();
}

function deep(levels: number): unknown {
  let value: unknown = 'end';
  for (let level = 0; level < levels; level += 1) {
    value = level % 2 ? [value] : { inner: value };
  }
  return value;
}

const NEW_WORD = 'NotThoughtOfYet';
const LARGE = 'x'.repeat(1_000_000);
const DEEP = deep(500);

const NO_STATUS: readonly unknown[] = [
  undefined,
  null,
  '',
  'Ready',
  true,
  7,
  [],
  {},
  [{ phase: 'Ready' }],
  { conditions: 'True', phase: ['Ready'], state: { ready: true } },
];

const WRONG: ReadonlyArray<[string, unknown]> = [
  ['null', null],
  ['a text', 'what is this'],
  ['a number beyond 2^53', 2 ** 60],
  ['an empty object', {}],
  ['a list', [null, 7, 'x', {}]],
  ['true', true],
  ['deep nesting', DEEP],
];

/** As `JSON.parse` makes them: own keys, which an object literal cannot have. */
const POLLUTING = JSON.parse(
  '{"__proto__":{"polluted":"yes"},"constructor":{"prototype":{"polluted":"yes"}},"toString":"x","hasOwnProperty":7}',
) as RawObject;

const OBJECT_FORM = 'seconds and nanos';
const TIME_FORMS: ReadonlyArray<[string, (at: number) => unknown]> = [
  ['nanoseconds', at => formatTime(at).replace(/Z$/, '.000000000Z')],
  ['microseconds', at => formatTime(at).replace(/Z$/, '.000000Z')],
  ['an offset', at => formatTime(at).replace(/Z$/, '+00:00')],
  ['an offset without colon', at => formatTime(at).replace(/Z$/, '+0000')],
  [
    'the form of Go',
    at => formatTime(at).replace('T', ' ').replace(/Z$/, ' +0000 UTC'),
  ],
  [OBJECT_FORM, at => ({ seconds: at / 1000, nanos: 0 })],
];

describe.each(systems.map(system => [system.id, system] as const))(
  '%s',
  (_, system) => {
    const objects = objectsOf(system);

    it('has an object of each of its kinds', () => {
      const without = system.kinds.filter(kind => !objects.has(kind));
      expect(without.map(kindId)).toEqual([]);
    });

    /** Lists what a test finds wrong, object by object, so that one run shows all of it. */
    function wrong(
      test: (raw: RawObject, kind: string, of: KindDefinition) => string[],
      most = OBJECTS_OF_A_KIND,
    ): string[] {
      return [...objects].flatMap(([kind, raws]) =>
        raws.slice(0, most).flatMap(raw => test(raw, kindId(kind), kind)),
      );
    }

    /** The verdict must not change; returned is what of it did. */
    function changed(before: RawObject, after: RawObject, what: string) {
      const [was, is] = [judged(before), judged(after)];
      return was?.status === is?.status && was?.reason === is?.reason
        ? wrongIn(after, what)
        : [`${what}: ${is?.status} ${is?.reason}, not ${was?.reason}`];
    }

    it('is never well once the status is gone or of another type', () => {
      const found = wrong((raw, id, kind) => {
        if (kind.stateless || kind.statusless) return [];
        return NO_STATUS.flatMap(status => {
          const bare = { ...raw, status };
          const what = `${id} with status ${JSON.stringify(status)}`;
          return judged(bare)?.status === 'healthy'
            ? [`${what} is healthy`]
            : wrongIn(bare, what);
        });
      }, MORE_OBJECTS);
      expect(found).toEqual([]);
    });

    it('is never well by a status of which no word is known', () => {
      const found = wrong((raw, id, kind) => {
        if (kind.stateless || kind.statusless) return [];
        const strange = {
          ...raw,
          status: mapLeaves(raw.status, () => NEW_WORD),
        };
        return judged(strange)?.status === 'healthy'
          ? [`${id} ${stringAt(raw, 'metadata', 'name')} is healthy`]
          : wrongIn(strange, `${id} with a status of new words`);
      }, MORE_OBJECTS);
      expect(found).toEqual([]);
    });

    it('survives any of its fields being of another type', () => {
      const found = wrong((raw, id) =>
        spread(pathsOf(raw), PATHS_OF_AN_OBJECT).flatMap(path =>
          WRONG.flatMap(([name, value]) =>
            wrongIn(
              replaced(raw, path, value) as RawObject,
              `${id} with ${name} at ${path.join('.')}`,
            ),
          ),
        ),
      );
      expect(found).toEqual([]);
    });

    it('survives the words of a version to come', () => {
      const found = wrong((raw, id) => [
        ...spread(pathsOf(raw.status), PATHS_OF_AN_OBJECT).flatMap(path =>
          wrongIn(
            replaced(raw, ['status', ...path], NEW_WORD) as RawObject,
            `${id} with a new word at status.${path.join('.')}`,
          ),
        ),
        ...wrongIn(
          { ...raw, status: mapStrings(raw.status, () => NEW_WORD) },
          `${id} with new words all over its status`,
        ),
      ]);
      expect(found).toEqual([]);
    });

    it('judges the same, whatever else an object carries', () => {
      const found = wrong((raw, id) => {
        const metadata = raw.metadata as RawObject;
        const annotations = isObject(metadata.annotations)
          ? metadata.annotations
          : {};
        const grown = {
          ...raw,
          madeUp: POLLUTING,
          metadata: {
            ...metadata,
            madeUp: DEEP,
            annotations: { ...annotations, 'made.up/large': LARGE },
          },
        };
        return changed(raw, grown, `${id} with more than is known`);
      });
      expect(found).toEqual([]);
    });

    it('takes no key for more than a key', () => {
      const found = wrong((raw, id) => {
        const metadata = {
          ...(raw.metadata as RawObject),
          labels: POLLUTING,
          annotations: POLLUTING,
          ownerReferences: [POLLUTING],
        };
        return [
          ...['spec', 'status', 'data'].flatMap(at =>
            wrongIn({ ...raw, [at]: POLLUTING }, `${id} with a polluted ${at}`),
          ),
          ...wrongIn({ ...raw, metadata }, `${id} with polluted metadata`),
        ];
      });
      expect(found).toEqual([]);
      expect(({} as RawObject).polluted).toBeUndefined();
      expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
    });

    it.each(TIME_FORMS)('reads times with %s alike', (name, write) => {
      const found = wrong((raw, id) => {
        const other = mapStrings(raw, text => {
          const at = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(text)
            ? parseTime(text)
            : undefined;
          return at === undefined ? text : write(at);
        }) as RawObject;
        // No field that holds a text holds an object: there it is enough not to be taken in.
        return name === OBJECT_FORM && judged(other)?.status !== 'healthy'
          ? wrongIn(other, `${id} with ${name}`)
          : changed(raw, other, `${id} with ${name}`);
      });
      expect(found).toEqual([]);
    });
  },
);
