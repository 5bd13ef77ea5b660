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
import { workloads } from '.';

const registry = new SystemRegistry([workloads]);
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

/** A sound object of each kind, and the field that carries its state. */
const SOUND: Array<[kind: string, fixture: string, place: string]> = [
  ['Pod', 'healthy-pod-with-everything', 'status'],
  ['Deployment', 'healthy-deployment', 'status'],
  ['ReplicaSet', 'healthy-evicted-pod-was-replaced', 'status'],
  ['StatefulSet', 'healthy-stateful-set-with-claims', 'status'],
  ['DaemonSet', 'healthy-daemon-set', 'status'],
  ['Job', 'healthy-job-complete', 'status'],
  ['CronJob', 'healthy-cron-job-last-run-complete', 'status'],
  ['Service', 'healthy-load-balancer-without-selector', 'status'],
  ['EndpointSlice', 'healthy-service-with-endpoints', 'endpoints'],
  ['PodDisruptionBudget', 'healthy-budget', 'status'],
  [
    'HorizontalPodAutoscaler',
    'healthy-autoscaler-between-its-bounds',
    'status',
  ],
  ['VerticalPodAutoscaler', 'healthy-vertical-autoscaler-recommends', 'status'],
  ['ReplicationController', 'healthy-replication-controller', 'status'],
];

function fixture(name: string, kind: string): RawObject {
  const text = readFileSync(
    join(__dirname, '__fixtures__', `${name}.yaml`),
    'utf8',
  );
  return loadAll(text, undefined, { schema: yamlSchema })
    .filter(isObject)
    .find(document => document.kind === kind)!;
}

it('tries every kind', () => {
  expect(SOUND.map(([kind]) => kind).sort()).toEqual(
    workloads.kinds.map(({ kind }) => kind).sort(),
  );
});

describe.each(workloads.kinds.map(kind => [kindId(kind), kind] as const))(
  '%s',
  (_, { group, kind, versions }) => {
    const apiVersion = group ? `${group}/${versions[0]}` : versions[0];

    it('is never healthy out of nothing, and never throws', () => {
      fc.assert(
        fc.property(
          fc.anything(),
          fc.anything(),
          fc.oneof(
            fc.string(),
            fc.integer(),
            fc.boolean(),
            fc.constant(null),
            fc.array(fc.anything()),
          ),
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

describe.each(SOUND)('a sound %s', (kind, name, place) => {
  const raw = fixture(name, kind);

  it('is healthy as it stands', () => {
    expect(judge(raw).status).toBe('healthy');
  });

  it('is not healthy once its state is gone or of a wrong type', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.constant(null),
          fc.constant(undefined),
          fc.string(),
          fc.integer(),
          fc.boolean(),
          // A list is what the endpoints are.
          ...(place === 'endpoints'
            ? []
            : [fc.array(fc.anything(), { maxLength: 3 })]),
        ),
        value => {
          expect(judge({ ...raw, [place]: value }).status).not.toBe('healthy');
        },
      ),
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

it.each([
  ['Deployment', 'healthy-deployment', 'availableReplicas'],
  ['StatefulSet', 'healthy-stateful-set-with-claims', 'readyReplicas'],
  ['DaemonSet', 'healthy-daemon-set', 'numberReady'],
  ['PodDisruptionBudget', 'healthy-budget', 'disruptionsAllowed'],
  ['Pod', 'healthy-pod-with-everything', 'containerStatuses'],
  ['Pod', 'healthy-pod-with-everything', 'conditions'],
  ['Pod', 'healthy-pod-with-everything', 'phase'],
  ['Job', 'healthy-job-complete', 'conditions'],
])(
  'a %s (%s) is not healthy where status.%s is of a wrong type',
  (kind, name, field) => {
    const raw = fixture(name, kind);
    for (const value of ['many', true, {}, -1]) {
      const status = { ...(raw.status as RawObject), [field]: value };
      expect(judge({ ...raw, status }).status).not.toBe('healthy');
    }
  },
);
