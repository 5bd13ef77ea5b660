import {
  counts,
  emptyCounts,
  HealthCounts,
  HealthStatus,
  Incident,
  ResourceItem,
  worstHealth,
  worstOfCounts,
} from '@socle/backstage-plugin-socle-common';

/** How many instances stand at each health. */
export function countsOf(items: readonly ResourceItem[]): HealthCounts {
  const of = emptyCounts();
  for (const { health } of items) {
    of[counts(health) ? health.status : 'uncounted'] += 1;
  }
  return of;
}

/**
 * How data services are as a whole: the worst of the instances and of what is broken in them. Where not everything
 * was read they are not well but unknown; what was failed stays so.
 */
export function dataMark(
  of: HealthCounts,
  broken: readonly Pick<Incident, 'status'>[],
  allRead: boolean,
): HealthStatus {
  const worst =
    worstHealth([
      ...(worstOfCounts(of) ? [worstOfCounts(of)!] : []),
      ...broken.map(one => one.status),
    ]) ?? (allRead ? 'healthy' : 'unknown');
  const bad = worst === 'failed' || worst === 'degraded';
  return bad || allRead ? worst : 'unknown';
}
