import { Resource } from '../definition/resource';
import { formatTime } from '../reading/times';
import {
  degraded,
  HealthContext,
  judgedAgainAfter,
  progressing,
  unknown,
  Verdict,
} from './verdict';

const MINUTE = 60_000;

/** @public Verdict of kinds that have no state of their own. */
export const NO_STATE: Verdict = Object.freeze(
  unknown('NoState', 'This kind has no state of its own.'),
);

/** @public Verdict before the first judgement. */
export const NOT_JUDGED: Verdict = Object.freeze(
  unknown('NotJudged', 'Not judged yet.'),
);

/**
 * Judges one resource: the checks that hold for every object, in their order, around the kind's own rules.
 * Pure; an error in a rule reads as unknown and never throws.
 * @public
 */
export function judge(resource: Resource, context: HealthContext): Verdict {
  try {
    return judgeInOrder(resource, context);
  } catch (error) {
    return unknown(
      'RuleFailed',
      `The rules for ${resource.kind.kind} could not judge this object: ${
        error instanceof Error ? error.message : String(error)
      }`,
    );
  }
}

function judgeInOrder(resource: Resource, context: HealthContext): Verdict {
  const { kind, meta } = resource;
  if (meta.unreadable) {
    return unknown('Unreadable', `Unreadable: ${meta.unreadable}`);
  }
  if (kind.stateless) {
    return NO_STATE;
  }
  const suspended = kind.suspended?.(resource);
  if (suspended) {
    return suspended;
  }
  if (meta.deleting !== undefined && !kind.judgesDeletion) {
    const being = judgeDeletion(resource, context);
    const own = kind.health?.(resource, context);
    return own?.status === 'failed' ? own : being;
  }
  const needsStatus =
    !kind.statusless && !(kind.judgesMissingStatus && meta.origin !== 'git');
  if (needsStatus && !meta.hasStatus && meta.deleting === undefined) {
    return judgeMissingStatus(resource, context);
  }
  const own = kind.health!(resource, context);
  // A lag says nothing of when it began: the patience is for what the kind's own rules found.
  return withGeneration(resource, withPatience(resource, own, context));
}

function judgeDeletion(resource: Resource, context: HealthContext): Verdict {
  const { deleting, deletionGraceSeconds = 0, finalizers = [] } = resource.meta;
  const stuckAt =
    deleting! +
    deletionGraceSeconds * 1000 +
    context.thresholds.deletionStuckMinutes * MINUTE;
  const why =
    finalizers.length > 0
      ? `behind finalizers: ${finalizers.join(', ')}`
      : 'though no finalizer holds it: who was to end it does not answer';
  const evidence = [
    {
      path: 'metadata.deletionTimestamp',
      value: new Date(deleting!).toISOString(),
    },
    ...(finalizers.length > 0
      ? [{ path: 'metadata.finalizers', value: finalizers }]
      : []),
  ];
  if (context.now > stuckAt) {
    return degraded(
      'DeletionStuck',
      `Deletion has been stuck since ${formatTime(deleting!)} ${why}.`,
      { evidence, since: deleting },
    );
  }
  return progressing('BeingDeleted', 'Being deleted.', {
    evidence,
    since: deleting,
    recheckAt: stuckAt + 1,
  });
}

function judgeMissingStatus(
  resource: Resource,
  context: HealthContext,
): Verdict {
  const { meta, kind } = resource;
  if (meta.origin === 'git') {
    return unknown('DefinedInGit', 'Defined in Git, no status read.');
  }
  const evidence = [{ path: 'status', value: null }];
  const due =
    meta.created === undefined
      ? undefined
      : meta.created + context.thresholds.firstStatusMinutes * MINUTE;
  if (due !== undefined && context.now > due) {
    return degraded(
      'NeverReported',
      `The controller has never reported a status for this ${kind.kind}: is it running, and is this its class?`,
      { evidence, since: meta.created },
    );
  }
  return progressing('NoStatusYet', 'No status yet.', {
    evidence,
    ...(due !== undefined ? { since: meta.created, recheckAt: due + 1 } : {}),
  });
}

function withGeneration(resource: Resource, own: Verdict): Verdict {
  const { generation, observedGeneration, observedByConditions } =
    resource.meta;
  const lags =
    generation !== undefined &&
    observedGeneration !== undefined &&
    observedGeneration > 0 &&
    observedGeneration < generation;
  if (!lags) {
    return own;
  }
  if (own.status === 'healthy') {
    return progressing(
      'GenerationLag',
      `The newest definition (generation ${generation}) is not yet processed; the status describes generation ${observedGeneration}.`,
      {
        evidence: [
          {
            path: observedByConditions
              ? 'status.conditions[].observedGeneration'
              : 'status.observedGeneration',
            value: observedGeneration,
          },
        ],
        flags: own.flags,
        recheckAt: own.recheckAt,
      },
    );
  }
  return {
    ...own,
    warnings: [
      ...(own.warnings ?? []),
      'The status describes an older generation.',
    ],
  };
}

function withPatience(
  resource: Resource,
  own: Verdict,
  context: HealthContext,
): Verdict {
  const minutes =
    resource.kind.patienceMinutes ?? context.thresholds.progressMinutes;
  if (own.status !== 'progressing' || minutes === 0) {
    return own;
  }
  const since = own.progressingSince ?? resource.meta.created;
  if (since === undefined) {
    return own;
  }
  const due = since + minutes * MINUTE;
  if (context.now > due) {
    return degraded(
      'NoProgress',
      `No progress since ${formatTime(since)}: ${own.message}`,
      {
        evidence: own.evidence,
        flags: own.flags,
        warnings: own.warnings,
        since: due,
        progressingSince: since,
      },
    );
  }
  return judgedAgainAfter(own, context.now, due);
}

/** @public Reasons that any kind can be given by the checks that hold for every object. */
export const COMMON_REASONS = [
  {
    code: 'Unreadable',
    cause: 'The object could not be read.',
    evidence: 'the field named in the message',
  },
  {
    code: 'RuleFailed',
    cause: 'A rule met something it cannot judge.',
    evidence: 'the message',
  },
  {
    code: 'DeletionStuck',
    cause: 'Deletion waits for a finalizer that nobody removes.',
    evidence: 'metadata.finalizers',
  },
  {
    code: 'BeingDeleted',
    cause: 'The object is on its way out.',
    evidence: 'metadata.deletionTimestamp',
    remedy: false,
  },
  {
    code: 'DefinedInGit',
    cause: 'A manifest that no server has seen.',
    evidence: 'metadata.uid',
    remedy: false,
  },
  {
    code: 'NoStatusYet',
    cause: 'The controller has not reported yet.',
    evidence: 'status',
    remedy: false,
  },
  {
    code: 'NeverReported',
    cause: 'The controller has never reported a status.',
    evidence: 'status',
  },
  {
    code: 'GenerationLag',
    cause: 'The controller has not processed the newest definition.',
    evidence: 'status.observedGeneration',
    remedy: false,
  },
  {
    code: 'NoProgress',
    cause: 'What was on its way has not moved for too long.',
    evidence: 'the condition named in the message',
  },
  {
    code: 'NoState',
    cause: 'The kind has no state of its own.',
    evidence: 'none',
    remedy: false,
  },
  {
    code: 'NotJudged',
    cause: 'The object has just been read.',
    evidence: 'none',
    remedy: false,
  },
] as const;
