import { defineKind, KindId } from '../../definition/kind';
import { Link, linkByKey, linkTo, ObjectKey } from '../../definition/link';
import { Resource } from '../../definition/resource';
import { quantityAt } from '../../reading/quantities';
import { numberAt, RawObject, stringAt, valueAt } from '../../reading/raw';
import { judgeContent } from './volume-snapshot-content-health';
import { quotedAt } from '../../reading/wording';

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
