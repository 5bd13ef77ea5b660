import type { Resource } from '../../definition/resource';
import { failed, healthy, HealthContext, Verdict } from '../../judging/verdict';
import { statusPath } from './container-state';
import type { PodFacts, Trouble } from './pod-facts';

const SUCCEEDED = Object.freeze(
  healthy('PodSucceeded', 'All containers have done their work.'),
);

const STOPPED = Object.freeze(
  healthy('PodSucceeded', 'All containers have been stopped.'),
);

export function judgeEnded(
  pod: Resource<PodFacts>,
  context: HealthContext,
): Verdict {
  const { facts } = pod;
  if (facts.phase === 'Succeeded') {
    return SUCCEEDED;
  }
  // Asked to stop, its containers end as they like: it only waits to be removed.
  if (pod.meta.deleting !== undefined && !facts.statusReason) {
    return STOPPED;
  }
  const ended = facts.troubles?.find(
    ({ exitCode }) => exitCode !== undefined && exitCode !== 0,
  );
  const why = whyFailed(facts, ended);
  const owner = replacedFor(pod, context);
  if (owner) {
    return healthy(
      'PodReplaced',
      `Failed earlier (${why}); ${owner.kind.kind} ${owner.meta.name} does without it.`,
      {
        flags: ['history'],
        warnings: [`Failed earlier: ${why}`],
      },
    );
  }
  return failed(
    facts.statusReason === 'Evicted' ? 'PodEvicted' : 'PodFailed',
    `Failed: ${why}`,
    {
      evidence: [
        { path: 'status.phase', value: 'Failed' },
        ...(facts.statusReason
          ? [{ path: 'status.reason', value: facts.statusReason }]
          : []),
        ...(ended
          ? [
              {
                path: `${statusPath(ended)}.state.terminated.exitCode`,
                value: ended.exitCode,
              },
            ]
          : []),
      ],
    },
  );
}

function whyFailed(
  { statusReason, statusMessage }: PodFacts,
  ended: Trouble | undefined,
): string {
  if (statusReason) {
    return statusMessage ? `${statusReason}: ${statusMessage}` : statusReason;
  }
  if (ended) {
    return `${ended.name} ended with exit code ${ended.exitCode}${
      ended.reason ? ` (${ended.reason})` : ''
    }`;
  }
  return statusMessage ?? 'no reason given';
}

/** The owner for which the pod is history: it has all it wants, or, a Job, tries again. */
function replacedFor(
  { facts }: Resource<PodFacts>,
  context: HealthContext,
): Resource | undefined {
  const owner = context.target('ownedBy');
  if (owner?.state !== 'present' || facts.phase !== 'Failed') {
    return undefined;
  }
  const { kind, verdict } = owner.resource;
  const triesAgain = kind.kind === 'Job' && verdict.reason === 'JobRunning';
  return verdict.status === 'healthy' || triesAgain
    ? owner.resource
    : undefined;
}
