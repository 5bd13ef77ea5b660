import { Resource } from '../../definition/resource';
import {
  degraded,
  failed,
  HealthContext,
  progressing,
  Verdict,
} from '../../judging/verdict';
import { said } from '../../reading/conditions';
import { formatTime } from '../../reading/times';
import { quoted } from '../../reading/wording';
import { ApplicationFacts } from './application-facts';

type Application = Resource<ApplicationFacts>;

const MINUTE = 60_000;

export function judgeDeletion(
  { facts, meta }: Application,
  context: HealthContext,
): Verdict | undefined {
  const { deleting, finalizers = [] } = meta;
  if (deleting === undefined) {
    return undefined;
  }
  const due = deleting + context.thresholds.argoDeletionStuckMinutes * MINUTE;
  const late = context.now > due;
  const held = finalizers.length > 0 ? finalizers.join(', ') : 'none';
  const error = facts.conditions?.find(one => one.type === 'DeletionError');
  const evidence = [
    { path: 'metadata.deletionTimestamp', value: formatTime(deleting) },
    { path: 'metadata.finalizers', value: finalizers },
  ];
  if (late && error) {
    return failed(
      'ArgoDeletionFailed',
      `Cannot be deleted since ${formatTime(deleting)}: ${quoted(
        said(error),
      )}; finalizers: ${held}.`,
      {
        evidence: [
          {
            path: 'status.conditions[type=DeletionError].message',
            value: said(error),
          },
          ...evidence,
        ],
        since: deleting,
      },
    );
  }
  return late
    ? degraded(
        'ArgoDeletionStuck',
        `Has been waiting to be deleted since ${formatTime(
          deleting,
        )}; finalizers: ${held}.`,
        { evidence, since: deleting },
      )
    : progressing('ArgoBeingDeleted', 'Being deleted, its objects first.', {
        evidence,
        progressingSince: deleting,
        recheckAt: due + 1,
      });
}

export function judgeOperation(
  { facts }: Application,
  context: HealthContext,
): Verdict | undefined {
  const { phase, operationStarted: started } = facts;
  if (phase !== 'Running' && phase !== 'Terminating') {
    return undefined;
  }
  const message = quoted(facts.operationMessage ?? 'no message yet');
  const evidence = [{ path: 'status.operationState.phase', value: phase }];
  if (started === undefined) {
    return progressing(
      'ArgoOperationRunning',
      `A sync is ${phase.toLowerCase()}: ${message}.`,
      { evidence },
    );
  }
  const due = started + context.thresholds.argoOperationMinutes * MINUTE;
  return context.now > due
    ? degraded(
        'ArgoOperationHangs',
        `A sync has been ${phase.toLowerCase()} since ${formatTime(
          started,
        )}: ${message}.`,
        {
          evidence: [
            ...evidence,
            {
              path: 'status.operationState.startedAt',
              value: formatTime(started),
            },
          ],
          since: started,
        },
      )
    : progressing(
        'ArgoOperationRunning',
        `A sync has been ${phase.toLowerCase()} since ${formatTime(
          started,
        )}: ${message}.`,
        { evidence, progressingSince: started, recheckAt: due + 1 },
      );
}

/** What keeps Argo CD from reading Git: its own repo-server, and nothing that it manages. */
export const RENDERING = ['renderedBy'];

/** Conditions of Argo CD have no status: that one is there is the signal. What stands in the way of the rest first. */
const ERROR_REASONS: ReadonlyArray<[type: string, reason: string]> = [
  ['InvalidSpecError', 'ArgoInvalidSpec'],
  ['ComparisonError', 'ArgoComparisonError'],
  ['SyncError', 'ArgoSyncError'],
];

export function judgeErrors({ facts }: Application): Verdict | undefined {
  const errors = (facts.conditions ?? []).filter(one =>
    one.type.endsWith('Error'),
  );
  if (errors.length === 0) {
    return undefined;
  }
  const known = ERROR_REASONS.find(([type]) =>
    errors.some(error => error.type === type),
  );
  const error = errors.find(one => one.type === known?.[0]) ?? errors[0];
  return degraded(
    known?.[1] ?? 'ArgoConditionError',
    error.message
      ? `${error.type}: ${quoted(error.message)}.`
      : `Argo CD reports ${error.type} and says no more.`,
    {
      evidence: errors.map(one => ({
        path: `status.conditions[type=${one.type}].message`,
        value: said(one),
      })),
      since: error.at,
      // A sync can fail for what it applied to; all other errors are about what is in Git.
      ...(error.type === 'SyncError' ? {} : { explainedBy: RENDERING }),
    },
  );
}

export function judgeFailedOperation({
  facts,
}: Application): Verdict | undefined {
  if (facts.phase !== 'Failed' && facts.phase !== 'Error') {
    return undefined;
  }
  const failures = facts.operationFailures ?? [];
  const which = failures.length > 0 ? ` (${failures.join('; ')})` : '';
  return degraded(
    'ArgoOperationFailed',
    `The last operation ended in ${facts.phase}: ${quoted(
      facts.operationMessage ?? 'no message',
    )}${which}.`,
    {
      evidence: [
        { path: 'status.operationState.phase', value: facts.phase },
        ...failures.map(value => ({
          path: 'status.operationState.syncResult.resources',
          value,
        })),
      ],
      since: facts.operationFinished,
    },
  );
}
