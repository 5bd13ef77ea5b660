import { ConfigReader } from '@backstage/config';
import { DEFAULT_THRESHOLDS } from '@socle/backstage-plugin-socle-model';
import { readRetentionDays } from './retention';
import { readThresholds } from './thresholds';

const thresholds = (given: unknown) =>
  readThresholds(new ConfigReader({ socle: { thresholds: given as never } }));
const retention = (retentionDays: unknown) =>
  readRetentionDays(
    new ConfigReader({ socle: { history: { retentionDays } as never } }),
  );

describe('readThresholds', () => {
  it('is empty where nothing is configured', () => {
    expect(readThresholds(new ConfigReader({}))).toEqual({});
  });

  it('reads every threshold there is', () => {
    expect(thresholds({ ...DEFAULT_THRESHOLDS })).toEqual(DEFAULT_THRESHOLDS);
  });

  it('reads a number that is text, as environment variables give it, and 0', () => {
    expect(thresholds({ progressMinutes: '15', attachMinutes: 0 })).toEqual({
      progressMinutes: 15,
      attachMinutes: 0,
    });
  });

  it.each<[string, unknown, RegExp]>([
    [
      'an unknown name',
      { progressMinute: 3 },
      /socle\.thresholds\.progressMinute is not known; there are: progressMinutes, /,
    ],
    [
      'a name of every object',
      { constructor: 3 },
      /socle\.thresholds\.constructor is not known/,
    ],
    [
      'a negative number',
      { progressMinutes: -1 },
      /socle\.thresholds\.progressMinutes must be a number from 0, not -1/,
    ],
    [
      'a word',
      { progressMinutes: 'long' },
      /socle\.thresholds\.progressMinutes/,
    ],
    ['a list', { progressMinutes: [1] }, /socle\.thresholds\.progressMinutes/],
    ['a number for all', 7, /socle\.thresholds/],
  ])('refuses %s', (_, given, message) => {
    expect(() => thresholds(given)).toThrow(message);
  });
});

describe('readRetentionDays', () => {
  it('is a month where nothing is configured', () => {
    expect(readRetentionDays(new ConfigReader({}))).toBe(30);
  });

  it('reads what is configured', () => {
    expect(retention(365)).toBe(365);
  });

  it.each([0, -3, 'for ever'])('refuses %s', days => {
    expect(() => retention(days)).toThrow(/socle\.history\.retentionDays/);
  });
});
