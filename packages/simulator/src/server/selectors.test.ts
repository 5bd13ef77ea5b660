import fc from 'fast-check';
import { builtinTypes } from '../discovery/builtin';
import { ApiError } from '../storage/api-error';
import { parseFieldSelector } from './field-selector';
import { parseLabelSelector } from './label-selector';
import { jsonPatch, mergePatch } from './patch';

const word = fc.stringMatching(/^[a-z][a-z0-9]{0,4}$/);
const labels = fc.dictionary(fc.constantFrom('a', 'b', 'c'), word);
const pod = builtinTypes.find(type => type.kind === 'Pod');

/** Runs it, and lets through no error but those that are answered to the caller. */
function answered(run: () => unknown): boolean {
  try {
    run();
    return true;
  } catch (error) {
    return error instanceof ApiError && error.code >= 400;
  }
}

it('finds what equality and sets say, whatever the labels', () => {
  fc.assert(
    fc.property(
      labels,
      fc.constantFrom('a', 'b', 'c'),
      word,
      word,
      (given, key, one, two) => {
        const has = Object.hasOwn(given, key);
        const value = given[key];
        const among = has && [one, two].includes(value);
        const expected: [string, boolean][] = [
          [`${key}=${one}`, has && value === one],
          [`${key}!=${one}`, !has || value !== one],
          [`${key} in (${one}, ${two})`, among],
          [`${key} notin (${one},${two})`, !among],
          [key, has],
          [`!${key}`, !has],
          [`${key}, ${key} in (${one},${two})`, among],
        ];
        for (const [selector, found] of expected) {
          expect([selector, parseLabelSelector(selector)(given)]).toEqual([
            selector,
            found,
          ]);
        }
      },
    ),
  );
});

it('answers any nonsense with 400 or reads it', () => {
  const object = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'p' } };
  fc.assert(
    fc.property(fc.string(), text => {
      expect(answered(() => parseLabelSelector(text)({ a: 'b' }))).toBe(true);
      expect(answered(() => pod && parseFieldSelector(text, pod)(object))).toBe(
        true,
      );
    }),
  );
});

it('merges as RFC 7386 says: what is merged is there, null is gone, once more changes nothing', () => {
  fc.assert(
    fc.property(fc.object(), fc.object(), (target, patch) => {
      const merged = mergePatch(target, patch);
      expect(mergePatch(merged, patch)).toEqual(merged);
    }),
  );
});

it('answers any JSON patch, and pollutes nothing', () => {
  const operation = fc.record(
    {
      op: fc.constantFrom(
        'add',
        'remove',
        'replace',
        'test',
        'copy',
        'move',
        'other',
      ),
      path: fc.constantFrom(
        '',
        '/a',
        '/a/0',
        '/a/-',
        '/b/c',
        '/__proto__/x',
        '/a/9',
        'a',
      ),
      from: fc.constantFrom('/a', '/b', '/none'),
      value: fc.jsonValue(),
    },
    { requiredKeys: ['op'] },
  );
  fc.assert(
    fc.property(fc.array(operation), operations => {
      expect(
        answered(() => jsonPatch({ a: [1, 2], b: { c: 3 } }, operations)),
      ).toBe(true);
      expect(Object.keys(Object.prototype)).toEqual([]);
    }),
  );
});
