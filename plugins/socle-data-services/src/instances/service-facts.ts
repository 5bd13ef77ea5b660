import {
  DATA_SERVICE_GAPS,
  DataServiceGap,
} from '@socle/backstage-plugin-socle-common';
import {
  HealthMark,
  ListedResource,
} from '@socle/backstage-plugin-socle-react';

/** What a row says, read without trust: what is missing or of another form is not known. */
export interface ServiceWords {
  engine?: string;
  engineTitle?: string;
  version?: string;
  ready?: number;
  wanted?: number;
  claims?: number;
  capacityBytes?: number;
  usedBytes?: number;
  backup: DataServiceGap;
  backupMessage?: string;
  lastGoodAt?: string;
  lastGoodTool?: string;
  recoverableFrom?: string;
  restore: 'proven' | 'never' | 'unknown';
  restoredAt?: string;
  schedules?: number;
}

/** Reads the facts of a row of `/v1/data-services`. */
export function serviceOf({ facts }: ListedResource): ServiceWords {
  const text = (name: string) => {
    const value = facts[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const number = (name: string) => {
    const value = facts[name];
    return typeof value === 'number' ? value : undefined;
  };
  return {
    engine: text('engine'),
    engineTitle: text('engineTitle'),
    version: text('version'),
    ready: number('ready'),
    wanted: number('wanted'),
    claims: number('claims'),
    capacityBytes: number('capacityBytes'),
    usedBytes: number('usedBytes'),
    backup: DATA_SERVICE_GAPS.find(gap => gap === facts.backup) ?? 'unknown',
    backupMessage: text('backupMessage'),
    lastGoodAt: text('lastGoodAt'),
    lastGoodTool: text('lastGoodTool'),
    recoverableFrom: text('recoverableFrom'),
    restore:
      facts.restore === 'proven' || facts.restore === 'never'
        ? facts.restore
        : 'unknown',
    restoredAt: text('restoredAt'),
    schedules: number('schedules'),
  };
}

/** How a backup is drawn: without one, or with one that fails, the service works but lacks a guarantee. */
export const GAP_MARK: Record<DataServiceGap, HealthMark> = {
  noBackup: 'degraded',
  failed: 'degraded',
  localOnly: 'degraded',
  late: 'degraded',
  unknown: 'unknown',
  none: 'healthy',
  nothingStored: 'noState',
};
