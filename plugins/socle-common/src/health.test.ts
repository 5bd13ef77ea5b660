import fc from 'fast-check';
import {
  counts,
  emptyCounts,
  HEALTH_STATUSES,
  HealthStatus,
  healthRank,
  worstHealth,
  worstOfCounts,
} from './health';

const status = fc.constantFrom(...HEALTH_STATUSES);

describe('worstHealth', () => {
  it('goes failed, degraded, unknown, progressing, healthy', () => {
    expect(HEALTH_STATUSES).toEqual([
      'failed',
      'degraded',
      'unknown',
      'progressing',
      'healthy',
    ]);
  });

  it.each<[HealthStatus[], HealthStatus | undefined]>([
    [[], undefined],
    [['healthy'], 'healthy'],
    [['healthy', 'progressing'], 'progressing'],
    [['progressing', 'unknown', 'healthy'], 'unknown'],
    [['unknown', 'degraded'], 'degraded'],
    [['degraded', 'failed', 'unknown'], 'failed'],
  ])('of %j is %s', (statuses, worst) => {
    expect(worstHealth(statuses)).toBe(worst);
  });

  it('is one of them, no better than any, and the same in any order', () => {
    fc.assert(
      fc.property(fc.array(status, { minLength: 1 }), statuses => {
        const worst = worstHealth(statuses)!;
        expect(statuses).toContain(worst);
        for (const one of statuses) {
          expect(healthRank(worst)).toBeLessThanOrEqual(healthRank(one));
        }
        expect(worstHealth([...statuses].reverse())).toBe(worst);
      }),
    );
  });

  it('is the same from counts', () => {
    fc.assert(
      fc.property(fc.array(status), statuses => {
        const of = emptyCounts();
        statuses.forEach(one => {
          of[one] += 1;
        });
        of.uncounted = 3;
        expect(worstOfCounts(of)).toBe(worstHealth(statuses));
      }),
    );
  });
});

describe('counts', () => {
  it.each([
    [{ reason: 'PodReady' }, true],
    [{ flags: ['notBackedUp'] }, true],
    [{ reason: 'NoState' }, false],
    [{ reason: 'CronJobSuspended', flags: ['unused', 'suspended'] }, false],
  ])('%j: %s', (health, expected) => {
    expect(counts(health)).toBe(expected);
  });
});
