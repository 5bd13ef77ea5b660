import { defineKind } from '../../definition/kind';
import { booleanAt, stringAt } from '../../reading/raw';
import {
  judgeLocalVolume,
  LocalVolumeFacts,
  localVolumeOf,
  onItsNode,
} from './local-volume';

export type LVMVolumeFacts = LocalVolumeFacts & {
  volumeGroup?: string;
  thin?: true;
};

/** A logical volume, named as the PersistentVolume that it is behind. */
export const lvmVolume = defineKind<LVMVolumeFacts>({
  group: 'local.openebs.io',
  kind: 'LVMVolume',
  plural: 'lvmvolumes',
  versions: ['v1alpha1'],
  namespaced: true,
  // The sheet says how long Pending may last.
  patienceMinutes: 0,
  project: raw => ({
    ...localVolumeOf(raw),
    volumeGroup:
      stringAt(raw, 'spec', 'volGroup') ?? stringAt(raw, 'spec', 'vgPattern'),
    ...(stringAt(raw, 'spec', 'thinProvision') === 'yes' ||
    booleanAt(raw, 'spec', 'thinProvision')
      ? { thin: true }
      : {}),
  }),
  provides: ({ meta }) => [`volumeHandle:local.csi.openebs.io/${meta.name}`],
  links: ({ facts }) => onItsNode(facts),
  health: (of, context) =>
    judgeLocalVolume(of, context, {
      ready: 'LVMVolumeReady',
      pending: 'LVMVolumeBeingMade',
      slow: 'LVMVolumeNotMade',
      failed: 'LVMVolumeFailed',
      unknown: 'LVMVolumeStateUnknown',
    }),
  reasons: [
    {
      code: 'LVMVolumeReady',
      cause: 'The volume is there, on one node.',
      evidence: 'status.state',
      remedy: false,
    },
    {
      code: 'LVMVolumeBeingMade',
      cause: 'The volume is being made.',
      evidence: 'status.state',
      remedy: false,
    },
    {
      code: 'LVMVolumeNotMade',
      cause: 'The volume is not made, and no error is told.',
      evidence: 'status.state',
    },
    {
      code: 'LVMVolumeFailed',
      cause: 'The volume could not be made.',
      evidence: 'status.error.message',
    },
    {
      code: 'LVMVolumeStateUnknown',
      cause: 'The state has a value that is not known.',
      evidence: 'status.state',
      remedy: false,
    },
  ],
  shows: ['volumeGroup', 'thin'],
});
