import { Resource } from '../../definition/resource';
import { HealthContext, VerdictEvidence } from '../../judging/verdict';
import { quoted } from '../../reading/wording';

const MINUTE = 60_000;

/** What is kept of an Event; `last` is when it was last seen, in milliseconds. */
export type EventFacts = {
  reason?: string;
  type?: string;
  note?: string;
  count?: number;
  last?: number;
  /** Of the object it is about. */
  uid?: string;
};

/** An event on the judged object. */
export interface SeenEvent {
  reason: string;
  /** What it says, for a sentence. */
  says: string;
  last?: number;
  evidence: VerdictEvidence;
}

/**
 * The newest event with one of these reasons on an object. An object made anew under the same name does not inherit
 * the events of the one before it.
 */
export function newestEvent(
  { meta }: Resource,
  context: HealthContext,
  reasons: readonly string[],
): SeenEvent | undefined {
  let newest: Resource<EventFacts> | undefined;
  for (const event of context.incoming<EventFacts>('involves', '/Event')
    .items) {
    const { reason = '', last, uid } = event.facts;
    const ofBefore =
      (uid !== undefined && meta.uid !== undefined && uid !== meta.uid) ||
      (last !== undefined && meta.created !== undefined && last < meta.created);
    if (
      reasons.includes(reason) &&
      !ofBefore &&
      (last ?? 0) >= (newest?.facts.last ?? 0)
    ) {
      newest = event;
    }
  }
  if (!newest) {
    return undefined;
  }
  const { reason = '', note = reason, last } = newest.facts;
  return {
    reason,
    says: quoted(note),
    ...(last !== undefined ? { last } : {}),
    evidence: { of: newest, path: 'message', value: note },
  };
}

/** Until when an event counts as fresh; undefined where it no longer does. */
export function freshUntil(
  event: SeenEvent,
  context: HealthContext,
): number | undefined {
  if (event.last === undefined) {
    return undefined;
  }
  const until = event.last + context.thresholds.eventFreshMinutes * MINUTE;
  return until >= context.now ? until : undefined;
}
