import { Facts } from '../../definition/kind';
import { Resource } from '../../definition/resource';
import {
  failed,
  HealthContext,
  healthy,
  progressing,
  unknown,
  Verdict,
} from '../../judging/verdict';
import { condition, conditionsAt } from '../../reading/conditions';
import { RawObject, stringAt } from '../../reading/raw';
import { quoted } from '../../reading/wording';

/** What the operator says of a pool, a file system or an object store. */
export type PhaseFacts = {
  phase?: string;
  /** What the condition of a phase that went wrong says. */
  said?: string;
  /** Since when that condition holds. */
  phaseSince?: number;
};

/** Reason codes of one kind. */
export type PhaseCodes = {
  ready: string;
  failed: string;
  clusterFailed: string;
  changing: string;
  unknown: string;
};

const READY = ['Ready', 'Connected', 'Created'];
const CHANGING = [
  'Progressing',
  'Connecting',
  'Reconciling',
  'ReconcileStarted',
  'Creating',
  'Deleting',
];
const FAILED = ['Failure', 'ReconcileFailed', 'Failed', 'Error'];

export function phaseFactsOf(raw: RawObject): PhaseFacts {
  const phase = stringAt(raw, 'status', 'phase');
  const found = condition(conditionsAt(raw), phase ?? '');
  const says = found?.message ?? found?.reason;
  return {
    phase,
    ...(says === undefined ? {} : { said: quoted(says, 240) }),
    ...(found?.at === undefined ? {} : { phaseSince: found.at }),
  };
}

/** What the operator says; what is in order itself serves nothing while its cluster is down. */
export function judgePhase<F extends PhaseFacts & Facts>(
  { facts, meta }: Resource<F>,
  context: HealthContext,
  codes: PhaseCodes,
  ready: string,
): Verdict {
  const { phase, said } = facts;
  const evidence = [{ path: 'status.phase', value: phase ?? null }];
  if (phase !== undefined && FAILED.includes(phase)) {
    return failed(
      codes.failed,
      `The operator reports ${phase}: ${said ?? 'no cause given'}.`,
      { evidence, since: facts.phaseSince },
    );
  }
  if (phase !== undefined && CHANGING.includes(phase)) {
    return progressing(
      codes.changing,
      `The operator reports ${phase}${said ? `: ${said}` : ''}.`,
      { evidence, progressingSince: facts.phaseSince ?? meta.created },
    );
  }
  if (phase === undefined || !READY.includes(phase)) {
    return unknown(
      codes.unknown,
      phase === undefined
        ? 'The operator reports no phase.'
        : `The operator reports phase "${phase}", which is none that is known.`,
      { evidence },
    );
  }
  const cluster = context.target('cluster');
  if (
    cluster?.state === 'present' &&
    cluster.resource.verdict.status === 'failed'
  ) {
    const { resource } = cluster;
    return failed(
      codes.clusterFailed,
      `Its cluster ${resource.meta.name} has failed: ${resource.verdict.message}`,
      {
        evidence: [
          { of: resource, path: 'status', value: resource.verdict.reason },
        ],
      },
    );
  }
  const warnings =
    cluster?.state === 'present' &&
    cluster.resource.verdict.status === 'degraded'
      ? [`Its cluster is not well: ${cluster.resource.verdict.message}`]
      : [];
  return healthy(codes.ready, ready, warnings.length > 0 ? { warnings } : {});
}
