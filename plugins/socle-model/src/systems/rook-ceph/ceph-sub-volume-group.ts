import { defineKind } from '../../definition/kind';
import { stringAt } from '../../reading/raw';
import { clusterKey, inCluster, ROOK } from './api';
import { judgePhase, PhaseFacts, phaseFactsOf } from './phase';

export type FilesystemSubVolumeGroupFacts = PhaseFacts & {
  /** What the `clusterID` of its volumes is, where it is not the namespace. */
  clusterId?: string;
  filesystem?: string;
};

const CODES = {
  ready: 'CephSubVolumeGroupReady',
  failed: 'CephSubVolumeGroupFailed',
  clusterFailed: 'CephSubVolumeGroupClusterFailed',
  changing: 'CephSubVolumeGroupChanging',
  unknown: 'CephSubVolumeGroupStateUnknown',
};

/** A part of a file system with volumes of its own. */
export const cephSubVolumeGroup = defineKind<FilesystemSubVolumeGroupFacts>({
  ...ROOK,
  kind: 'CephFilesystemSubVolumeGroup',
  plural: 'cephfilesystemsubvolumegroups',
  project: raw => ({
    ...phaseFactsOf(raw),
    clusterId: stringAt(raw, 'status', 'info', 'clusterID'),
    filesystem: stringAt(raw, 'spec', 'filesystemName'),
  }),
  provides: ({ facts }) =>
    facts.clusterId ? [clusterKey(facts.clusterId)] : [],
  links: ({ meta }) => inCluster(meta.namespace),
  health: (of, context) =>
    judgePhase(of, context, CODES, 'The group is set up.'),
  reasons: [
    {
      code: 'CephSubVolumeGroupReady',
      cause: 'The group is set up.',
      evidence: 'status.phase',
      remedy: false,
    },
    {
      code: 'CephSubVolumeGroupFailed',
      cause: 'The operator could not set the group up.',
      evidence: 'status.phase',
    },
    {
      code: 'CephSubVolumeGroupClusterFailed',
      cause: 'The cluster that holds the group has failed.',
      evidence: 'health of the CephCluster',
    },
    {
      code: 'CephSubVolumeGroupChanging',
      cause: 'The operator is at work on the group.',
      evidence: 'status.phase',
      remedy: false,
    },
    {
      code: 'CephSubVolumeGroupStateUnknown',
      cause: 'The phase of the group has a value that is not known.',
      evidence: 'status.phase',
      remedy: false,
    },
  ],
  shows: ['filesystem'],
});
