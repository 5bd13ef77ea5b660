import {
  emptyCounts,
  HealthCounts,
  HealthStatus,
} from '@socle/backstage-plugin-socle-common';
import { dataMark } from './data-health';

it.each<[string, Partial<HealthCounts>, HealthStatus[], boolean, HealthStatus]>(
  [
    ['all well and read', { healthy: 3 }, [], true, 'healthy'],
    ['all well, not all read', { healthy: 3 }, [], false, 'unknown'],
    [
      'one failed, not all read',
      { healthy: 3, failed: 1 },
      [],
      false,
      'failed',
    ],
    [
      'broken inside a healthy one',
      { healthy: 3 },
      ['degraded'],
      true,
      'degraded',
    ],
    ['one starts', { healthy: 3, progressing: 1 }, [], true, 'progressing'],
    ['none there', {}, [], true, 'healthy'],
    ['none known', {}, [], false, 'unknown'],
  ],
)('%s', (_, counts, broken, allRead, expected) => {
  expect(
    dataMark(
      { ...emptyCounts(), ...counts },
      broken.map(status => ({ status })),
      allRead,
    ),
  ).toBe(expected);
});
