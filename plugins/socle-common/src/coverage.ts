import { ResourceRef } from './refs';

/**
 * What stands between a claim or a database and its last good backup. `none` is covered; `unknown` is not `noBackup`:
 * the latter is said only where everything that could hold a backup was read.
 * @public
 */
export type CoverageGap =
  | 'none'
  | 'noBackup'
  | 'localOnly'
  | 'failed'
  | 'late'
  | 'unknown';

/** @public Every gap, the worst first. */
export const COVERAGE_GAPS: readonly CoverageGap[] = [
  'noBackup',
  'failed',
  'localOnly',
  'late',
  'unknown',
  'none',
];

/** @public One backup, or one run that failed. Times are RFC 3339. */
export interface CoverageRun {
  at?: string;
  ageSeconds?: number;
  ref?: ResourceRef;
  message?: string;
}

/** @public A schedule that covers a claim or a database. */
export interface CoverageSchedule {
  ref: ResourceRef;
  intervalSeconds?: number;
  suspended: boolean;
}

/** @public What one tool has of a claim or a database. */
export interface CoverageTool {
  /** Id of the system: `longhorn`, `velero`, `cloudnative-pg`, `persistent-storage` for CSI snapshots. */
  tool: string;
  /** How it is done: `backup`, `fileBackup`, `snapshotUpload`, `snapshot`, `baseBackup`. */
  method: string;
  /** `notRead`: a kind that would tell could not be read, so that there may be more. */
  state: 'known' | 'notRead';
  /** It stays in the same storage: gone with it. */
  local: boolean;
  /** False where a backup covers the namespace and does not say which claims it holds. */
  certain: boolean;
  lastGood?: CoverageRun;
  lastFailed?: CoverageRun;
  /** Older than the schedules promise. */
  late: boolean;
  /** From when on any point in time can be restored. */
  recoverableFrom?: string;
  schedules: CoverageSchedule[];
}

/** @public Whether a restore was ever proven, and by what. */
export interface CoverageRestore {
  state: 'proven' | 'never' | 'unknown';
  at?: string;
  ref?: ResourceRef;
}

/** @public One claim or database, as `GET /v1/coverage` tells it. */
export interface CoverageItem {
  ref: ResourceRef;
  subject: 'claim' | 'database';
  gap: CoverageGap;
  /** One sentence with figures. */
  message: string;
  lastGood?: CoverageRun & { tool: string };
  tools: CoverageTool[];
  restore: CoverageRestore;
  /** The database whose backups hold the data of the claim. */
  coveredBy?: ResourceRef;
}
