import { SourceState } from '@socle/backstage-plugin-socle-common';
import { API_SOURCE, Freshness, isOfApi } from './freshness';

/** How long sources may take to catch up once the API answers again. */
const CATCH_UP_MILLIS = 60_000;

/** How soon to look again where the time has run ahead of what was heard. */
const AHEAD_MILLIS = 1_000;

const BAD: readonly SourceState[] = ['unreachable', 'stale'];
const BEHIND: readonly SourceState[] = [...BAD, 'syncing'];

/** The time to judge by; `until` is when it goes on by itself, where it stands still and that is known. */
export interface JudgingTime {
  now: number;
  frozen: boolean;
  until?: number;
}

/**
 * The clock that objects are judged by. While a cluster cannot be read it stands still at the moment that began:
 * heartbeats that nobody could read are not late. It goes on once everything is read again; sources that stay away
 * while the API answers hold it for a minute and no longer. Nor does it run ahead of what the cluster was last heard of:
 * that it cannot be read is found out later than it began.
 */
export class JudgingClock {
  private frozenAt: number | undefined;
  private last = 0;
  private readonly givenUp = new Set<string>();

  constructor(
    private readonly freshness: Freshness,
    private readonly now: () => number,
    private readonly trustedUntil: () => number = () => Infinity,
  ) {}

  /** To be asked at each change of freshness too: the clock stands still from when it was first found to. */
  read(): JudgingTime {
    const time = this.next();
    this.last = time.now;
    return time;
  }

  private next(): JudgingTime {
    const now = this.now();
    for (const source of this.givenUp) {
      const known = this.freshness.get(source);
      if (!known || !BEHIND.includes(known.state)) {
        this.givenUp.delete(source);
      }
    }
    const api = this.freshness.get(API_SOURCE);
    const apiAway = api !== undefined && BAD.includes(api.state);
    if (apiAway) {
      this.givenUp.clear();
    }
    const began = this.beginning();
    const trusted = this.trustedUntil();
    if (this.frozenAt === undefined && began === undefined) {
      return now > trusted
        ? {
            now: Math.max(trusted, this.last),
            frozen: true,
            until: now + AHEAD_MILLIS,
          }
        : { now, frozen: false };
    }
    this.frozenAt ??= Math.max(Math.min(began!, now, trusted), this.last);
    if (apiAway) {
      return { now: this.frozenAt, frozen: true };
    }
    const behind = this.sourcesIn(BEHIND);
    const until =
      Math.max(api ? Date.parse(api.since) : 0, this.frozenAt) +
      CATCH_UP_MILLIS;
    if (behind.length > 0 && now < until) {
      return { now: this.frozenAt, frozen: true, until };
    }
    behind.forEach(({ source }) => this.givenUp.add(source));
    this.frozenAt = undefined;
    return { now, frozen: false };
  }

  /** When the first of the sources that are away went. */
  private beginning(): number | undefined {
    const times = this.sourcesIn(BAD).map(({ since }) => Date.parse(since));
    return times.length > 0 ? Math.min(...times) : undefined;
  }

  private sourcesIn(states: readonly SourceState[]) {
    return this.freshness
      .list()
      .filter(
        ({ source, state }) =>
          states.includes(state) &&
          isOfApi(source) &&
          !this.givenUp.has(source),
      );
  }
}
