import {
  emptyCounts,
  HEALTH_STATUSES,
  HealthCounts,
  HealthStatus,
  SystemSummary,
  worstOfCounts,
} from '@socle/backstage-plugin-socle-common';

/** The counts of several systems together. */
export function totalCounts(systems: SystemSummary[]): HealthCounts {
  const total = emptyCounts();
  for (const { counts } of systems) {
    for (const name of [...HEALTH_STATUSES, 'uncounted'] as const) {
      total[name] += counts[name];
    }
  }
  return total;
}

/** How an area is as a whole. Without live sources it is not well but unknown; what was failed stays so. */
export function areaMark(counts: HealthCounts, live: boolean): HealthStatus {
  const worst = worstOfCounts(counts) ?? 'unknown';
  const bad = worst === 'failed' || worst === 'degraded';
  return bad || live ? worst : 'unknown';
}
