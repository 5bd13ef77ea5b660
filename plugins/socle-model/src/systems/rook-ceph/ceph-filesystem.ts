import { defineKind } from '../../definition/kind';
import { managedBy, trackingIdOf } from '../../definition/ownership';
import { numberAt } from '../../reading/raw';
import { filesystemKey, inCluster, ROOK } from './api';
import { judgePhase, PhaseFacts, phaseFactsOf } from './phase';

export type FilesystemFacts = PhaseFacts & {
  activeMetadataServers?: number;
  trackingId?: string;
};

const CODES = {
  ready: 'CephFilesystemReady',
  failed: 'CephFilesystemFailed',
  clusterFailed: 'CephFilesystemClusterFailed',
  changing: 'CephFilesystemChanging',
  unknown: 'CephFilesystemStateUnknown',
};

/** A shared file system. */
export const cephFilesystem = defineKind<FilesystemFacts>({
  ...ROOK,
  kind: 'CephFilesystem',
  plural: 'cephfilesystems',
  title: 'Ceph file systems',
  project: raw => ({
    ...phaseFactsOf(raw),
    activeMetadataServers: numberAt(
      raw,
      'spec',
      'metadataServer',
      'activeCount',
    ),
    trackingId: trackingIdOf(raw, ROOK.group, 'CephFilesystem'),
  }),
  provides: ({ meta }) => [filesystemKey(meta.namespace, meta.name)],
  links: ({ meta, facts }) => [
    ...inCluster(meta.namespace),
    ...managedBy(facts.trackingId),
  ],
  health: (of, context) =>
    judgePhase(of, context, CODES, 'The file system is set up.'),
  reasons: [
    {
      code: 'CephFilesystemReady',
      cause: 'The file system is set up.',
      evidence: 'status.phase',
      remedy: false,
    },
    {
      code: 'CephFilesystemFailed',
      cause: 'The operator could not set the file system up.',
      evidence: 'status.phase',
    },
    {
      code: 'CephFilesystemClusterFailed',
      cause: 'The cluster that holds the file system has failed.',
      evidence: 'health of the CephCluster',
    },
    {
      code: 'CephFilesystemChanging',
      cause: 'The operator is at work on the file system.',
      evidence: 'status.phase',
      remedy: false,
    },
    {
      code: 'CephFilesystemStateUnknown',
      cause: 'The phase of the file system has a value that is not known.',
      evidence: 'status.phase',
      remedy: false,
    },
  ],
  shows: ['activeMetadataServers'],
});
