import {
  counts,
  emptyCounts,
  HealthCounts,
  HealthStatus,
  Incident,
  refPath,
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
 * The incidents of data services: those of their area, and those that reach an instance of a plain image, whose
 * workload belongs to no area of its own.
 */
export function incidentsOf(
  incidents: readonly Incident[],
  services: readonly ResourceItem[],
): Incident[] {
  const own = new Set(services.map(({ ref }) => refPath(ref)));
  return incidents.filter(
    ({ areas, root, affected }) =>
      areas.includes('data') ||
      [root, ...affected].some(ref => own.has(refPath(ref))),
  );
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
