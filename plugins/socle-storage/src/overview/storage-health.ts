import {
  emptyCounts,
  HEALTH_STATUSES,
  HealthCounts,
  HealthStatus,
  SourceStatus,
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

/** Whether nothing is known from before only. What may not be read is settled and does not count. */
export function isLive(sources: SourceStatus[]): boolean {
  return sources.every(
    one => one.state === 'live' || one.state === 'notPermitted',
  );
}

/** How storage is as a whole. Without live sources it is not well but unknown; what was failed stays so. */
export function storageMark(counts: HealthCounts, live: boolean): HealthStatus {
  const worst = worstOfCounts(counts) ?? 'unknown';
  const bad = worst === 'failed' || worst === 'degraded';
  return bad || live ? worst : 'unknown';
}
