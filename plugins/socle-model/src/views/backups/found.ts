import { Resource } from '../../definition/resource';

/** One backup, or one run that failed, before it is put into words. Times are milliseconds. */
export interface Run {
  at?: number;
  of?: Resource;
  message?: string;
}

/** A schedule that covers a subject. */
export interface Plan {
  of: Resource;
  interval?: number;
  suspended: boolean;
}

/** What one tool has of one subject. */
export interface Found {
  tool: string;
  method: string;
  /** Every kind that would tell was read. */
  read: boolean;
  local?: boolean;
  uncertain?: boolean;
  good?: Run;
  failed?: Run;
  recoverableFrom?: number;
  plans: Plan[];
  /** A restore from it that succeeded, and whether all that could tell was read. */
  restore?: { proven?: Run; read: boolean };
}

/** The newest of some runs; those without a time stand behind. */
export function newest(runs: readonly Run[]): Run | undefined {
  return runs.reduce<Run | undefined>(
    (best, run) => (best && (best.at ?? 0) >= (run.at ?? 0) ? best : run),
    undefined,
  );
}
