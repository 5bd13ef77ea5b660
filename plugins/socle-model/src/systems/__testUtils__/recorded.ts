import fc from 'fast-check';
import { ProbeReading, ProbeTarget } from '../../definition/probe';
import { readAnswer } from '../../definition/probe-answers';
import { SystemRegistry } from '../../definition/registry';
import { SystemDefinition } from '../../definition/system';
import { ResourceStore } from '../../graph/store';
import { mergeProbed } from '../../definition/probe-objects';
import { RawObject } from '../../reading/raw';

export const TARGET: ProbeTarget = {
  name: 'lab',
  namespace: 'lab',
  endpoints: ['lab.example:1234'],
};
const NOW = Date.UTC(2026, 8, 15, 12);
const ORDER = ['failed', 'degraded', 'unknown', 'progressing', 'healthy'];

type Answer = [request: string, body: unknown, httpStatus?: number];

function judgedFirst(
  system: SystemDefinition,
  objects: RawObject[],
  first: number,
): string {
  const store = new ResourceStore(new SystemRegistry([system]));
  const found = objects.map(raw => store.apply(raw)!);
  store.settle(NOW);
  const [worst] = found
    .slice(0, first)
    .sort(
      (a, b) =>
        ORDER.indexOf(a.verdict.status) - ORDER.indexOf(b.verdict.status),
    );
  return worst ? `${worst.verdict.status} ${worst.verdict.reason}` : 'nothing';
}

/** How one recorded answer is judged: `status reason` of its subject, else of the worst item; or why not at all. */
export function judgeRecorded(
  system: SystemDefinition,
  [request, body, httpStatus = 200]: Answer,
): string {
  const registry = new SystemRegistry([system]);
  const read = readAnswer(registry, { request, body, httpStatus }, TARGET);
  return read?.state === 'read'
    ? judgedFirst(
        system,
        [...read.objects],
        read.reading.subject ? 1 : Infinity,
      )
    : read?.state ?? 'not ours';
}

/** How the subject stands once all answers of a round are in. */
export function judgeRound(
  system: SystemDefinition,
  answers: readonly Answer[],
): string {
  const registry = new SystemRegistry([system]);
  const objects = answers.flatMap(([request, body, httpStatus = 200]) => {
    const read = readAnswer(registry, { request, body, httpStatus }, TARGET);
    return read?.state === 'read' ? [...read.objects] : [];
  });
  return judgedFirst(system, mergeProbed(objects), 1);
}

/** No answer makes a reader throw, and whatever it reads is judged in words. */
export function survivesAnyAnswer(
  system: SystemDefinition,
  paths: readonly string[],
): void {
  const readings = (path: string, body: unknown, httpStatus: number) =>
    (system.probes ?? [])
      .flatMap(({ requests }) => requests)
      .filter(request => request.path.test(path))
      .map((request): ProbeReading | undefined =>
        request.read(
          { path, query: new URLSearchParams(), httpStatus, body },
          TARGET,
        ),
      );
  fc.assert(
    fc.property(
      fc.constantFrom(...paths),
      fc.oneof(fc.anything(), fc.jsonValue(), fc.string()),
      fc.constantFrom(200, 401, 403, 404, 500, 503),
      (path, body, httpStatus) => {
        for (const reading of readings(path, body, httpStatus)) {
          const objects = [
            ...(reading?.subject ? [reading.subject] : []),
            ...(reading?.items ?? []),
          ];
          const said = judgedFirst(system, objects, Infinity);
          if (said.includes('RuleFailed')) throw new Error(said);
        }
      },
    ),
    { numRuns: 300 },
  );
}

/** How errors and pages in the place of an answer are judged at a path. */
export function judgeErrors(system: SystemDefinition, path: string): string[] {
  const errors: Array<[body: unknown, httpStatus: number]> = [
    [{ error: 'unauthorized' }, 401],
    [{ status: { error: 'Must provide an API key' } }, 403],
    ['<html><body>Bad gateway</body></html>', 502],
    ['<html><body>Log in</body></html>', 200],
    [{}, 200],
    [[], 200],
  ];
  return errors.map(([body, httpStatus]) =>
    judgeRecorded(system, [path, body, httpStatus]),
  );
}
