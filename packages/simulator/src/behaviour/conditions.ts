import { Fields, isFields } from '../storage/object';

/** Conditions of a list with one (or several) of them changed; the time of transition moves only with the status. */
export function withConditions(
  conditions: unknown[],
  changes: Record<string, Fields>,
  now: string,
): Fields[] {
  return conditions.filter(isFields).map(condition => {
    const change = changes[String(condition.type)];
    if (!change) return condition;
    const moved = 'status' in change && change.status !== condition.status;
    return {
      ...condition,
      ...change,
      ...(moved && { lastTransitionTime: now }),
    };
  });
}

/** Restored conditions, as a controller would write them now: what changes back does so at this moment. */
export function restoredConditions(
  restored: unknown,
  present: unknown[],
  now: string,
): unknown {
  if (!Array.isArray(restored)) return restored;
  const status = new Map(
    present
      .filter(isFields)
      .map(condition => [condition.type, condition.status]),
  );
  return restored.map(condition =>
    isFields(condition) && status.get(condition.type) !== condition.status
      ? {
          ...condition,
          lastTransitionTime: now,
          ...('lastHeartbeatTime' in condition && { lastHeartbeatTime: now }),
        }
      : condition,
  );
}

export function conditionStatus(conditions: unknown[], type: string): unknown {
  return conditions.filter(isFields).find(condition => condition.type === type)
    ?.status;
}
