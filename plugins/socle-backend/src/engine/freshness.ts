import {
  SourceState,
  SourceStatus,
} from '@socle/backstage-plugin-socle-common';

/** The source that stands for the API server as a whole. */
export const API_SOURCE = 'api';

/** Whether a source is one of the cluster's own API. That of a probe, `probe:harbor/main`, speaks for its own objects. */
export function isOfApi(source: string): boolean {
  return !source.startsWith('probe:');
}

/** How fresh each source of one cluster is, since when and why. */
export class Freshness {
  private readonly sources = new Map<string, SourceStatus>();

  constructor(
    private readonly cluster: string,
    private readonly now: () => number,
  ) {}

  /** True where this changed something that a reader sees. */
  set(source: string, state: SourceState, message?: string): boolean {
    const known = this.sources.get(source);
    if (known && known.state === state && known.message === message) {
      return false;
    }
    this.sources.set(source, {
      cluster: this.cluster,
      source,
      state,
      since:
        known?.state === state
          ? known.since
          : new Date(this.now()).toISOString(),
      ...(message ? { message } : {}),
    });
    return true;
  }

  remove(source: string): void {
    this.sources.delete(source);
  }

  get(source: string): SourceStatus | undefined {
    return this.sources.get(source);
  }

  list(): SourceStatus[] {
    return [...this.sources.values()].sort((a, b) =>
      a.source.localeCompare(b.source),
    );
  }

  /**
   * The state of the whole: what most of a page rests on. Kinds that may not be read do not speak for a cluster, nor do
   * systems beside it.
   */
  overall(): SourceStatus {
    const order: SourceState[] = ['unreachable', 'stale', 'syncing', 'live'];
    const all = this.list().filter(({ source }) => isOfApi(source));
    for (const state of order) {
      const found = all
        .filter(source => source.state === state)
        .sort((a, b) => a.since.localeCompare(b.since))[0];
      if (found) {
        return found;
      }
    }
    return (
      all[0] ?? {
        cluster: this.cluster,
        source: API_SOURCE,
        state: 'syncing',
        since: new Date(this.now()).toISOString(),
      }
    );
  }
}
