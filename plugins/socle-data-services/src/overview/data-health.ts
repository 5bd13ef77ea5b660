import {
  counts,
  emptyCounts,
  HealthCounts,
  Incident,
  refPath,
  ResourceItem,
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
