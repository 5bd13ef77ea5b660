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
import type { ContentFacts } from './volume-snapshot-content';
import { beingDeleted } from './volume-snapshot-health';

const MINUTE = 60_000;

/** What the rules read of a Longhorn Backup. */
type UploadFacts = { state?: string; progress?: number };

/** The upload still runs: an error beside it is an old time-out of the sidecar. */
function uploading(context: HealthContext): Verdict | undefined {
  const { items } = context.incoming<UploadFacts>(
    'snapshot',
    'longhorn.io/Backup',
  );
  const running = items.find(
    ({ facts }) => facts.state === 'Pending' || facts.state === 'InProgress',
  );
  if (!running) {
    return undefined;
  }
  const { state, progress } = running.facts;
  const far = progress === undefined ? '' : ` at ${progress} %`;
  return progressing(
    'SnapshotContentUploading',
    `The upload still runs${far}; an error shown meanwhile is an old time-out.`,
    { evidence: [{ of: running, path: 'status.state', value: state }] },
  );
}

/** The rules of a content, first match wins. */
export function judgeContent(
  content: Resource<ContentFacts>,
  context: HealthContext,
): Verdict {
  const { meta, facts } = content;
  if (meta.deleting !== undefined) {
    return beingDeleted(content, meta.deleting, context, {
      progressing: 'SnapshotContentBeingDeleted',
      degraded: 'SnapshotContentDeletionStuck',
    });
  }
  const verdict = facts.ready
    ? held(facts)
    : uploading(context) ?? inError(facts) ?? beingTaken(content, context);
  return snapshotGone(content, context)
    ? { ...verdict, flags: [...(verdict.flags ?? []), 'orphaned'] }
    : verdict;
}

function held({ taken, size, handle }: ContentFacts): Verdict {
  const about = [
    ...(taken === undefined ? [] : [`taken ${formatTime(taken)}`]),
    ...(size === undefined ? [] : [formatBytes(size)]),
  ];
  return healthy(
    'SnapshotContentReady',
    `The driver holds the snapshot${
      about.length > 0 ? `: ${about.join(', ')}` : ''
    }.`,
    handle?.startsWith('snap://')
      ? {
          warnings: [
            'The snapshot lies on the same disks as its volume: it is no backup.',
          ],
        }
      : {},
  );
}

function inError({ error }: ContentFacts): Verdict | undefined {
  return error === undefined
    ? undefined
    : failed('SnapshotContentFailed', `${error}; the driver is asked again.`, {
        evidence: [{ path: 'status.error.message', value: error }],
      });
}

function beingTaken(
  { meta, facts }: Resource<ContentFacts>,
  { now, thresholds }: HealthContext,
): Verdict {
  const evidence = [{ path: 'status.readyToUse', value: facts.ready ?? null }];
  const since = facts.taken ?? meta.created;
  const due =
    since === undefined
      ? undefined
      : since + thresholds.progressMinutes * MINUTE;
  return since !== undefined && due !== undefined && now > due
    ? degraded(
        'SnapshotContentSlow',
        `The snapshot is not ready since ${formatTime(
          since,
        )}, and no error is reported.`,
        { evidence },
      )
    : progressing(
        'SnapshotContentBeingTaken',
        'The driver takes the snapshot.',
        {
          evidence,
          ...(due === undefined ? {} : { recheckAt: due + 1 }),
        },
      );
}

function snapshotGone(
  { facts }: Resource<ContentFacts>,
  context: HealthContext,
): boolean {
  const snapshot = context.target('snapshot');
  const uid =
    snapshot?.state === 'present' ? snapshot.resource.meta.uid : undefined;
  const { uid: wanted } = facts.snapshot ?? {};
  return (
    snapshot?.state === 'absent' ||
    (uid !== undefined && wanted !== undefined && uid !== wanted)
  );
}
