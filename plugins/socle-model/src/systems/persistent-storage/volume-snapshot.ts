import { defineKind } from '../../definition/kind';
import { Link, linkTo } from '../../definition/link';
import { Resource } from '../../definition/resource';
import { quantityAt } from '../../reading/quantities';
import { RawObject, stringAt, valueAt } from '../../reading/raw';
import { timeAt } from '../../reading/times';
import { ownedBy } from './owner';
import { judgeSnapshot } from './volume-snapshot-health';
import { quotedAt } from '../../reading/wording';

export type SnapshotFacts = {
  claim?: string;
  /** The content it was made from, where it was made by hand. */
  sourceContent?: string;
  class?: string;
  content?: string;
  ready?: boolean;
  /** When the data were cut, in milliseconds. */
  taken?: number;
  size?: number;
  error?: string;
};

/** A snapshot of a claim. */
export const volumeSnapshot = defineKind<SnapshotFacts>({
  group: 'snapshot.storage.k8s.io',
  kind: 'VolumeSnapshot',
  plural: 'volumesnapshots',
  versions: ['v1', 'v1beta1'],
  namespaced: true,
  title: 'Snapshots',
  // The sheet's row says when a missing status is too late.
  statusless: true,
  judgesDeletion: true,
  patienceMinutes: 0,
  project: projectSnapshot,
  links: snapshotLinks,
  health: judgeSnapshot,
  reasons: [
    {
      code: 'VolumeSnapshotBeingDeleted',
      cause: 'The snapshot is on its way out.',
      evidence: 'metadata.deletionTimestamp',
      remedy: false,
    },
    {
      code: 'VolumeSnapshotDeletionStuck',
      cause: 'The snapshot cannot be deleted.',
      evidence: 'metadata.finalizers',
    },
    {
      code: 'VolumeSnapshotReady',
      cause: 'The snapshot can be restored from.',
      evidence: 'status.readyToUse',
      remedy: false,
    },
    {
      code: 'VolumeSnapshotContentMissing',
      cause: 'The content that holds the snapshot does not exist.',
      evidence: 'status.boundVolumeSnapshotContentName',
    },
    {
      code: 'VolumeSnapshotContentTaken',
      cause: 'The content belongs to another snapshot.',
      evidence: 'spec.volumeSnapshotRef.uid of the VolumeSnapshotContent',
    },
    {
      code: 'VolumeSnapshotUploading',
      cause: 'The data are still being uploaded.',
      evidence: 'health of the VolumeSnapshotContent',
      remedy: false,
    },
    {
      code: 'VolumeSnapshotFailed',
      cause: 'The snapshot could not be taken.',
      evidence: 'status.error.message',
    },
    {
      code: 'VolumeSnapshotBeingTaken',
      cause: 'The snapshot is being taken.',
      evidence: 'status.readyToUse',
      remedy: false,
    },
    {
      code: 'VolumeSnapshotSlow',
      cause:
        'Taking the snapshot does not come to an end, and no error is reported.',
      evidence: 'status.readyToUse',
    },
    {
      code: 'VolumeSnapshotNotTakenUp',
      cause: 'No controller has taken up the snapshot.',
      evidence: 'status',
    },
  ],
  shows: ['size'],
});

function projectSnapshot(raw: RawObject): SnapshotFacts {
  const ready = valueAt(raw, 'status', 'readyToUse');
  return {
    claim: stringAt(raw, 'spec', 'source', 'persistentVolumeClaimName'),
    sourceContent: stringAt(raw, 'spec', 'source', 'volumeSnapshotContentName'),
    class: stringAt(raw, 'spec', 'volumeSnapshotClassName'),
    content: stringAt(raw, 'status', 'boundVolumeSnapshotContentName'),
    ...(typeof ready === 'boolean' ? { ready } : {}),
    taken: timeAt(raw, 'status', 'creationTime'),
    size: quantityAt(raw, 'status', 'restoreSize'),
    error: quotedAt(raw, 'status', 'error', 'message'),
  };
}

function snapshotLinks({ meta, facts }: Resource<SnapshotFacts>): Link[] {
  const { namespace } = meta;
  const links = ownedBy(meta);
  const content = facts.content ?? facts.sourceContent;
  if (content) {
    links.push(
      linkTo(
        'content',
        {
          group: 'snapshot.storage.k8s.io',
          kind: 'VolumeSnapshotContent',
          name: content,
        },
        'target',
      ),
    );
  }
  if (facts.claim) {
    links.push(
      linkTo('snapshotOf', {
        group: '',
        kind: 'PersistentVolumeClaim',
        namespace,
        name: facts.claim,
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
