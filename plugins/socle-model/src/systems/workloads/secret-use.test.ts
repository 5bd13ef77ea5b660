import { SystemRegistry } from '../../definition/registry';
import { ResourceStore } from '../../graph/store';
import { RawObject } from '../../reading/raw';
import { systems } from '..';

const NOW = Date.parse('2026-09-15T12:00:00Z');
const registry = new SystemRegistry(systems);

const secret = (keys: string[], time = '2026-09-01T00:00:00Z'): RawObject => ({
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: {
    name: 'db',
    namespace: 'shop',
    uid: 's',
    managedFields: [
      {
        time,
        fieldsV1: {
          'f:data': Object.fromEntries(keys.map(key => [`f:${key}`, {}])),
        },
      },
    ],
  },
});

function judged(spec: object, ready: boolean, ...others: RawObject[]) {
  const store = new ResourceStore(registry);
  others.forEach(one => store.apply(one));
  const resource = store.apply({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name: 'web',
      namespace: 'shop',
      uid: 'p',
      creationTimestamp: '2026-09-15T11:58:00Z',
    },
    spec,
    status: {
      phase: ready ? 'Running' : 'Pending',
      conditions: [{ type: 'Ready', status: ready ? 'True' : 'False' }],
      containerStatuses: [
        {
          name: 'web',
          ready,
          state: ready
            ? { running: { startedAt: '2026-09-10T00:00:00Z' } }
            : { waiting: { reason: 'ContainerCreating' } },
        },
      ],
    },
  })!;
  store.settle(NOW);
  return resource;
}

const env = (key: string, optional?: boolean) => ({
  containers: [
    {
      name: 'web',
      env: [{ valueFrom: { secretKeyRef: { name: 'db', key, optional } } }],
    },
  ],
});
const volume = (key: string) => ({
  containers: [{ name: 'web' }],
  volumes: [
    { name: 'v', secret: { secretName: 'db', items: [{ key, path: 'x' }] } },
  ],
});
const projected = (key: string) => ({
  containers: [{ name: 'web' }],
  volumes: [
    {
      name: 'v',
      projected: { sources: [{ secret: { name: 'db', items: [{ key }] } }] },
    },
  ],
});

it.each<[string, object, boolean]>([
  ['a variable', env('password'), true],
  ['a variable that is there', env('user'), false],
  ['an optional variable', env('password', true), false],
  ['a volume', volume('password'), true],
  ['a volume whose key is there', volume('user'), false],
  ['a projected volume', projected('password'), true],
])('names the key that %s waits for', (_, spec, missing) => {
  const { message } = judged(spec, false, secret(['user'])).verdict;
  expect(message.includes('Secret db has no key password')).toBe(missing);
});

it('says nothing of keys of a Secret that is not read', () => {
  expect(judged(env('password'), false).verdict.message).not.toContain(
    'no key',
  );
});

it.each([
  ['changed since it started', env('user'), '2026-09-12T00:00:00Z', true],
  ['changed before that', env('user'), '2026-09-09T00:00:00Z', false],
  [
    'is mounted, and so is fresh',
    volume('user'),
    '2026-09-12T00:00:00Z',
    false,
  ],
])('warns of an older value where the Secret %s', (_, spec, time, warned) => {
  const { verdict } = judged(spec, true, secret(['user'], time));
  expect(verdict.status).toBe('healthy');
  expect(verdict.warnings?.join() ?? '').toBe(
    warned
      ? 'Runs with an older value of Secret db, which changed on 2026-09-12T00:00:00Z: restart it to take the new one.'
      : '',
  );
});

it('keeps the keys only while the pod is not ready', () => {
  expect(judged(env('user'), true).facts.neededKeys).toBeUndefined();
  expect(judged(env('user'), false).facts.neededKeys).toEqual({ db: ['user'] });
});
