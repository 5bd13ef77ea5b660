import {
  emptyCounts,
  HEALTH_STATUSES,
  HealthCounts,
  HealthStatus,
  Incident,
  SystemSummary,
  worstHealth,
  worstOfCounts,
} from '@socle/backstage-plugin-socle-common';

/**
 * The counts of several systems together.
 * @public
 */
export function totalCounts(
  systems: readonly Pick<SystemSummary, 'counts'>[],
): HealthCounts {
  const total = emptyCounts();
  for (const { counts } of systems) {
    for (const name of [...HEALTH_STATUSES, 'uncounted'] as const) {
      total[name] += counts[name];
    }
  }
  return total;
}

/**
 * How an area is as a whole: the worst of what is in it and of what is broken in it. Where not everything was read it
 * is not well but unknown; what was failed stays so.
 * @public
 */
export function areaMark(
  of: HealthCounts,
  broken: readonly Pick<Incident, 'status'>[],
  allRead: boolean,
): HealthStatus {
  const counted = worstOfCounts(of);
  const worst =
    worstHealth([
      ...(counted ? [counted] : []),
      ...broken.map(one => one.status),
    ]) ?? 'healthy';
  const bad = worst === 'failed' || worst === 'degraded';
  return bad || allRead ? worst : 'unknown';
}
