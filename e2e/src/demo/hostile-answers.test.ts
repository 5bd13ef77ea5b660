import { demoClusters } from '@socle/simulator';
import {
  formatTime,
  isObject,
  parseTime,
  ProbeTarget,
  RawObject,
  readAnswer,
  RecordedAnswer,
  ResourceStore,
  SystemRegistry,
  systems,
  Verdict,
} from '@socle/backstage-plugin-socle-model';

const registry = new SystemRegistry(systems);
const TARGET: ProbeTarget = {
  name: 'recorded',
  namespace: 'recorded',
  endpoints: ['recorded.example.org:443'],
};
const now = Date.UTC(2026, 9, 2, 8);
const ANSWERS_OF_A_REQUEST = 4;
const PATHS_OF_AN_ANSWER = 40;

/** What the systems beside the demo clusters answer. */
const recorded: RecordedAnswer[] = demoClusters(undefined, now).flatMap(
  ({ systems: beside = {} }) => Object.values(beside).flat(),
);

/** By the request that they answer, some of each. */
const answersOf = new Map<string, RecordedAnswer[]>();
for (const answer of recorded) {
  const read = readAnswer(registry, answer, TARGET);
  if (read?.state === 'read') {
    const id = `${read.probe.id} ${read.request.id}`;
    const known = answersOf.get(id) ?? [];
    if (known.length < ANSWERS_OF_A_REQUEST) {
      answersOf.set(id, [...known, answer]);
    }
  }
}

/** How everything that an answer tells is judged; nothing where it tells nothing. */
function verdictsOf(answer: RecordedAnswer): Verdict[] {
  const read = readAnswer(registry, answer, TARGET);
  if (read?.state !== 'read') return [];
  const store = new ResourceStore(registry);
  read.objects.forEach(raw => store.apply(raw));
  store.settle(now);
  return [...store.all()].map(({ verdict }) => verdict);
}

function wrongIn(answer: RecordedAnswer, what: string): string[] {
  return verdictsOf(answer)
    .filter(
      ({ reason, message }) =>
        reason === 'RuleFailed' ||
        message === '' ||
        /\bundefined\b|\bNaN\b|\[object/.test(message),
    )
    .map(({ reason, message }) => `${what}: ${reason}: ${message}`);
}

function spread<T>(all: readonly T[], most: number): T[] {
  const step = Math.max(1, all.length / most);
  return Array.from(
    { length: Math.min(all.length, most) },
    (_, at) => all[Math.floor(at * step)],
  );
}

function mapTexts(value: unknown, change: (text: string) => unknown): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map(one => mapTexts(one, change));
  return isObject(value)
    ? Object.fromEntries(
        Object.entries(value).map(([key, one]) => [key, mapTexts(one, change)]),
      )
    : value;
}

const POLLUTING = JSON.parse(
  '{"__proto__":{"polluted":"yes"},"constructor":{"prototype":{"polluted":"yes"}},"toString":"x","hasOwnProperty":7}',
) as RawObject;

let deep: unknown = 'end';
for (let level = 0; level < 500; level += 1) {
  deep = level % 2 ? [deep] : { data: deep };
}

const WRONG: ReadonlyArray<[string, unknown]> = [
  ['null', null],
  ['a text', 'NotThoughtOfYet'],
  ['a number beyond 2^53', 2 ** 60],
  ['a negative number', -1],
  ['an empty object', {}],
  ['a list', [null, 7, 'x', {}]],
  ['true', true],
  ['what pollutes', POLLUTING],
  ['deep nesting', deep],
];

const OBJECT_FORM = 'seconds and nanos';
const LARGE = 'x'.repeat(1_000_000);
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

/** Every path into a body, its inner nodes too. */
function pathsOf(value: unknown, at: string[] = []): string[][] {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => [
        [...at, key],
        ...pathsOf(inner, [...at, key]),
      ])
    : [];
}

function replaced(value: unknown, path: string[], by: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return by;
  if (Array.isArray(value)) {
    return value.map((item, index) =>
      String(index) === key ? replaced(item, rest, by) : item,
    );
  }
  const object = value as RawObject;
  return { ...object, [key]: replaced(object[key], rest, by) };
}

const said = (answer: RecordedAnswer) =>
  verdictsOf(answer)
    .map(({ status, reason }) => `${status} ${reason}`)
    .join();

it('knows what the demo answers', () => {
  expect(answersOf.size).toBeGreaterThan(50);
});

describe.each([...answersOf])('%s', (_, answers) => {
  it('survives any part of its answer being of another type', () => {
    const wrong = answers.flatMap(answer =>
      spread(pathsOf(answer.body), PATHS_OF_AN_ANSWER).flatMap(path =>
        WRONG.flatMap(([name, value]) =>
          wrongIn(
            { ...answer, body: replaced(answer.body, path, value) },
            `${answer.request} with ${name} at ${path.join('.')}`,
          ),
        ),
      ),
    );
    expect(wrong).toEqual([]);
    expect(({} as RawObject).polluted).toBeUndefined();
  });

  it('survives the words of a version to come', () => {
    const wrong = answers.flatMap(answer => {
      const body = mapTexts(answer.body, () => 'NotThoughtOfYet');
      return wrongIn({ ...answer, body }, `${answer.request} with new words`);
    });
    expect(wrong).toEqual([]);
  });

  it('says the same, whatever else the answer holds', () => {
    const wrong = answers
      .filter(({ body }) => isObject(body))
      .map(answer => {
        const more = { madeUp: deep, more: POLLUTING, large: LARGE };
        const body = { ...more, ...(answer.body as RawObject) };
        return [answer.request, said(answer), said({ ...answer, body })];
      })
      .filter(([, was, is]) => was !== is);
    expect(wrong).toEqual([]);
  });

  it.each(TIME_FORMS)('reads times with %s', (name, write) => {
    const wrong = answers.flatMap(answer => {
      const body = mapTexts(answer.body, text => {
        const at = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(text)
          ? parseTime(text)
          : undefined;
        return at === undefined ? text : write(at);
      });
      const other = { ...answer, body };
      const [was, is] = [said(answer), said(other)];
      // No field of theirs that holds a text holds an object: it is enough not to be taken in by one.
      return name === OBJECT_FORM || was === is
        ? wrongIn(other, `${answer.request} with ${name}`)
        : [`${answer.request}: ${is}, not ${was}`];
    });
    expect(wrong).toEqual([]);
  });
});
