import { Facts } from '../../definition/kind';
import { Resource } from '../../definition/resource';
import {
  HealthContext,
  progressing,
  Verdict,
  VerdictEvidence,
} from '../../judging/verdict';

type Detail = { evidence?: VerdictEvidence[]; flags?: string[] };

/**
 * Progress that is to end soon, told by an object that does not say since when. It counts from when this very message
 * was first given: a percentage that moves starts the clock anew.
 */
export function underWay<F extends Facts>(
  resource: Resource<F>,
  context: HealthContext,
  reason: string,
  message: string,
  detail: Detail & { startedAt?: number } = {},
): Verdict {
  const { startedAt, ...rest } = detail;
  const { verdict, since } = resource;
  let progressingSince = startedAt ?? context.now;
  if (verdict.status === 'progressing' && verdict.message === message) {
    progressingSince = verdict.progressingSince ?? since;
  } else if (
    verdict.reason === 'NoProgress' &&
    verdict.message.endsWith(message)
  ) {
    // It was found stuck after all the patience there was.
    progressingSince = Math.min(
      progressingSince,
      verdict.progressingSince ?? since,
    );
  }
  return progressing(reason, message, { ...rest, progressingSince });
}

/** Progress that may take as long as it takes: a restore, an eviction. */
export function takingItsTime(
  context: HealthContext,
  reason: string,
  message: string,
  detail: Detail = {},
): Verdict {
  return progressing(reason, message, {
    ...detail,
    progressingSince: context.now,
  });
}
