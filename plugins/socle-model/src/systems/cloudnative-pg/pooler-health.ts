import { Resource } from '../../definition/resource';
import {
  degraded,
  failed,
  healthy,
  HealthContext,
  progressing,
  unknown,
  Verdict,
  VerdictEvidence,
} from '../../judging/verdict';
import type { PoolerFacts } from './pooler';

export function judgePooler(
  of: Resource<PoolerFacts>,
  context: HealthContext,
): Verdict {
  const { phase, phaseReason, error } = of.facts;
  const evidence = [
    { path: 'status.phase', value: phase ?? null },
    ...(phaseReason
      ? [{ path: 'status.phaseReason', value: phaseReason }]
      : []),
    ...(error ? [{ path: 'status.error', value: error }] : []),
  ];
  const because = error ?? phaseReason;
  const held = judgePaused(of.facts, evidence);
  if (held) {
    return held;
  }
  switch (phase) {
    case 'failed':
      return failed(
        'CnpgPoolerFailed',
        `Failed: ${because ?? 'no cause given'}.`,
        {
          evidence,
        },
      );
    case 'inactive':
      return judgeInactive(of, context, because, evidence);
    case 'active':
    case undefined:
      return judgeDeployment(of, context);
    default:
      return unknown('CnpgPoolerNotTold', `Phase "${phase}" is not known.`, {
        evidence,
      });
  }
}

/** Paused by its definition, or so the operator says. */
export function judgePaused(
  { paused, phase }: PoolerFacts,
  told: VerdictEvidence[] = [],
): Verdict | undefined {
  return paused || phase === 'paused'
    ? degraded(
        'CnpgPoolerPaused',
        'Paused: clients wait until it is resumed.',
        {
          evidence: [
            ...(paused ? [{ path: 'spec.pgbouncer.paused', value: true }] : []),
            ...told,
          ],
        },
      )
    : undefined;
}

function judgeInactive(
  { meta }: Resource<PoolerFacts>,
  { now, thresholds }: HealthContext,
  because: string | undefined,
  evidence: Verdict['evidence'],
): Verdict {
  // It does not say since when.
  const from = meta.created ?? now;
  const due = from + thresholds.progressMinutes * 60_000;
  const message = `Inactive: ${
    because ?? 'its cluster, a Secret or a certificate is missing'
  }.`;
  return now > due
    ? degraded('CnpgPoolerInactive', message, { evidence })
    : progressing('CnpgPoolerStarting', message, {
        evidence,
        progressingSince: from,
        recheckAt: due + 1,
      });
}

/** The pods are a Deployment's, which knows how they are; the Pooler itself only counts those it asked for. */
function judgeDeployment(
  { facts }: Resource<PoolerFacts>,
  context: HealthContext,
): Verdict {
  const { listed, items } = context.incoming('ownedBy', 'apps/Deployment');
  const { wanted, instances, phase } = facts;
  const counts = `${instances ?? 0} of ${wanted ?? 1} instances`;
  const evidence = [
    { path: 'status.instances', value: instances ?? null },
    { path: 'status.phase', value: phase ?? null },
  ];
  const [deployment] = items;
  if (!deployment) {
    if (listed) {
      return failed('CnpgPoolerInstancesMissing', 'It has no Deployment.', {
        evidence,
      });
    }
    if (wanted !== undefined && (instances ?? 0) < wanted) {
      return degraded('CnpgPoolerInstancesMissing', `${counts} there.`, {
        evidence,
      });
    }
    return phase === 'active'
      ? healthy('CnpgPoolerActive', `Active, ${counts}.`)
      : unknown(
          'CnpgPoolerNotTold',
          `${counts} asked for; whether they run is not known.`,
          { evidence },
        );
  }
  const { status, message } = deployment.verdict;
  const detail = {
    evidence: [{ of: deployment, path: 'status', value: message }, ...evidence],
  };
  switch (status) {
    case 'failed':
    case 'degraded': {
      const make = status === 'failed' ? failed : degraded;
      return make(
        'CnpgPoolerInstancesMissing',
        `Deployment ${deployment.meta.name}: ${message}`,
        detail,
      );
    }
    case 'progressing':
      return progressing(
        'CnpgPoolerStarting',
        `Deployment ${deployment.meta.name}: ${message}`,
        { ...detail, progressingSince: context.now },
      );
    case 'healthy':
      return healthy('CnpgPoolerActive', `Active, ${counts}.`);
    default:
      return unknown(
        'CnpgPoolerNotTold',
        `The state of Deployment ${deployment.meta.name} is not known.`,
        detail,
      );
  }
}
