import {
  degraded,
  healthy,
  HealthContext,
  Verdict,
} from '../../judging/verdict';
import { formatTime } from '../../reading/times';
import { plural } from './counts';
import { statusPath } from './container-state';
import type { End, PodFacts } from './pod-facts';

const MINUTE = 60_000;

/** Verdicts of pods that never restarted: nearly all, so they share one for each number of containers. */
const READY = Array.from({ length: 10 }, (_, count) =>
  Object.freeze(
    healthy(
      'PodReady',
      count === 0 ? 'Ready.' : `${plural(count, 'container')} ready.`,
    ),
  ),
);

/** A ready pod: what its containers went through before. The restart count runs for a lifetime and gives no rate. */
export function judgeRestarts(
  facts: PodFacts,
  context: HealthContext,
): Verdict {
  const recent = judgeRecentEnd(facts, context);
  if (recent) {
    return recent;
  }
  const ready = READY[facts.containers ?? 0] ?? READY[0];
  const { restarts = 0, lastEnd } = facts;
  if (restarts === 0 && !lastEnd) {
    return ready;
  }
  const last =
    lastEnd?.at === undefined ? '' : `, last at ${formatTime(lastEnd.at)}`;
  return {
    ...ready,
    warnings: [
      lastEnd?.reason === 'OOMKilled'
        ? `Killed for memory${last}.`
        : `Restarted ${restarts === 1 ? 'once' : `${restarts} times`}${last}.`,
    ],
  };
}

/** A container that runs again but ended lately may end again. */
export function judgeRecentEnd(
  { lastEnd, restarts = 0 }: PodFacts,
  context: HealthContext,
): Verdict | undefined {
  if (lastEnd?.at === undefined) {
    return undefined;
  }
  const over = lastEnd.at + context.thresholds.recentRestartMinutes * MINUTE;
  if (context.now > over) {
    return undefined;
  }
  const times = plural(Math.max(restarts, 1), 'restart');
  const { container: name, sidecar } = lastEnd;
  const path = `${statusPath({ name, sidecar })}.lastState.terminated`;
  const detail = { since: lastEnd.at, recheckAt: over + 1 };
  return lastEnd.reason === 'OOMKilled'
    ? degraded(
        'PodOutOfMemory',
        `${lastEnd.container}: killed for memory at ${formatTime(
          lastEnd.at,
        )}, running again, ${times}.`,
        {
          ...detail,
          evidence: [{ path: `${path}.reason`, value: 'OOMKilled' }],
        },
      )
    : degraded(
        'PodRestarted',
        `${lastEnd.container}: restarted, last at ${formatTime(
          lastEnd.at,
        )}${endText(lastEnd)}, ${times}.`,
        {
          ...detail,
          evidence: [
            { path: `${path}.finishedAt`, value: formatTime(lastEnd.at) },
          ],
        },
      );
}

function endText({ exitCode, reason }: End): string {
  return exitCode === undefined
    ? ''
    : ` (exit code ${exitCode}${
        reason && reason !== 'Error' ? `, ${reason}` : ''
      })`;
}
