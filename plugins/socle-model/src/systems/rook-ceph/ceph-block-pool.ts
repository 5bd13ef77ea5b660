import { defineKind } from '../../definition/kind';
import { Resource } from '../../definition/resource';
import { managedBy, trackingIdOf } from '../../definition/ownership';
import { HealthContext, Verdict } from '../../judging/verdict';
import { numberAt, stringAt } from '../../reading/raw';
import { inCluster, poolKey, ROOK } from './api';
import { judgePhase, PhaseFacts, phaseFactsOf } from './phase';

export type BlockPoolFacts = PhaseFacts & {
  /** Copies of each piece of data; absent for erasure-coded pools. */
  copies?: number;
  codingChunks?: number;
  /** What two copies never share: a host, a zone, a region. */
  failureDomain?: string;
  /** How mirroring to another cluster stands, where it is on. */
  mirroring?: string;
  trackingId?: string;
};

const CODES = {
  ready: 'CephBlockPoolReady',
  failed: 'CephBlockPoolFailed',
  clusterFailed: 'CephBlockPoolClusterFailed',
  changing: 'CephBlockPoolChanging',
  unknown: 'CephBlockPoolStateUnknown',
};

/** A pool of block images. Ceph tells no health of a single image: that of the pool and its cluster counts. */
export const cephBlockPool = defineKind<BlockPoolFacts>({
  ...ROOK,
  kind: 'CephBlockPool',
  plural: 'cephblockpools',
  title: 'Ceph pools',
  project: raw => ({
    ...phaseFactsOf(raw),
    copies: numberAt(raw, 'spec', 'replicated', 'size'),
    codingChunks: numberAt(raw, 'spec', 'erasureCoded', 'codingChunks'),
    failureDomain: stringAt(raw, 'spec', 'failureDomain') ?? 'host',
    mirroring: stringAt(raw, 'status', 'mirroringStatus', 'summary', 'health'),
    trackingId: trackingIdOf(raw, ROOK.group, 'CephBlockPool'),
  }),
  // `.mgr` and others are named in Ceph otherwise than in the API.
  provides: ({ meta }) => [poolKey(meta.namespace, meta.name)],
  links: ({ meta, facts }) => [
    ...inCluster(meta.namespace),
    ...managedBy(facts.trackingId),
  ],
  health: judgePool,
  reasons: [
    {
      code: 'CephBlockPoolReady',
      cause: 'The pool is set up.',
      evidence: 'status.phase',
      remedy: false,
    },
    {
      code: 'CephBlockPoolFailed',
      cause: 'The operator could not set the pool up.',
      evidence: 'status.phase',
    },
    {
      code: 'CephBlockPoolClusterFailed',
      cause: 'The cluster that holds the pool has failed.',
      evidence: 'health of the CephCluster',
    },
    {
      code: 'CephBlockPoolChanging',
      cause: 'The operator is at work on the pool.',
      evidence: 'status.phase',
      remedy: false,
    },
    {
      code: 'CephBlockPoolStateUnknown',
      cause: 'The phase of the pool has a value that is not known.',
      evidence: 'status.phase',
      remedy: false,
    },
  ],
});

function judgePool(
  pool: Resource<BlockPoolFacts>,
  context: HealthContext,
): Verdict {
  const { copies, codingChunks, failureDomain, mirroring } = pool.facts;
  let kept = 'how many copies it keeps is not told';
  if (copies !== undefined) {
    kept =
      copies === 1
        ? '1 copy'
        : `${copies} copies, each on another ${failureDomain}`;
  } else if (codingChunks !== undefined) {
    kept = `erasure-coded, stands the loss of ${codingChunks} per ${failureDomain}`;
  }
  const verdict = judgePhase(pool, context, CODES, `Ready: ${kept}.`);
  const warnings = [
    ...(verdict.warnings ?? []),
    ...(mirroring !== undefined && mirroring !== 'OK'
      ? [`Mirroring to the other cluster is ${mirroring}.`]
      : []),
  ];
  return {
    ...verdict,
    ...(warnings.length > 0 ? { warnings } : {}),
    ...(copies === 1 ? { flags: ['notReplicated'] } : {}),
  };
}
