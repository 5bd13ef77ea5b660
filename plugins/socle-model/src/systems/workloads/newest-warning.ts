import type { Meta, Resource } from '../../definition/resource';
import type { HealthContext } from '../../judging/verdict';

/** What rules read of an event. */
type EventFacts = {
  reason: string;
  type: string;
  note?: string;
  last?: number;
  uid?: string;
};

/**
 * The newest warning about an object, of any reason or one of those given. An event names its object's uid: one about
 * an earlier object of the same name does not count.
 */
export function newestWarning(
  context: HealthContext,
  meta: Meta,
  reasons?: readonly string[],
): Resource<EventFacts> | undefined {
  let newest: Resource<EventFacts> | undefined;
  for (const event of context.incoming<EventFacts>('involves', '/Event')
    .items) {
    const { type, reason, uid, last = 0 } = event.facts;
    const same =
      uid === undefined || meta.uid === undefined || uid === meta.uid;
    if (
      type === 'Warning' &&
      same &&
      (reasons === undefined || reasons.includes(reason)) &&
      last >= (newest?.facts.last ?? 0)
    ) {
      newest = event;
    }
  }
  return newest;
}
