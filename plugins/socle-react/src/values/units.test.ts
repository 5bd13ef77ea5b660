import { factForm, formatBytes, formatDuration } from './units';

const plain = (text: string) => text.replace(/\u00a0|\u202f/g, ' ');

describe('formatBytes', () => {
  it.each([
    [0, 'en', '0 B'],
    [1023, 'en', '1,023 B'],
    [1024 ** 3 * 12.5, 'en', '12.5 GiB'],
    [1024 ** 3 * 12.5, 'fr', '12,5 Gio'],
    [1024 ** 4 * 250, 'en', '250 TiB'],
  ])('writes %d in %s as %s', (bytes, language, text) => {
    expect(plain(formatBytes(bytes, language))).toBe(text);
  });
});

describe('formatDuration', () => {
  it.each([
    [45, undefined, '45 sec'],
    [150, undefined, '2.5 min'],
    [150, { whole: true }, '2 min'],
    [3 * 3600, undefined, '3 hr'],
    [4 * 86_400, undefined, '4 days'],
  ])('writes %d seconds', (seconds, options, text) => {
    expect(formatDuration(seconds, 'en', options)).toBe(text);
  });
});

describe('factForm', () => {
  it.each([
    ['capacity', 10 * 1024 ** 3, 'bytes'],
    ['available', 3, 'plain'],
    ['usedBytes', 12, 'bytes'],
    ['ttlSeconds', 90, 'seconds'],
    ['lastSeen', Date.parse('2031-05-04T12:00:00Z'), 'moment'],
    ['maximum', 2 * 1024 ** 4, 'bytes'],
    ['created', '2031-05-04T12:00:00Z', 'moment'],
    ['version', '2031.5', 'plain'],
  ])('sees %s = %s as %s', (name, value, form) => {
    expect(factForm(name, value)).toBe(form);
  });
});
