import { SourceState } from '@socle/backstage-plugin-socle-common';
import { ProbeFailure, RoundResult } from './probe-round';

/** What a round makes of the source. */
export interface ProbeState {
  state: SourceState;
  message?: string;
  /** Wait at least so long before the next round. */
  waitMillis?: number;
  /** Nothing was told at all: the next rounds are spaced out. */
  failed: boolean;
}

const MOST_NAMED = 4;

/** How a source is after a round; undefined where there was nothing to be asked, or the cluster has no such thing. */
export function stateAfter(
  { answered, failures }: RoundResult,
  credential: string,
): ProbeState | undefined {
  if (failures.length === 0) {
    return answered > 0 ? { state: 'live', failed: false } : undefined;
  }
  const lacking = failures.filter(({ lacks }) => lacks);
  if (answered > 0 && lacking.length === failures.length) {
    return {
      state: 'live',
      message: `it does not have ${named(lacking)}`,
      failed: false,
    };
  }
  const waitMillis = Math.max(
    0,
    ...failures.map(failure => failure.retryAfterMillis ?? 0),
  );
  if (answered > 0 && failures.every(({ apart }) => apart)) {
    return {
      state: 'live',
      message: `${failures.length} did not tell: ${named(failures)}`,
      waitMillis,
      failed: false,
    };
  }
  const failed = answered === 0;
  const refused = failures.filter(isForbidden);
  if (refused.length === failures.length) {
    const { status } = refused[0];
    const what = status === 401 ? 'is not accepted' : 'may not read';
    return {
      state: 'notPermitted',
      message: failed
        ? `${credential} ${what}${status === 401 ? '' : ' it'} (HTTP ${status})`
        : `${credential} ${what} ${named(refused)}; the rest is read`,
      waitMillis,
      failed,
    };
  }
  return {
    state: failed ? 'unreachable' : 'stale',
    message: failed ? first(failures) : named(failures),
    waitMillis,
    failed,
  };
}

function isForbidden({ status }: ProbeFailure): boolean {
  return status === 401 || status === 403;
}

function first([failure]: readonly ProbeFailure[]): string {
  return `${failure.request}: ${failure.message}`;
}

/** `quotas (HTTP 403), robots (HTTP 500)`, each request once. */
function named(failures: readonly ProbeFailure[]): string {
  const messages = new Map<string, string>();
  for (const { request, message } of failures) {
    if (!messages.has(request)) messages.set(request, message);
  }
  const said = [...messages]
    .slice(0, MOST_NAMED)
    .map(([request, message]) => `${request} (${message})`);
  const more = messages.size - said.length;
  return `${said.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
