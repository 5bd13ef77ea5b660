import { Resource } from '../../definition/resource';
import {
  degraded,
  failed,
  healthy,
  HealthContext,
  progressing,
  unknown,
  Verdict,
} from '../../judging/verdict';
import { said } from '../../reading/conditions';
import { formatTime } from '../../reading/times';
import { quoted } from '../../reading/wording';
import { checkCluster, Finding } from './cluster-checks';
import type { ClusterFacts } from './cluster-facts';
import { HEALTHY_PHASE, PhaseRule, PHASES } from './cluster-phases';

const MINUTE = 60_000;
const HIBERNATING = new Set([
  'WaitingForHealthy',
  'DeletingPods',
  'WaitingPodsDeletion',
  'WrongAnnotationValue',
]);

type Cluster = Resource<ClusterFacts>;

export function judgeCluster(of: Cluster, context: HealthContext): Verdict {
  const { hibernation, phase } = of.facts;
  if (
    hibernation?.status === 'False' &&
    HIBERNATING.has(hibernation.reason ?? '')
  ) {
    return degraded(
      'CnpgClusterHibernating',
      `On its way into hibernation: ${quoted(
        hibernation.message ?? hibernation.reason!,
      )}.`,
      {
        evidence: [
          {
            path: 'status.conditions[type=cnpg.io/hibernation].reason',
            value: hibernation.reason!,
          },
        ],
        ...(hibernation.at === undefined ? {} : { since: hibernation.at }),
      },
    );
  }
  if (phase === HEALTHY_PHASE) {
    return judgeWorking(of, context);
  }
  const rule =
    phase === undefined
      ? { status: 'progressing' as const, reason: 'CnpgClusterStarting' }
      : PHASES.get(phase);
  return rule
    ? judgePhase(of, rule, context)
    : unknown(
        'CnpgClusterPhaseUnknown',
        `Phase "${quoted(phase!)}" is not known.`,
        {
          evidence: [{ path: 'status.phase', value: phase! }],
        },
      );
}

function judgePhase(
  { facts, meta, verdict }: Cluster,
  rule: PhaseRule,
  { now, thresholds }: HealthContext,
): Verdict {
  const { phase, phaseReason } = facts;
  const message = `${rule.says ?? phase ?? 'No phase is told yet'}${
    phaseReason ? `: ${phaseReason}` : ''
  }`;
  const evidence = [
    { path: 'status.phase', value: phase ?? null },
    ...(phaseReason
      ? [{ path: 'status.phaseReason', value: phaseReason }]
      : []),
  ];
  const since = facts.notReadySince;
  if (rule.status !== 'progressing') {
    const make = rule.status === 'failed' ? failed : degraded;
    return make(rule.reason, `${message}.`, {
      evidence,
      ...(since === undefined ? {} : { since }),
    });
  }
  const minutes = rule.slow
    ? thresholds.cnpgSetupMinutes
    : thresholds.progressMinutes;
  // Where the Ready condition is not there, it counts from when this was first seen.
  const seen =
    verdict.reason === rule.reason ? verdict.progressingSince : undefined;
  const from = since ?? seen ?? meta.created ?? now;
  const due = from + minutes * MINUTE;
  const counts =
    facts.instances === undefined
      ? ''
      : ` (${facts.readyInstances ?? 0} of ${facts.instances} instances ready)`;
  return now > due
    ? degraded(
        'CnpgClusterNotComingUp',
        `${message}${counts}, since ${formatTime(from)}.`,
        { evidence, since: due },
      )
    : progressing(rule.reason, `${message}${counts}.`, {
        evidence,
        progressingSince: from,
        recheckAt: due + 1,
      });
}

/** The phase is well: what else is known decides, the worst of it first. */
function judgeWorking(of: Cluster, context: HealthContext): Verdict {
  const { facts } = of;
  const { findings, recheckAt } = checkCluster(of, context);
  const [worst, ...others] = [
    ...findings.filter(({ status }) => status === 'failed'),
    ...findings.filter(({ status }) => status === 'degraded'),
  ];
  const warnings = [
    ...others.map(({ message }) => message),
    ...cautions(facts),
  ];
  const flags = [
    ...(facts.backupBy === undefined ? ['notBackedUp'] : []),
    ...(facts.instances === 1 ? ['notReplicated'] : []),
  ];
  const detail = {
    ...(warnings.length > 0 ? { warnings } : {}),
    ...(flags.length > 0 ? { flags } : {}),
    ...(recheckAt === undefined ? {} : { recheckAt }),
  };
  if (worst) {
    return asVerdict(worst, detail);
  }
  const { instances, readyInstances = 0, currentPrimary } = facts;
  const archiving =
    facts.backupBy && facts.archiving?.status === 'True'
      ? ', WAL archiving works'
      : '';
  return healthy(
    'CnpgClusterReady',
    `${readyInstances} of ${
      instances ?? readyInstances
    } instances ready, primary ${currentPrimary}${archiving}.`,
    detail,
  );
}

function asVerdict(
  { status, reason, message, evidence, since }: Finding,
  detail: object,
): Verdict {
  const make = status === 'failed' ? failed : degraded;
  return make(reason, message, {
    evidence,
    ...(since === undefined ? {} : { since }),
    ...detail,
  });
}

function cautions({
  backupBy,
  nodesUsed,
  instances = 0,
  syncTopology,
}: ClusterFacts): string[] {
  return [
    ...(syncTopology?.status === 'False'
      ? [
          `Synchronous replicas are not spread over failure domains as asked: ${quoted(
            said(syncTopology),
          )}.`,
        ]
      : []),
    ...(backupBy === undefined ? ['No backup is configured.'] : []),
    ...(nodesUsed === 1 && instances > 1
      ? [`All ${instances} instances are on one node.`]
      : []),
    ...(instances === 1
      ? ['It is a single instance: nothing takes over.']
      : []),
  ];
}
