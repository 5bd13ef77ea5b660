import { formatTime } from '../../reading/times';
import { Resource } from '../../definition/resource';
import {
  degraded,
  HealthContext,
  judgedAgainAfter,
  progressing,
  Verdict,
} from '../../judging/verdict';
import { AppProjectFacts } from './app-project-facts';
import { ApplicationFacts } from './application-facts';
import { heldBack } from './sync-windows';

const MINUTE = 60_000;

/** The cluster differs from Git: drift, unless automated sync is just about to bring a new revision. */
export function judgeDrift(
  { facts, meta }: Resource<ApplicationFacts>,
  context: HealthContext,
): Verdict | undefined {
  if (facts.sync !== 'OutOfSync') {
    return undefined;
  }
  const project = context.target<AppProjectFacts>('project');
  const windows =
    (project?.state === 'present' && project.resource.facts.syncWindows) || [];
  const { now } = context;
  const window = heldBack(windows, meta.name, facts.destination, now);
  // Windows open and close by the minute.
  return judgedAgainAfter(
    driftOf(facts, window, context),
    now,
    windows.length > 0 ? Math.ceil((now + 1) / MINUTE) * MINUTE : undefined,
  );
}

function driftOf(
  facts: ApplicationFacts,
  window: string | undefined,
  context: HealthContext,
): Verdict {
  const evidence = [{ path: 'status.sync.status', value: 'OutOfSync' }];
  const { reconciledAt } = facts;
  const graceEnds =
    reconciledAt === undefined
      ? undefined
      : reconciledAt + context.thresholds.argoDriftGraceMinutes * MINUTE;
  if (
    facts.autoSync &&
    !window &&
    graceEnds !== undefined &&
    context.now <= graceEnds &&
    !sameRevisionSynced(facts)
  ) {
    return progressing(
      'ArgoSyncExpected',
      `${differing(facts)}; automated sync is on and about to act.`,
      {
        evidence: [
          ...evidence,
          { path: 'status.reconciledAt', value: formatTime(reconciledAt!) },
        ],
        progressingSince: reconciledAt,
        recheckAt: graceEnds + 1,
      },
    );
  }
  // It was as Git said when the last sync ended; when it began to differ after that, nothing says.
  const since =
    facts.phase === 'Succeeded' ? facts.operationFinished : undefined;
  const automated = `auto-sync is ${facts.autoSync ? 'on' : 'off'}`;
  const held = window ? `, held back by ${window}` : '';
  if (facts.outOfSync && facts.toPrune === facts.outOfSync) {
    return degraded(
      'ArgoPruningNeeded',
      `Needs pruning: ${facts.toPrune} ${
        facts.toPrune === 1 ? 'object is' : 'objects are'
      } no longer in Git; ${automated}${held}.`,
      {
        evidence: [
          ...evidence,
          { path: 'status.resources.requiresPruning', value: facts.toPrune },
        ],
        since,
        explainedBy: [],
      },
    );
  }
  return degraded(
    'ArgoOutOfSync',
    `Drift: ${differing(facts)}; ${automated}${held}.`,
    {
      evidence: facts.outOfSync
        ? [
            ...evidence,
            {
              path: 'status.resources[status=OutOfSync]',
              value: facts.outOfSync,
            },
          ]
        : evidence,
      since,
      explainedBy: [],
    },
  );
}

function differing({ outOfSync, resourcesCount }: ApplicationFacts): string {
  return outOfSync
    ? `${outOfSync} of ${resourcesCount} resources differ${
        outOfSync === 1 ? 's' : ''
      } from Git`
    : 'the cluster differs from Git';
}

/**
 * The revision in Git has been synced and the comparison after that still finds a difference: no new commit, so
 * waiting helps nothing. Without this, drift that automated sync does not heal would read as on its way for ever.
 */
function sameRevisionSynced(facts: ApplicationFacts): boolean {
  return (
    facts.phase === 'Succeeded' &&
    facts.revision !== undefined &&
    facts.revision === facts.operationRevision &&
    facts.operationFinished !== undefined &&
    facts.reconciledAt !== undefined &&
    facts.operationFinished < facts.reconciledAt
  );
}
