import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';
import { kindId } from '../../definition/kind';
import { SystemRegistry } from '../../definition/registry';
import { ResourceStore } from '../../graph/store';
import { isObject, RawObject } from '../../reading/raw';
import { yamlSchema } from '../__testUtils__/fixtures';
import { pathsOf, replaced } from '../__testUtils__/hostile';
import { kubernetes } from '.';

const registry = new SystemRegistry([kubernetes]);
const now = Date.UTC(2026, 9, 2, 8);
const runs = { numRuns: 50 };

function judge(raw: RawObject) {
  const store = new ResourceStore(registry);
  const resource = store.apply(raw)!;
  store.settle(now);
  expect(resource.verdict.message).not.toMatch(/undefined|NaN|\[object/);
  expect(resource.verdict.reason).not.toBe('RuleFailed');
  return resource.verdict;
}

function fixture(name: string, kind: string): RawObject {
  const text = readFileSync(
    join(__dirname, '__fixtures__', `${name}.yaml`),
    'utf8',
  );
  return loadAll(text, undefined, { schema: yamlSchema })
    .filter(isObject)
    .find(document => document.kind === kind)!;
}

const sound: Array<[string, RawObject]> = [
  ['Node', fixture('healthy-node-with-heartbeat', 'Node')],
  ['Lease', fixture('healthy-node-with-heartbeat', 'Lease')],
  ['Event', fixture('healthy-node-with-heartbeat', 'Event')],
  ['Namespace', fixture('healthy-namespace-active', 'Namespace')],
  [
    'ResourceQuota',
    fixture('healthy-quota-with-a-forbidden-class', 'ResourceQuota'),
  ],
  ['LimitRange', fixture('unknown-limit-range-has-no-state', 'LimitRange')],
  ['APIService', fixture('healthy-apis-served', 'APIService')],
];

it('tries every kind', () => {
  expect(sound.map(([kind]) => kind).sort()).toEqual(
    kubernetes.kinds.map(({ kind }) => kind).sort(),
  );
});

describe.each(kubernetes.kinds.map(kind => [kindId(kind), kind] as const))(
  '%s',
  (_, { group, kind, versions }) => {
    const apiVersion = group ? `${group}/${versions[0]}` : versions[0];

    it('is never healthy out of nothing, and never throws', () => {
      fc.assert(
        fc.property(
          fc.anything(),
          fc.anything(),
          fc.anything(),
          (metadata, spec, status) => {
            const verdict = judge({ apiVersion, kind, metadata, spec, status });
            expect(verdict.status).not.toBe('healthy');
          },
        ),
        runs,
      );
    });
  },
);

const mistyped = fc.oneof(
  fc.constant(null),
  fc.constant(undefined),
  fc.string(),
  fc.integer(),
  fc.boolean(),
  fc.array(fc.anything(), { maxLength: 3 }),
  fc.constant({}),
);

/** The place that carries the state of a kind. */
const STATE: { [kind: string]: string } = {
  Node: 'status',
  Namespace: 'status',
  ResourceQuota: 'status',
  Lease: 'spec',
  Event: 'type',
  LimitRange: 'spec',
  APIService: 'status',
};

describe.each(sound)('a sound %s', (kind, raw) => {
  it('is not healthy once its state is gone or of a wrong type', () => {
    fc.assert(
      fc.property(mistyped, value => {
        expect(judge({ ...raw, [STATE[kind]]: value }).status).not.toBe(
          'healthy',
        );
      }),
      runs,
    );
  });

  it('survives any of its fields being anything', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...pathsOf(raw)),
        fc.anything(),
        (path, value) => {
          const verdict = judge(replaced(raw, path, value) as RawObject);
          expect(verdict.message).not.toBe('');
        },
      ),
      { numRuns: 200 },
    );
  });
});

it.each(['Perhaps', '', 'true', 1, null, {}])(
  'takes no node for ready whose readiness is %p',
  status => {
    const node = fixture('healthy-node-with-heartbeat', 'Node');
    const verdict = judge({
      ...node,
      status: { conditions: [{ type: 'Ready', status }] },
    });
    expect(verdict.status).not.toBe('healthy');
  },
);
