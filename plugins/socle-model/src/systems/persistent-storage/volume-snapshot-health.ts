import { Resource } from '../../definition/resource';
import {
  degraded,
  failed,
  healthy,
  HealthContext,
  progressing,
  Verdict,
} from '../../judging/verdict';
import { formatBytes } from '../../reading/quantities';
import { formatTime } from '../../reading/times';
import { definedInGit } from './defined-in-git';
import { newestEvent } from './events';
import type { SnapshotFacts } from './volume-snapshot';
import type { ContentFacts } from './volume-snapshot-content';

const MINUTE = 60_000;

type Snapshot = Resource<SnapshotFacts>;

/** The rules of a snapshot. An old error may linger beside `readyToUse: true`. */
export function judgeSnapshot(
  snapshot: Snapshot,
  context: HealthContext,
): Verdict {
  const { meta, facts } = snapshot;
  if (meta.deleting !== undefined) {
    return beingDeleted(snapshot, meta.deleting, context, {
      progressing: 'VolumeSnapshotBeingDeleted',
      degraded: 'VolumeSnapshotDeletionStuck',
    });
  }
  const other = otherContent(snapshot, context);
  if (facts.ready) {
    // "Ready" was said while the content was there.
    return other?.reason === 'VolumeSnapshotContentMissing'
      ? other
      : { ...ready(facts), ...(other ? { warnings: [other.message] } : {}) };
  }
  return (
    other ?? uploading(context) ?? inError(facts) ?? underWay(snapshot, context)
  );
}

/** Deletion of a snapshot or its content. */
export function beingDeleted(
  resource: Resource,
  since: number,
  context: HealthContext,
  codes: { progressing: string; degraded: string },
): Verdict {
  const { now, thresholds } = context;
  const { finalizers = [] } = resource.meta;
  const event = newestEvent(resource, context, [
    'SnapshotDeletePending',
    'SnapshotDeleteError',
  ]);
  const evidence = [
    { path: 'metadata.deletionTimestamp', value: formatTime(since) },
    { path: 'metadata.finalizers', value: finalizers },
    ...(event ? [event.evidence] : []),
  ];
  const due = since + thresholds.snapshotDeletingMinutes * MINUTE;
  if (event || now > due) {
    const held =
      finalizers.length > 0
        ? `held by finalizer ${finalizers.join(', ')}`
        : 'no finalizer holds it';
    return degraded(
      codes.degraded,
      `Being deleted since ${formatTime(since)}; ${held}${
        event ? `: ${event.says}` : ''
      }.`,
      { evidence },
    );
  }
  return progressing(codes.progressing, 'Being deleted.', {
    evidence,
    progressingSince: since,
    recheckAt: due + 1,
  });
}

/** The driver's own backup still runs: an error beside it is an old time-out. */
function uploading(context: HealthContext): Verdict | undefined {
  const content = context.target('content');
  if (
    content?.state !== 'present' ||
    content.resource.verdict.reason !== 'SnapshotContentUploading'
  ) {
    return undefined;
  }
  const { verdict } = content.resource;
  return progressing('VolumeSnapshotUploading', verdict.message, {
    evidence: (verdict.evidence ?? []).map(one => ({
      of: content.resource,
      ...one,
    })),
  });
}

function ready({ taken, size }: SnapshotFacts): Verdict {
  const about = [
    ...(taken === undefined ? [] : [`taken ${formatTime(taken)}`]),
    ...(size === undefined ? [] : [`restores to ${formatBytes(size)}`]),
  ];
  return healthy(
    'VolumeSnapshotReady',
    `Can be restored from${about.length > 0 ? `: ${about.join(', ')}` : ''}.`,
  );
}

function otherContent(
  { meta, facts }: Snapshot,
  context: HealthContext,
): Verdict | undefined {
  const name = facts.content ?? facts.sourceContent;
  const content = context.target<ContentFacts>('content');
  if (content?.state === 'absent') {
    return failed(
      'VolumeSnapshotContentMissing',
      `Its content ${name} does not exist.`,
      {
        evidence: [
          {
            path: 'status.boundVolumeSnapshotContentName',
            value: name ?? null,
          },
        ],
      },
    );
  }
  const uid =
    content?.state === 'present'
      ? content.resource.facts.snapshot?.uid
      : undefined;
  if (content?.state !== 'present' || !uid || !meta.uid || uid === meta.uid) {
    return undefined;
  }
  return failed(
    'VolumeSnapshotContentTaken',
    `Its content ${name} belongs to another snapshot, with uid ${uid}.`,
    {
      evidence: [
        { path: 'metadata.uid', value: meta.uid },
        {
          of: content.resource,
          path: 'spec.volumeSnapshotRef.uid',
          value: uid,
        },
      ],
    },
  );
}

function inError({ error }: SnapshotFacts): Verdict | undefined {
  return error === undefined
    ? undefined
    : failed('VolumeSnapshotFailed', `${error}; the controller tries again.`, {
        evidence: [{ path: 'status.error.message', value: error }],
      });
}

const TROUBLE = [
  'SnapshotCreationFailed',
  'SnapshotContentCreationFailed',
  'CreateSnapshotContentFailed',
  'SnapshotContentCheckandUpdateFailed',
  'SnapshotContentMissing',
  'SnapshotContentMismatch',
  'SnapshotMisbound',
  'SnapshotBindFailed',
  'GetSnapshotClassFailed',
  'SetDefaultSnapshotClassFailed',
  'SnapshotPVCSourceMissing',
  'SnapshotValidationError',
];

function underWay(snapshot: Snapshot, context: HealthContext): Verdict {
  const { meta, facts } = snapshot;
  const { now, thresholds } = context;
  const inGit = meta.hasStatus ? undefined : definedInGit(meta);
  if (inGit) {
    return inGit;
  }
  const answered = facts.ready !== undefined || facts.content !== undefined;
  const evidence = [
    answered
      ? { path: 'status.readyToUse', value: facts.ready ?? null }
      : { path: 'status', value: null },
  ];
  const since = facts.taken ?? meta.created;
  const minutes = answered
    ? thresholds.progressMinutes
    : thresholds.snapshotAnswerMinutes;
  const due = since === undefined ? undefined : since + minutes * MINUTE;
  if (since === undefined || due === undefined || now <= due) {
    return progressing('VolumeSnapshotBeingTaken', 'Being taken.', {
      evidence,
      ...(due === undefined ? {} : { recheckAt: due + 1 }),
    });
  }
  const begun = formatTime(since);
  const event = newestEvent(snapshot, context, TROUBLE);
  const why = event ? `: ${event.says}` : '';
  const withEvent = event ? [...evidence, event.evidence] : evidence;
  return answered
    ? degraded(
        'VolumeSnapshotSlow',
        `Not ready since ${begun}${why || ', and no error is reported'}.`,
        {
          evidence: withEvent,
        },
      )
    : degraded(
        'VolumeSnapshotNotTakenUp',
        `No answer since ${begun}${
          why || ': the snapshot controller or the snapshot class is missing'
        }.`,
        { evidence: withEvent },
      );
}
