import {
  counts,
  Health,
  HealthStatus,
} from '@socle/backstage-plugin-socle-common';

/**
 * What is drawn for a health: its status, or that it is paused, has no state of its own, is missing, was not read, or is gone.
 * @public
 */
export type HealthMark =
  | HealthStatus
  | 'paused'
  | 'noState'
  | 'absent'
  | 'notRead'
  | 'gone';

/** @public The mark of a health. */
export function markOf(health: Health): HealthMark {
  if (health.flags?.includes('suspended')) {
    return 'paused';
  }
  return counts(health) ? health.status : 'noState';
}

/** @public The mark of one end of a link, which may be missing or not read. */
export function markOfEnd(end: {
  state: 'present' | 'absent' | 'notRead';
  health?: Health;
}): HealthMark {
  if (end.state !== 'present') {
    return end.state;
  }
  return end.health ? markOf(end.health) : 'unknown';
}

/** The colour of a mark, a token of the theme. */
export const MARK_COLOUR: Record<HealthMark, string> = {
  healthy: 'var(--bui-fg-positive)',
  progressing: 'var(--bui-fg-announcement)',
  degraded: 'var(--bui-fg-warning)',
  failed: 'var(--bui-fg-negative)',
  absent: 'var(--bui-fg-negative)',
  unknown: 'var(--bui-fg-secondary)',
  notRead: 'var(--bui-fg-secondary)',
  paused: 'var(--bui-fg-secondary)',
  noState: 'var(--bui-fg-secondary)',
  gone: 'var(--bui-fg-secondary)',
};
