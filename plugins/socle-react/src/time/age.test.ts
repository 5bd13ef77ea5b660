import { formatAge, formatMoment } from './age';

const NOW = Date.parse('2031-05-04T12:00:00Z');

describe('formatAge', () => {
  it.each([
    [0, '0 sec. ago', 'il y a 0 s'],
    [59, '59 sec. ago', 'il y a 59 s'],
    [60, '1 min. ago', 'il y a 1 min'],
    [90 * 60, '90 min. ago', 'il y a 90 min'],
    [3 * 3600, '3 hr. ago', 'il y a 3 h'],
    [40 * 3600, '40 hr. ago', 'il y a 40 h'],
    [9 * 86_400, '9 days ago', 'il y a 9 j'],
    [150 * 86_400, '4 months ago', 'il y a 4 mois'],
    [-5 * 3600, 'in 5 hr.', 'dans 5 h'],
  ])('says %d seconds as "%s" and "%s"', (seconds, english, french) => {
    const at = NOW - seconds * 1000;
    expect(formatAge(at, NOW, 'en')).toBe(english);
    expect(formatAge(at, NOW, 'fr').replace(/\u00a0|\u202f/g, ' ')).toBe(
      french,
    );
  });
});

describe('formatMoment', () => {
  const at = (text: string) => new Date(text).getTime();
  // Without a zone: as the reader's clock shows it, wherever that is.
  const now = at('2031-05-04T20:30:00');

  it.each([
    ['the same day', '2031-05-04T16:49:37', /^4:49\sPM$/, /^16:49$/],
    ['the day before', '2031-05-03T23:05:00', /^May 3, 11:05\sPM$/, /^3 mai/],
    ['another year', '2030-12-31T09:00:00', /^Dec 31, 2030, 9:00\sAM$/, /2030/],
  ])('%s', (_, text, english, french) => {
    expect(formatMoment(at(text), now, 'en')).toMatch(english);
    expect(formatMoment(at(text), now, 'fr')).toMatch(french);
  });
});
