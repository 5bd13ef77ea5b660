import {
  ClusterSummary,
  HealthStatus,
  Incident,
  refPath,
  worstHealth,
} from '@socle/backstage-plugin-socle-common';

/** The one sentence at the top, as figures. */
export interface Headline {
  mark: HealthStatus;
  incidents: number;
  /** Different resources that the incidents take down. */
  affected: number;
}

/** Whether all is well; undefined while that was not read. What is not live is not well. */
export function headlineOf(of: {
  clusters?: ClusterSummary[];
  incidents?: Incident[];
}): Headline | undefined {
  const { clusters, incidents } = of;
  if (!clusters || !incidents) {
    return undefined;
  }
  if (incidents.length > 0) {
    return {
      mark: worstHealth(incidents.map(one => one.status)) ?? 'unknown',
      incidents: incidents.length,
      affected: new Set(
        incidents.flatMap(one => one.affected.map(ref => refPath(ref))),
      ).size,
    };
  }
  const known =
    clusters.length > 0 && clusters.every(one => one.state === 'live');
  const worst = worstHealth(clusters.map(one => one.health)) ?? 'unknown';
  // What is still coming up is on its way and nothing to act on.
  const knownMark = worst === 'progressing' ? 'healthy' : worst;
  return {
    mark: known ? knownMark : 'unknown',
    incidents: 0,
    affected: 0,
  };
}
