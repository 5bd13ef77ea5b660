import { defineKind, KindId } from '../../definition/kind';
import { Link, linkByKey, linkTo, ObjectKey } from '../../definition/link';
import { Resource } from '../../definition/resource';
import {
  degraded,
  failed,
  healthy,
  HealthContext,
  progressing,
  Verdict,
} from '../../judging/verdict';
import { formatBytes, quantityAt } from '../../reading/quantities';
import { numberAt, RawObject, stringAt, valueAt } from '../../reading/raw';
import { formatDuration, formatTime } from '../../reading/times';
import { beingDeleted } from './volume-snapshot-health';
import { quotedAt } from './wording';

const MINUTE = 60_000;

export type ContentFacts = {
  driver?: string;
  deletionPolicy?: string;
  snapshot?: { namespace: string; name: string; uid?: string };
  class?: string;
  handle?: string;
  ready?: boolean;
  /** When the data were cut, in milliseconds. */
  taken?: number;
  size?: number;
  error?: string;
};

/** What a driver holds for a snapshot. */
export const volumeSnapshotContent = defineKind<ContentFacts>({
  group: 'snapshot.storage.k8s.io',
  kind: 'VolumeSnapshotContent',
  plural: 'volumesnapshotcontents',
  versions: ['v1', 'v1beta1'],
  namespaced: false,
  title: 'Snapshot contents',
  judgesDeletion: true,
  patienceMinutes: 0,
  project: projectContent,
  provides: driverKeys,
  links: contentLinks,
  health: judgeContent,
  reasons: [
    {
      code: 'SnapshotContentBeingDeleted',
      cause: 'The content is on its way out.',
      evidence: 'metadata.deletionTimestamp',
      remedy: false,
    },
    {
      code: 'SnapshotContentDeletionStuck',
      cause: 'The driver does not delete the snapshot.',
      evidence: 'metadata.finalizers',
    },
    {
      code: 'SnapshotContentReady',
      cause: 'The driver holds the snapshot.',
      evidence: 'status.readyToUse',
      remedy: false,
    },
    {
      code: 'SnapshotContentUploading',
      cause: 'The data are still being uploaded.',
      evidence: 'status.state of the Longhorn Backup',
      remedy: false,
    },
    {
      code: 'SnapshotContentFailed',
      cause: 'The driver could not take the snapshot.',
      evidence: 'status.error.message',
    },
    {
      code: 'SnapshotContentBeingTaken',
      cause: 'The driver takes the snapshot.',
      evidence: 'status.readyToUse',
      remedy: false,
    },
    {
      code: 'SnapshotContentSlow',
      cause: 'The driver does not finish the snapshot, and reports no error.',
      evidence: 'status.readyToUse',
    },
  ],
  shows: ['driver', 'deletionPolicy', 'size'],
});

function projectContent(raw: RawObject): ContentFacts {
  const ready = valueAt(raw, 'status', 'readyToUse');
  const taken = numberAt(raw, 'status', 'creationTime');
  const name = stringAt(raw, 'spec', 'volumeSnapshotRef', 'name');
  const uid = stringAt(raw, 'spec', 'volumeSnapshotRef', 'uid');
  return {
    driver: stringAt(raw, 'spec', 'driver'),
    deletionPolicy: stringAt(raw, 'spec', 'deletionPolicy'),
    ...(name
      ? {
          snapshot: {
            namespace:
              stringAt(raw, 'spec', 'volumeSnapshotRef', 'namespace') ?? '',
            name,
            ...(uid ? { uid } : {}),
          },
        }
      : {}),
    class: stringAt(raw, 'spec', 'volumeSnapshotClassName'),
    handle: stringAt(raw, 'status', 'snapshotHandle'),
    ...(typeof ready === 'boolean' ? { ready } : {}),
    // Nanoseconds here, unlike on the VolumeSnapshot.
    ...(taken !== undefined && taken > 0 && taken < 8e21
      ? { taken: Math.floor(taken / 1e6) }
      : {}),
    size: quantityAt(raw, 'status', 'restoreSize'),
    error: quotedAt(raw, 'status', 'error', 'message'),
  };
}

function contentLinks({ facts }: Resource<ContentFacts>): Link[] {
  const { snapshot } = facts;
  const links: Link[] = heldAs(facts);
  if (snapshot) {
    links.push(
      linkTo('snapshot', {
        group: 'snapshot.storage.k8s.io',
        kind: 'VolumeSnapshot',
        namespace: snapshot.namespace,
        name: snapshot.name,
      }),
    );
  }
  if (facts.class) {
    links.push(
      linkTo('class', {
        group: 'snapshot.storage.k8s.io',
        kind: 'VolumeSnapshotClass',
        name: facts.class,
      }),
    );
  }
  return links;
}

/**
 * The name that the CSI sidecar asks the driver for; Longhorn's backup refers to it, long before the content knows its
 * handle.
 */
function driverKeys({ facts }: Resource<ContentFacts>): ObjectKey[] {
  const uid = facts.snapshot?.uid;
  return facts.driver && uid
    ? [`csiSnapshotName:${facts.driver}/snapshot-${uid}`]
    : [];
}

/** Longhorn's own object of the snapshot: within the volume, or on the backup target. */
function heldAs({ driver, handle = '' }: ContentFacts): Link[] {
  const kind: KindId | undefined =
    (handle.startsWith('snap://') && 'longhorn.io/Snapshot') ||
    (handle.startsWith('bak://') && 'longhorn.io/Backup') ||
    undefined;
  return driver === 'driver.longhorn.io' && kind
    ? [linkByKey('heldAs', `csiSnapshot:${driver}/${handle}`, [kind], 'target')]
    : [];
}

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

function judgeContent(
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
        `The snapshot is not ready after ${formatDuration(
          now - since,
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
