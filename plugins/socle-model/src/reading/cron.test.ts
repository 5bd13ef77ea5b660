import fc from 'fast-check';
import { cronInterval } from './cron';

const HOUR = 3_600_000;

it.each([
  ['0 3 * * *', 24 * HOUR],
  ['*/15 * * * *', HOUR / 4],
  ['0 1,13 * * *', 12 * HOUR],
  ['0 1,5 * * *', 20 * HOUR],
  ['30 2 * * sun', 7 * 24 * HOUR],
  ['0 0 * * 1-5', 72 * HOUR],
  ['0 0 1 * *', 31 * 24 * HOUR],
  ['CRON_TZ=Europe/Zurich 0 3 * * *', 24 * HOUR],
  ['@daily', 24 * HOUR],
  ['@every 6h', 6 * HOUR],
  ['0 0 31 2 *', undefined],
  ['61 * * * *', undefined],
  ['0 3 * *', undefined],
  ['hourly', undefined],
  [undefined, undefined],
])('%s runs at least every %s ms', (expression, expected) => {
  expect(cronInterval(expression)).toBe(expected);
});

it('survives any text', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.anything()), text => {
      const interval = cronInterval(text);
      expect(interval === undefined || interval > 0).toBe(true);
    }),
    { numRuns: 200 },
  );
});
