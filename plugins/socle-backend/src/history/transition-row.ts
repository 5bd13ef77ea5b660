import { groupOf, ResourceRef } from '@socle/backstage-plugin-socle-common';
import {
  HealthChange,
  refOf,
  Verdict,
} from '@socle/backstage-plugin-socle-model';

/** A row of the table, as the migrations state it. */
export interface TransitionRow {
  id: number;
  cluster: string;
  object_key: string;
  previous_id: number;
  ref: string;
  at: number | string;
  from_status: string | null;
  to_status: string;
  reason: string | null;
  message: string | null;
}

/** What the newest row of an object says. */
export interface Latest {
  id: number;
  status: string;
  reason: string | null;
  at: number;
}

/** Which object a row is about, whatever version it was read at. */
export function objectKeyOf(ref: ResourceRef): string {
  const { apiVersion, kind, namespace = '', name } = ref;
  return `${groupOf(apiVersion)}/${kind}/${namespace}/${name}`;
}

export function keyOf(cluster: string, { resource }: HealthChange): string {
  return objectKeyOf(refOf(resource, cluster));
}

/** Whether this is the first verdict on an object since this process started. */
export function isFirst({ from }: HealthChange): boolean {
  return from === undefined || from.reason === 'NotJudged';
}

/**
 * The row of a change; none where the last row says the same already (another replica, or a restart), and none for
 * an object of which nothing is wrong or known the first time it is seen.
 */
export function rowOf(
  cluster: string,
  change: HealthChange,
  before: Latest | undefined,
): Omit<TransitionRow, 'id'> | undefined {
  const { resource, from, to, at } = change;
  const status = to?.status ?? 'gone';
  const first = isFirst(change);
  if (
    before
      ? before.status === status
      : first && ['healthy', 'unknown', 'gone'].includes(status)
  ) {
    return undefined;
  }
  return {
    cluster,
    object_key: keyOf(cluster, change),
    previous_id: before?.id ?? 0,
    ref: JSON.stringify(refOf(resource, cluster)),
    at,
    from_status: statusBefore(before, first ? undefined : from),
    to_status: status,
    reason: to?.reason ?? null,
    message: to?.message ?? null,
  };
}

/** What is gone has no health; an object of the same name that comes after it begins anew. */
function statusBefore(
  before: Latest | undefined,
  from: Verdict | undefined,
): string | null {
  if (before) {
    return before.status === 'gone' ? null : before.status;
  }
  return from?.status ?? null;
}
