import { KubeObject } from '../../storage/object';
import { brought, has } from './compare';

it.each([
  ['what others added', { a: 1, b: 2 }, { a: 1 }, true],
  ['another value', { a: 1 }, { a: 2 }, false],
  ['a longer list', { a: [1, 2] }, { a: [1] }, false],
  ['a list of the same', { a: [{ x: 1, y: 2 }] }, { a: [{ x: 1 }] }, true],
  ['an empty map that servers leave out', {}, { a: {} }, true],
  ['nothing', undefined, { a: 1 }, false],
])('with %s, the live object has it or not', (_name, live, wanted, holds) => {
  expect(has(live, wanted)).toBe(holds);
});

const object = (data: object, labels?: Record<string, string>): KubeObject => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'a', ...(labels ? { labels } : {}) },
  data,
});

it('takes out what Git had and has no more, and keeps what others added', () => {
  const live = object({ old: '1', kept: '2', other: '3' }, { by: 'hand' });
  const before = object({ old: '1', kept: '2' });
  const wanted = object({ kept: '4' }, { from: 'git' });
  expect(brought(live, wanted, before)).toMatchObject({
    metadata: { labels: { by: 'hand', from: 'git' } },
    data: { kept: '4', other: '3' },
  });
  expect(brought(live, wanted, before).data).not.toHaveProperty('old');
});
