import { defineKind } from '../../definition/kind';
import { Resource } from '../../definition/resource';
import {
  failed,
  healthy,
  HealthContext,
  unknown,
  Verdict,
} from '../../judging/verdict';
import { formatBytes } from '../../reading/quantities';
import { booleanAt, labelAt, numberAt, stringAt } from '../../reading/raw';
import { inLonghorn, LONGHORN } from './api';
import { textAt } from './longhorn-conditions';
import { takingItsTime, underWay } from './under-way';
import { oneLine } from './wording';

/** A snapshot lies on the same disks as its volume: it is no backup. */
export type SnapshotFacts = {
  volumeName?: string;
  readyToUse?: boolean;
  error?: string;
  creationTime?: string;
  size?: number;
  markRemoved?: true;
  userCreated?: true;
};

export const snapshot = defineKind<SnapshotFacts>({
  ...LONGHORN,
  kind: 'Snapshot',
  plural: 'snapshots',
  // Without a status nothing is known of it; that is no delay.
  statusless: true,
  project: raw => ({
    volumeName:
      stringAt(raw, 'spec', 'volume') ?? labelAt(raw, 'longhornvolume'),
    readyToUse: booleanAt(raw, 'status', 'readyToUse'),
    error: textAt(raw, 'status', 'error'),
    creationTime: stringAt(raw, 'status', 'creationTime'),
    size: numberAt(raw, 'status', 'size'),
    ...(booleanAt(raw, 'status', 'markRemoved') ? { markRemoved: true } : {}),
    ...(booleanAt(raw, 'status', 'userCreated') ? { userCreated: true } : {}),
  }),
  // As a CSI snapshot's content names it, wherever Longhorn is installed.
  provides: ({ facts, meta }) =>
    facts.volumeName
      ? [
          `csiSnapshot:driver.longhorn.io/snap://${facts.volumeName}/${meta.name}`,
        ]
      : [],
  links: of => inLonghorn('snapshotOf', of, 'Volume', of.facts.volumeName),
  health: judgeSnapshot,
  reasons: [
    {
      code: 'LonghornSnapshotReady',
      cause: 'The snapshot can be used.',
      evidence: 'status.readyToUse',
      remedy: false,
    },
    {
      code: 'LonghornSnapshotRemoving',
      cause: 'Removed, waits for the purge.',
      evidence: 'status.markRemoved',
      remedy: false,
    },
    {
      code: 'LonghornSnapshotWaits',
      cause: 'Waits for its volume to be attached.',
      evidence: 'status.error',
      remedy: false,
    },
    {
      code: 'LonghornSnapshotCreating',
      cause: 'The snapshot is being taken.',
      evidence: 'status.readyToUse',
      remedy: false,
    },
    {
      code: 'LonghornSnapshotLost',
      cause: 'The engine knows the snapshot no longer.',
      evidence: 'status.error',
    },
    {
      code: 'LonghornSnapshotFailed',
      cause: 'The snapshot could not be taken.',
      evidence: 'status.error',
    },
    {
      code: 'LonghornSnapshotStateUnknown',
      cause: 'The snapshot has no readable status.',
      evidence: 'status.readyToUse',
      remedy: false,
    },
  ],
  shows: ['userCreated'],
});

function judgeSnapshot(
  snapshotOf: Resource<SnapshotFacts>,
  context: HealthContext,
): Verdict {
  const { facts, meta } = snapshotOf;
  const error = facts.error && oneLine(facts.error);
  const evidence = [
    { path: 'status.readyToUse', value: facts.readyToUse ?? null },
    ...(error ? [{ path: 'status.error', value: error }] : []),
  ];
  if (facts.readyToUse) {
    const size = facts.size === undefined ? '' : `, ${formatBytes(facts.size)}`;
    return healthy(
      'LonghornSnapshotReady',
      `Taken ${
        facts.creationTime ?? 'at an unknown time'
      }${size}; it lies on the disks of its volume.`,
    );
  }
  if (facts.markRemoved) {
    return takingItsTime(
      context,
      'LonghornSnapshotRemoving',
      'Removed; its blocks wait for the purge.',
      { evidence: [{ path: 'status.markRemoved', value: true }] },
    );
  }
  if (
    error?.includes('is not running. Waiting for the volume to be attached')
  ) {
    return takingItsTime(
      context,
      'LonghornSnapshotWaits',
      'Waits for its volume to be attached.',
      { evidence },
    );
  }
  if (error?.includes('lost track of the corresponding snapshot')) {
    return failed(
      'LonghornSnapshotLost',
      'The engine has no such snapshot any more: the object can be deleted.',
      { evidence },
    );
  }
  if (error) {
    return failed('LonghornSnapshotFailed', `Failed: ${error}.`, { evidence });
  }
  return facts.readyToUse === false
    ? underWay(
        snapshotOf,
        context,
        'LonghornSnapshotCreating',
        'Being taken.',
        { evidence, startedAt: meta.created },
      )
    : unknown(
        'LonghornSnapshotStateUnknown',
        'No status tells whether it can be used.',
        { evidence },
      );
}
