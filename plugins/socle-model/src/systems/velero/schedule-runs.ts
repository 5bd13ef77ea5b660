import { Resource } from '../../definition/resource';
import { HealthContext } from '../../judging/verdict';
import type { BackupFacts } from './backup';
import type { ScheduleFacts } from './schedule';

type Run = Resource<BackupFacts>;

/** What is known of the backups of one schedule. */
export interface RunsOf {
  /** No more than these exist. */
  listed: boolean;
  /** The newest of all. */
  newest?: Run;
  /** The newest that has come to an end. */
  finished?: Run;
  /** The newest that can be restored from in full. */
  good?: Run;
  /** Milliseconds between two runs at most; of a cron text that cannot be read, what is usual. */
  interval?: number;
}

const FINISHED = new Set([
  'Completed',
  'PartiallyFailed',
  'Failed',
  'FailedValidation',
]);
/** As many gaps as the usual one is taken from. */
const LAST_RUNS = 5;

export function runsOf(
  { facts }: Resource<ScheduleFacts>,
  context: HealthContext,
): RunsOf {
  const { listed, items } = context.incoming<BackupFacts>(
    'ofSchedule',
    'velero.io/Backup',
  );
  const runs = items
    .filter(run => run.meta.deleting === undefined)
    .sort(newestFirst);
  return {
    listed,
    newest: runs[0],
    finished: runs.find(run => FINISHED.has(run.facts.phase ?? '')),
    good: runs
      .filter(run => isGood(run, context.now))
      .sort(
        (a, b) => b.facts.completed! - a.facts.completed! || newestFirst(a, b),
      )[0],
    interval: facts.intervalMillis ?? usualGap(runs),
  };
}

/** Complete, with the data of all its volumes, and not about to be deleted. */
function isGood({ facts, verdict }: Run, now: number): boolean {
  return (
    facts.phase === 'Completed' &&
    facts.completed !== undefined &&
    (facts.expires === undefined || facts.expires > now) &&
    verdict.reason !== 'VeleroBackupVolumesMissing'
  );
}

function createdOf({ meta, facts }: Run): number {
  return meta.created ?? facts.started ?? 0;
}

/** Those of one second by name, which ends in the time: what came first over the wire says nothing. */
function newestFirst(a: Run, b: Run): number {
  return createdOf(b) - createdOf(a) || (a.meta.name < b.meta.name ? 1 : -1);
}

function usualGap(runs: readonly Run[]): number | undefined {
  const times = runs.slice(0, LAST_RUNS).map(createdOf);
  const gaps = times
    .slice(1)
    .map((time, at) => times[at] - time)
    .filter(gap => gap > 0)
    .sort((a, b) => a - b);
  return gaps[Math.floor(gaps.length / 2)];
}
