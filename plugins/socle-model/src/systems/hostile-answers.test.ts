import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { ProbeRequest, ProbeTarget } from '../definition/probe';
import { readAnswer, RecordedAnswer } from '../definition/probe-answers';
import { SystemRegistry } from '../definition/registry';
import { SystemDefinition } from '../definition/system';
import { ResourceStore } from '../graph/store';
import { Verdict } from '../judging/verdict';
import { systems } from '.';

const TARGET: ProbeTarget = {
  name: 'recorded',
  namespace: 'recorded',
  endpoints: ['recorded.example.org:443'],
};
const now = Date.UTC(2026, 9, 2, 8);
const RUNS = 150;

function verdictsOf(
  system: SystemDefinition,
  answer: RecordedAnswer,
): Verdict[] {
  const registry = new SystemRegistry([system]);
  const read = readAnswer(registry, answer, TARGET);
  if (read?.state !== 'read') return [];
  const store = new ResourceStore(registry);
  read.objects.forEach(raw => store.apply(raw));
  store.settle(now);
  return [...store.all()].map(({ verdict }) => verdict);
}

function wrongIn(verdicts: readonly Verdict[]): string[] {
  return verdicts
    .filter(
      ({ reason, message }) =>
        reason === 'RuleFailed' ||
        message === '' ||
        /\bundefined\b|\bNaN\b|\[object/.test(message),
    )
    .map(({ reason, message }) => `${reason}: ${message}`);
}

/** The names and words that a system's sources hold: what its readers look for, and so where it hurts. */
function wordsOf({ id }: SystemDefinition): string[] {
  const folder = join(__dirname, id);
  const found = readdirSync(folder)
    .filter(file => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .flatMap(file => [
      ...readFileSync(join(folder, file), 'utf8').matchAll(
        /'([A-Za-z_][\w.-]{1,40})'/g,
      ),
    ])
    .map(([, word]) => word);
  return [...new Set(found)].sort();
}

/** As `JSON.parse` makes them: own keys, which an object literal cannot have. */
const POLLUTING: unknown = JSON.parse(
  '{"__proto__":{"polluted":"yes"},"constructor":{"prototype":{"polluted":"yes"}},"toString":"x","hasOwnProperty":7}',
);

function deep(levels: number): unknown {
  let value: unknown = 'end';
  for (let level = 0; level < levels; level += 1) {
    value = level % 2 ? [value] : { data: value };
  }
  return value;
}

const TIMES = [
  '2026-09-15T12:00:00Z',
  '2026-09-15T12:00:00.123456789Z',
  '2026-09-15T12:00:00.123456+02:00',
  '2026-09-15T12:00:00+0200',
  '2026-09-15 12:00:00.5 +0000 UTC',
  { seconds: 1_789_473_600, nanos: 5 },
  1_789_473_600,
  'yesterday',
];

/** What a proxy, another product or an attacker would send in place of an answer. */
const NO_ANSWERS: ReadonlyArray<[string, unknown]> = [
  ['nothing', undefined],
  ['null', null],
  ['a page', '<html><body>Log in</body></html>'],
  ['JSON that was cut off', '{"status":"heal'],
  ['a truth value', true],
  ['a number beyond 2^53', 2 ** 60],
  ['an error', { error: 'unauthorized' }],
  ['errors', { errors: [{ code: 'UNAUTHORIZED', message: 'no' }] }],
  ['a Status', { kind: 'Status', status: 'Failure', code: 403 }],
  ['what pollutes', POLLUTING],
  ['deep nesting', deep(10_000)],
  ['a large text', 'x'.repeat(1_000_000)],
  ['a list of odd things', [null, 7, 'x', {}, []]],
];

/** Their health is a 200 without a body. */
const EMPTY_IS_WELL = new Set(['s3', 'surrealdb', 'pd']);

/** A path as the request would recognise it. */
function pathOf({ path }: ProbeRequest) {
  // What may not follow is not something to make up texts by.
  const source = path.source.replace(/\(\?<?[!=][^()]*\)/g, '');
  return fc.stringMatching(new RegExp(source)).filter(text => path.test(text));
}

function bodies(words: readonly string[]) {
  const leaf = fc.oneof(
    fc.constantFrom<unknown>(...words, ...TIMES, POLLUTING),
    fc.constantFrom<unknown>(null, true, false, '', 0, -1, 2 ** 60, 1e300),
    fc.string({ maxLength: 6 }),
  );
  return fc.letrec<{ value: unknown }>(tie => ({
    value: fc.oneof(
      { maxDepth: 5, withCrossShrink: true },
      leaf,
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom(...words), tie('value'), { maxKeys: 8 }),
    ),
  })).value;
}

const withProbes = systems.filter(({ probes }) => probes?.length);

describe.each(withProbes.map(system => [system.id, system] as const))(
  '%s',
  (_, system) => {
    const anything = bodies(wordsOf(system));
    const requests = system
      .probes!.flatMap(probe => probe.requests)
      .map(request => [request.id, request] as [string, ProbeRequest]);

    it.each(requests)('reads whatever %s is answered', (__, request) => {
      const { method = 'GET' } = request;
      const status = fc.constantFrom(200, 204, ...(request.statuses ?? []));
      const property = fc.property(
        pathOf(request),
        anything,
        status,
        (path, body, httpStatus) => {
          const answer = { request: `${method} ${path}`, httpStatus, body };
          expect(wrongIn(verdictsOf(system, answer))).toEqual([]);
        },
      );
      expect(() => fc.assert(property, { numRuns: RUNS })).not.toThrow();
      expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    });

    it.each(requests)(
      'finds nothing well by what is no answer to %s',
      (__, request) => {
        const { method = 'GET' } = request;
        const [path] = fc.sample(pathOf(request), { numRuns: 1, seed: 7 });
        const wrong = NO_ANSWERS.flatMap(([name, body]) => {
          const verdicts = verdictsOf(system, {
            request: `${method} ${path}`,
            body,
          });
          const empty = body === undefined || body === null;
          const well = verdicts.filter(({ status }) => status === 'healthy');
          return [
            ...wrongIn(verdicts),
            ...(empty && EMPTY_IS_WELL.has(system.id)
              ? []
              : well.map(({ reason }) => `${name} is well: ${reason}`)),
          ];
        });
        expect(wrong).toEqual([]);
      },
    );

    it.each(requests)('takes no refusal for an answer to %s', (__, request) => {
      const { method = 'GET' } = request;
      const [path] = fc.sample(pathOf(request), { numRuns: 1, seed: 7 });
      const told = [301, 400, 401, 403, 404, 429, 500, 502, 503]
        .filter(httpStatus => !request.statuses?.includes(httpStatus))
        .filter(httpStatus =>
          verdictsOf(system, {
            request: `${method} ${path}`,
            httpStatus,
            body: {},
          }).some(({ status }) => status === 'healthy'),
        );
      expect(told).toEqual([]);
    });
  },
);

it('posts nothing but what is known to read only', () => {
  const posted = systems.flatMap(({ probes = [] }) =>
    probes.flatMap(({ id, requests }) =>
      requests
        .filter(({ method }) => method === 'POST')
        .map(request => `${id} ${request.id} ${JSON.stringify(request.body)}`),
    ),
  );
  expect(posted).toEqual(['garage workers {}']);
});
