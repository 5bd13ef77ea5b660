import {
  emptyCounts,
  HealthCounts,
  HealthStatus,
} from '@socle/backstage-plugin-socle-common';
import { areaMark, totalCounts } from './area-health';

const counts = (of: Partial<HealthCounts>) => ({ ...emptyCounts(), ...of });

it.each<[string, Partial<HealthCounts>, HealthStatus[], boolean, HealthStatus]>(
  [
    ['all well and read', { healthy: 3 }, [], true, 'healthy'],
    ['all well, not all read', { healthy: 3 }, [], false, 'unknown'],
    ['one failed, not all read', { failed: 1 }, [], false, 'failed'],
    ['all well, and reached', { healthy: 3 }, ['degraded'], true, 'degraded'],
    ['one starts', { healthy: 3, progressing: 1 }, [], true, 'progressing'],
    ['none there', {}, [], true, 'healthy'],
    ['none known', {}, [], false, 'unknown'],
    ['only what has no state', { uncounted: 2 }, [], true, 'healthy'],
  ],
)('%s', (_, of, broken, allRead, expected) => {
  const statuses = broken.map(status => ({ status }));
  expect(areaMark(counts(of), statuses, allRead)).toBe(expected);
});

it('adds up what several systems count', () => {
  expect(
    totalCounts([
      { counts: counts({ failed: 1, healthy: 2 }) },
      { counts: counts({ healthy: 3, uncounted: 4 }) },
    ]),
  ).toEqual(counts({ failed: 1, healthy: 5, uncounted: 4 }));
});
