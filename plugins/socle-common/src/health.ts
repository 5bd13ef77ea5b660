import { ResourceRef } from './refs';

/**
 * The five words for how a resource is, worst first.
 * `unknown` means that it cannot be told, never that it is well.
 * @public
 */
export const HEALTH_STATUSES = [
  'failed',
  'degraded',
  'unknown',
  'progressing',
  'healthy',
] as const;

/** @public One of {@link HEALTH_STATUSES}. */
export type HealthStatus = (typeof HEALTH_STATUSES)[number];

/** @public A plain JSON value. */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | undefined
  | JsonValue[]
  | { [key: string]: JsonValue };

/**
 * The field that says so. `ref` is left out where it is the judged resource itself.
 * @public
 */
export interface Evidence {
  ref?: ResourceRef;
  path: string;
  value: JsonValue;
}

/**
 * How a resource is and why. `flags` and `warnings` stand beside the status and never change it.
 * @public
 */
export interface Health {
  status: HealthStatus;
  /** A stable code in PascalCase. */
  reason?: string;
  /** One sentence with figures, for a person. */
  message?: string;
  evidence?: Evidence[];
  flags?: string[];
  warnings?: string[];
  /** Path of the runbook below the docs, e.g. `runbooks/storage/LonghornVolumeDegraded`. */
  runbook?: string;
  /** Since when the status holds, RFC 3339. */
  since?: string;
}

/**
 * Orders statuses for sorting and roll-ups: 0 is the worst.
 * @public
 */
export function healthRank(status: HealthStatus): number {
  return HEALTH_STATUSES.indexOf(status);
}

/**
 * The worst of several, by failed \> degraded \> unknown \> progressing \> healthy; undefined for none.
 * @public
 */
export function worstHealth(
  statuses: Iterable<HealthStatus>,
): HealthStatus | undefined {
  let worst: HealthStatus | undefined;
  for (const status of statuses) {
    if (worst === undefined || healthRank(status) < healthRank(worst)) {
      worst = status;
    }
  }
  return worst;
}

/**
 * How many resources stand at each status. `uncounted` are those without a state of their own or suspended on purpose.
 * @public
 */
export type HealthCounts = Record<HealthStatus, number> & { uncounted: number };

/** @public Counts of nothing. */
export function emptyCounts(): HealthCounts {
  return {
    failed: 0,
    degraded: 0,
    unknown: 0,
    progressing: 0,
    healthy: 0,
    uncounted: 0,
  };
}

/**
 * Whether a health takes part in roll-ups: kinds without a state, what is suspended on purpose and what went wrong so
 * long ago that it is history do not.
 * @public
 */
export function counts(health: Pick<Health, 'reason' | 'flags'>): boolean {
  return (
    health.reason !== 'NoState' &&
    !health.flags?.some(flag => flag === 'suspended' || flag === 'history')
  );
}

/**
 * The worst status in counts; undefined where nothing counts.
 * @public
 */
export function worstOfCounts(of: HealthCounts): HealthStatus | undefined {
  return HEALTH_STATUSES.find(status => of[status] > 0);
}
