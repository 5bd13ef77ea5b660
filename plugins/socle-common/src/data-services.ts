import { ResourceItem } from './api';
import { CoverageGap, CoverageRestore } from './coverage';

/** @public What a data service is for. */
export const DATA_SERVICE_FAMILIES = [
  'database',
  'cache',
  'stream',
  'vector',
  'multiModel',
  'keyValue',
  'search',
] as const;

/** @public One of {@link DATA_SERVICE_FAMILIES}. */
export type DataServiceFamily = (typeof DATA_SERVICE_FAMILIES)[number];

/**
 * How a data service is backed up: the gap of its coverage, or `nothingStored` where it was fully read and keeps no
 * claim that could be backed up.
 * @public
 */
export type DataServiceGap = CoverageGap | 'nothingStored';

/** @public Every {@link DataServiceGap}, the worst first. */
export const DATA_SERVICE_GAPS: readonly DataServiceGap[] = [
  'noBackup',
  'failed',
  'localOnly',
  'late',
  'unknown',
  'none',
  'nothingStored',
];

/**
 * What is known of a data service beside its health. What is not known is left out. Backups are its own where a tool
 * makes them of it as a whole, else the worst of its claims'.
 * @public
 */
export type DataServiceFacts = {
  family: DataServiceFamily;
  /** `postgresql`, `kafka`, `tikv` … */
  engine: string;
  /** The engine's name, for a person. */
  engineTitle: string;
  version?: string;
  ready?: number;
  wanted?: number;
  claims: number;
  capacityBytes?: number;
  /** Only where every claim is measured. */
  usedBytes?: number;
  backup: DataServiceGap;
  backupMessage?: string;
  /** RFC 3339. Of claims: the oldest of the last good ones, and only where each claim has one. */
  lastGoodAt?: string;
  lastGoodTool?: string;
  /** From when on any point in time can be restored, RFC 3339. */
  recoverableFrom?: string;
  restore: CoverageRestore['state'];
  /** When a restore was last proven, RFC 3339. */
  restoredAt?: string;
  /** How many schedules make them. */
  schedules: number;
};

/** @public One instance of a database, cache, broker or store, as `GET /v1/data-services` tells it. */
export interface DataServiceItem extends ResourceItem {
  facts: DataServiceFacts;
}
