import fc from 'fast-check';
import {
  conditionAt,
  conditionsAt,
  cut,
  withoutCredentials,
} from './conditions';
import { formatBytes, parseQuantity } from './quantities';
import { numberAt, objectsAt, stringAt, stringMapAt, valueAt } from './raw';
import { formatDuration, formatTime, parseDuration, parseTime } from './times';

describe('parseTime', () => {
  const noon = Date.UTC(2026, 8, 15, 12, 0, 0);
  it.each([
    ['2026-09-15T12:00:00Z', noon],
    ['2026-09-15T12:00:00.123456789Z', noon + 123],
    ['2026-09-15T14:00:00+0200', noon],
    ['2026-09-15T14:00:00+02:00', noon],
    ['2026-09-15T12:00:00.123456Z', noon + 123],
    ['2026-09-15 12:00:00 +0000 UTC', noon],
    [{ seconds: noon / 1000, nanos: 5e8 }, noon + 500],
    ['', undefined],
    [null, undefined],
    ['0001-01-01T00:00:00Z', undefined],
    ['yesterday', undefined],
    ['2026-13-15T12:00:00Z', undefined],
    [{}, undefined],
    ['2026-09-15T12:00:00Y', undefined],
    ['2026-09-15T1x:00:00Z', undefined],
    ['2026/09/15T12:00:00Z', undefined],
    [' 026-09-15T12:00:00Z', undefined],
  ])('%j', (value, time) => {
    expect(parseTime(value)).toBe(time);
  });

  it('reads back what it writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e12 }), millis => {
        expect(parseTime(formatTime(millis))).toBe(millis);
      }),
    );
  });

  it('reads the usual form as it reads the same time in another', () => {
    const two = fc.nat({ max: 99 }).map(at => `${at}`.padStart(2, '0'));
    fc.assert(
      fc.property(
        two,
        two,
        two,
        two,
        two,
        two,
        two,
        (...[c, y, M, d, h, m, s]) => {
          const usual = `${c}${y}-${M}-${d}T${h}:${m}:${s}Z`;
          expect(parseTime(usual)).toBe(
            parseTime(usual.replace('Z', '+00:00')),
          );
        },
      ),
    );
  });
});

it.each([
  ['1h30m', 5_400_000],
  ['0', 0],
  ['90s', 90_000],
  ['1.5h', 5_400_000],
  ['300ms', 300],
  ['an hour', undefined],
  [60, undefined],
])('parseDuration(%j)', (value, millis) => {
  expect(parseDuration(value)).toBe(millis);
});

it.each([
  ['10Gi', 10 * 2 ** 30],
  ['1500M', 1.5e9],
  ['250m', 0.25],
  ['128974848e3', 128974848e3],
  ['5368709120', 5368709120],
  [1.1e12, 1.1e12],
  ['.5', 0.5],
  ['1 GB', undefined],
  ['', undefined],
  [NaN, undefined],
])('parseQuantity(%j)', (value, number) => {
  expect(parseQuantity(value)).toBe(number);
});

it('says sizes and durations with units', () => {
  expect([
    formatBytes(0),
    formatBytes(10 * 2 ** 30),
    formatBytes(9.3 * 2 ** 30),
  ]).toEqual(['0 B', '10 GiB', '9.3 GiB']);
  expect([45e3, 12 * 60e3, 3 * 36e5, 5 * 864e5].map(formatDuration)).toEqual([
    '45 s',
    '12 min',
    '3 h',
    '5 days',
  ]);
});

it('reads conditions as an array, as a map, and not at all', () => {
  const one = { type: 'Ready', status: 'True', lastTransitionTime: null };
  const want = [{ type: 'Ready', status: 'True' }];
  expect(
    conditionsAt({ status: { conditions: [one, null, { type: '' }] } }),
  ).toEqual(want);
  expect(conditionsAt({ status: { conditions: { ready: one } } })).toEqual(
    want,
  );
  expect(conditionsAt({ status: { conditions: 'none' } })).toEqual([]);
});

it('reads one condition as it reads all', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record(
          {
            type: fc.constantFrom('Ready', 'Synced', '', null),
            status: fc.constantFrom('True', 'False', 1),
            reason: fc.constantFrom('', 'Why'),
            message: fc.string(),
            lastTransitionTime: fc.constantFrom('2026-09-15T12:00:00Z', null),
          },
          { requiredKeys: [] },
        ),
      ),
      conditions => {
        const from = { status: { conditions } };
        expect(conditionAt('Ready', from)).toEqual(
          conditionsAt(from).find(({ type }) => type === 'Ready'),
        );
      },
    ),
  );
});

it('takes credentials out of URLs and cuts long texts', () => {
  expect(
    withoutCredentials('clone https://bob:hunter2@git.example/x failed'),
  ).toBe('clone https://git.example/x failed');
  expect(withoutCredentials('s3://backups@garage/ is away')).toBe(
    's3://backups@garage/ is away',
  );
  expect(cut('x'.repeat(500))).toHaveLength(400);
});

it('never throws and never reads inherited properties', () => {
  fc.assert(
    fc.property(
      fc.anything(),
      fc.array(fc.string(), { minLength: 1, maxLength: 3 }),
      (value, path) => {
        valueAt(value, ...path);
        stringAt(value, ...path);
        numberAt(value, ...path);
        objectsAt(value, ...path);
        stringMapAt(value, ...path);
        conditionsAt(value, ...path);
      },
    ),
  );
  expect(valueAt({}, 'constructor')).toBeUndefined();
  expect(
    stringMapAt(JSON.parse('{"m":{"__proto__":"x","a":"b"}}'), 'm'),
  ).toEqual({ a: 'b' });
});
