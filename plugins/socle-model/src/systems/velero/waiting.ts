import { Facts } from '../../definition/kind';
import { Resource } from '../../definition/resource';
import {
  degraded,
  HealthContext,
  progressing,
  Verdict,
  VerdictEvidence,
} from '../../judging/verdict';
import { formatTime } from '../../reading/times';

/** Something under way, and what it is called once it takes too long. */
export interface Wait {
  reason: string;
  /** A sentence without its full stop. */
  message: string;
  /** Since when, in milliseconds; from when it is first seen where the object does not say. */
  since?: number;
  limitMillis: number;
  lateReason: string;
  evidence: VerdictEvidence[];
}

/** Progress with a deadline of its own. */
export function waiting<F extends Facts>(
  resource: Resource<F>,
  context: HealthContext,
  wait: Wait,
): Verdict {
  const { reason, message, limitMillis, lateReason, evidence } = wait;
  const since = wait.since ?? firstSeen(resource, context, wait);
  const due = since + limitMillis;
  if (context.now > due) {
    return degraded(lateReason, `${message}, since ${formatTime(since)}.`, {
      evidence,
      since: due,
    });
  }
  return progressing(reason, `${message}.`, {
    evidence,
    progressingSince: since,
    recheckAt: due + 1,
  });
}

function firstSeen<F extends Facts>(
  { verdict }: Resource<F>,
  { now }: HealthContext,
  { reason, lateReason, limitMillis }: Wait,
): number {
  if (verdict.reason === reason) {
    return verdict.progressingSince ?? now;
  }
  return verdict.reason === lateReason && verdict.since !== undefined
    ? verdict.since - limitMillis
    : now;
}
