import { defineKind } from '../../definition/kind';
import { stringAt } from '../../reading/raw';
import {
  judgeLocalVolume,
  LocalVolumeFacts,
  localVolumeOf,
  onItsNode,
} from './local-volume';

export type ZFSVolumeFacts = LocalVolumeFacts & {
  pool?: string;
};

/** A ZFS dataset or volume, named as the PersistentVolume that it is behind. */
export const zfsVolume = defineKind<ZFSVolumeFacts>({
  group: 'zfs.openebs.io',
  kind: 'ZFSVolume',
  plural: 'zfsvolumes',
  versions: ['v1', 'v1alpha1'],
  namespaced: true,
  // The sheet says how long Pending may last.
  patienceMinutes: 0,
  project: raw => ({
    ...localVolumeOf(raw),
    pool: stringAt(raw, 'spec', 'poolName'),
  }),
  provides: ({ meta }) => [`volumeHandle:zfs.csi.openebs.io/${meta.name}`],
  links: ({ facts }) => onItsNode(facts),
  health: (of, context) =>
    judgeLocalVolume(of, context, {
      ready: 'ZFSVolumeReady',
      pending: 'ZFSVolumeBeingMade',
      slow: 'ZFSVolumeNotMade',
      failed: 'ZFSVolumeFailed',
      unknown: 'ZFSVolumeStateUnknown',
    }),
  reasons: [
    {
      code: 'ZFSVolumeReady',
      cause: 'The volume is there, on one node.',
      evidence: 'status.state',
      remedy: false,
    },
    {
      code: 'ZFSVolumeBeingMade',
      cause: 'The volume is being made.',
      evidence: 'status.state',
      remedy: false,
    },
    {
      code: 'ZFSVolumeNotMade',
      cause: 'The volume is not made, and no error is told.',
      evidence: 'status.state',
    },
    {
      code: 'ZFSVolumeFailed',
      cause: 'The volume could not be made.',
      evidence: 'status.error.message',
    },
    {
      code: 'ZFSVolumeStateUnknown',
      cause: 'The state has a value that is not known.',
      evidence: 'status.state',
      remedy: false,
    },
  ],
  shows: ['pool'],
});
