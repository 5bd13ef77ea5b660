import { defineKind } from '../../definition/kind';
import { stringAt } from '../../reading/raw';
import { clusterKey, inCluster, ROOK } from './api';
import { judgePhase, PhaseFacts, phaseFactsOf } from './phase';

export type BlockPoolRadosNamespaceFacts = PhaseFacts & {
  /** What the `clusterID` of its volumes is, where it is not the namespace. */
  clusterId?: string;
  pool?: string;
};

const CODES = {
  ready: 'CephRadosNamespaceReady',
  failed: 'CephRadosNamespaceFailed',
  clusterFailed: 'CephRadosNamespaceClusterFailed',
  changing: 'CephRadosNamespaceChanging',
  unknown: 'CephRadosNamespaceStateUnknown',
};

/** A part of a pool with volumes of its own. */
export const cephRadosNamespace = defineKind<BlockPoolRadosNamespaceFacts>({
  ...ROOK,
  kind: 'CephBlockPoolRadosNamespace',
  plural: 'cephblockpoolradosnamespaces',
  project: raw => ({
    ...phaseFactsOf(raw),
    clusterId: stringAt(raw, 'status', 'info', 'clusterID'),
    pool: stringAt(raw, 'spec', 'blockPoolName'),
  }),
  provides: ({ facts }) =>
    facts.clusterId ? [clusterKey(facts.clusterId)] : [],
  links: ({ meta }) => inCluster(meta.namespace),
  health: (of, context) =>
    judgePhase(of, context, CODES, 'The namespace is set up.'),
  reasons: [
    {
      code: 'CephRadosNamespaceReady',
      cause: 'The namespace is set up.',
      evidence: 'status.phase',
      remedy: false,
    },
    {
      code: 'CephRadosNamespaceFailed',
      cause: 'The operator could not set the namespace up.',
      evidence: 'status.phase',
    },
    {
      code: 'CephRadosNamespaceClusterFailed',
      cause: 'The cluster that holds the namespace has failed.',
      evidence: 'health of the CephCluster',
    },
    {
      code: 'CephRadosNamespaceChanging',
      cause: 'The operator is at work on the namespace.',
      evidence: 'status.phase',
      remedy: false,
    },
    {
      code: 'CephRadosNamespaceStateUnknown',
      cause: 'The phase of the namespace has a value that is not known.',
      evidence: 'status.phase',
      remedy: false,
    },
  ],
  shows: ['pool'],
});
