import {
  SourceState,
  SourceStatus,
} from '@socle/backstage-plugin-socle-common';

/** Sources of one cluster that are in the same state, with the earliest `since`. */
export interface TroubledSources {
  cluster: string;
  state: SourceState;
  since: string;
  messages: string[];
  sources: SourceStatus[];
}

/** Worst first. `notPermitted` is a settled fact, not a trouble, and comes last. */
const ORDER: SourceState[] = [
  'unreachable',
  'stale',
  'syncing',
  'notPermitted',
];

/**
 * Whether nothing is missing: every source is live. What may not be read is settled and misses nothing.
 * @public
 */
export function isAllRead(sources: SourceStatus[]): boolean {
  return sources.every(
    one => one.state === 'live' || one.state === 'notPermitted',
  );
}

/** The sources that are not live, by cluster and state, worst first. */
export function troubledSources(sources: SourceStatus[]): TroubledSources[] {
  const groups = new Map<string, TroubledSources>();
  for (const source of sources) {
    if (source.state === 'live') {
      continue;
    }
    const key = `${source.state} ${source.cluster}`;
    const group = groups.get(key);
    if (!group) {
      groups.set(key, {
        cluster: source.cluster,
        state: source.state,
        since: source.since,
        messages: source.message ? [source.message] : [],
        sources: [source],
      });
      continue;
    }
    group.sources.push(source);
    if (Date.parse(source.since) < Date.parse(group.since)) {
      group.since = source.since;
    }
    if (source.message && !group.messages.includes(source.message)) {
      group.messages.push(source.message);
    }
  }
  return [...groups.values()].sort(
    (a, b) =>
      ORDER.indexOf(a.state) - ORDER.indexOf(b.state) ||
      a.cluster.localeCompare(b.cluster),
  );
}
