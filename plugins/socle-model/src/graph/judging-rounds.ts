import { NOT_JUDGED } from '../judging/judge';
import { Verdict } from '../judging/verdict';
import { Deadlines } from './deadlines';
import type { HealthChange } from './store';
import { StoredResource } from './stored-resource';

/** How often one object may be judged in one settling before its dependences are taken to be a circle. */
const MAX_ROUNDS = 8;

/** How often an object was judged in one settling, and how it stood before that. */
interface Visit {
  rounds: number;
  from: Verdict;
  since: number;
  /** It was judged before all that it rests on was read: since then is no news. */
  early: boolean;
}

/** What has to be judged: what changed, what is due by the clock, and what follows from either. */
export class JudgingRounds {
  private readonly marked = new Set<StoredResource>();
  private readonly gone: StoredResource[] = [];
  /** Judged while there was more to be read. */
  private readonly early = new Set<StoredResource>();
  private readonly deadlines = new Deadlines();

  constructor(
    private readonly judge: (record: StoredResource, now: number) => Verdict,
    /** Marks those linked to one whose verdict changed. */
    private readonly markNeighbours: (record: StoredResource) => void,
  ) {}

  mark(record: StoredResource): void {
    this.marked.add(record);
  }

  /** Takes note of an object that is gone. */
  drop(record: StoredResource): void {
    this.marked.delete(record);
    this.early.delete(record);
    this.deadlines.set(record, undefined);
    this.gone.push(record);
  }

  /** When the next object is due; undefined for never. */
  next(): number | undefined {
    return this.deadlines.next();
  }

  /** Judges what is marked and what follows from that, as of `now` (milliseconds); `reading` while more is to come. */
  settle(now: number, reading: boolean): HealthChange[] {
    for (const record of this.deadlines.due(now)) {
      this.marked.add(record);
    }
    const changes = new Map<StoredResource, HealthChange>();
    for (const record of this.gone.splice(0)) {
      changes.set(record, {
        resource: record,
        from: record.verdict,
        to: undefined,
        at: now,
      });
    }
    const visits = new Map<StoredResource, Visit>();
    // What is marked while this goes on comes last; what still waits for its turn is not judged twice for it.
    for (const record of this.marked) {
      this.marked.delete(record);
      const visit = visits.get(record) ?? {
        rounds: 0,
        from: record.verdict,
        since: record.since,
        early: this.early.has(record),
      };
      visit.rounds += 1;
      if (visit.rounds <= MAX_ROUNDS) {
        visits.set(record, visit);
        this.judgeOne(record, visit, now, changes);
      }
    }
    if (reading) {
      for (const record of visits.keys()) this.early.add(record);
    } else {
      this.early.clear();
    }
    return [...changes.values()].filter(
      change =>
        change.from?.status !== change.to?.status ||
        change.from?.reason !== change.to?.reason,
    );
  }

  private judgeOne(
    record: StoredResource,
    visit: Visit,
    now: number,
    changes: Map<StoredResource, HealthChange>,
  ): void {
    const last = record.verdict;
    const to = this.judge(record, now);
    this.deadlines.set(record, to.recheckAt);
    record.verdict = to;
    record.since = sinceOf(to, visit, now);
    if (
      last.status !== to.status ||
      last.reason !== to.reason ||
      last.message !== to.message
    ) {
      this.markNeighbours(record);
      changes.set(record, { resource: record, from: visit.from, to, at: now });
    }
    record.forget();
  }
}

/**
 * What the object says of since when it is so, unless something else was seen after that. Its clock may be ahead of
 * ours.
 */
function sinceOf(
  to: Verdict,
  { from, since, early }: Visit,
  now: number,
): number {
  if (from.status === to.status && from.reason === to.reason) {
    return since;
  }
  const said = to.since ?? to.progressingSince ?? now;
  const seen = from !== NOT_JUDGED && !early;
  return seen && said < since ? now : Math.min(said, now);
}
