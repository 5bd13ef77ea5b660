import { Resource } from '../../definition/resource';
import {
  degraded,
  failed,
  HealthContext,
  healthy,
  judgedAgainAfter,
  progressing,
  unknown,
  Verdict,
} from '../../judging/verdict';
import { formatBytes } from '../../reading/quantities';
import { formatTime } from '../../reading/times';
import type { ClusterFacts, HealthCheck } from './ceph-cluster';

const MINUTE = 60_000;
const HEALTH_PATH = 'status.ceph.health';

/** Data that cannot be reached: Ceph itself only warns of it. */
const UNREACHABLE = ['PG_AVAILABILITY'];

/** The rules of a cluster, first match wins. The condition Ready stays True whatever Ceph says, so nothing reads it. */
export function judgeCluster(
  cluster: Resource<ClusterFacts>,
  context: HealthContext,
): Verdict {
  const { facts } = cluster;
  return judgedAgainAfter(
    firstOf(cluster, context),
    context.now,
    facts.lastChecked === undefined
      ? undefined
      : facts.lastChecked + context.thresholds.cephCheckMinutes * MINUTE,
  );
}

function firstOf(
  cluster: Resource<ClusterFacts>,
  context: HealthContext,
): Verdict {
  const { facts } = cluster;
  return (
    beingDeleted(cluster, context) ??
    inError(facts) ??
    reconcileFailed(facts) ??
    notChecked(facts, context) ??
    warning(facts) ??
    nearlyFull(facts, context) ??
    beingCreated(cluster) ??
    asReported(facts)
  );
}

function beingDeleted(
  { meta, facts }: Resource<ClusterFacts>,
  context: HealthContext,
): Verdict | undefined {
  if (meta.deleting === undefined && facts.phase !== 'Deleting') {
    return undefined;
  }
  return progressing('CephClusterBeingDeleted', 'Being deleted.', {
    evidence: [
      meta.deleting === undefined
        ? { path: 'status.phase', value: 'Deleting' }
        : {
            path: 'metadata.deletionTimestamp',
            value: formatTime(meta.deleting),
          },
    ],
    progressingSince: meta.deleting ?? facts.phaseSince ?? context.now,
  });
}

function inError({ health, checks = [] }: ClusterFacts): Verdict | undefined {
  const bad = checks.filter(
    ({ severity, code }) =>
      severity === 'HEALTH_ERR' || UNREACHABLE.includes(code),
  );
  const unreachable = bad.some(({ code }) => UNREACHABLE.includes(code));
  if (health !== 'HEALTH_ERR' && !(health === 'HEALTH_WARN' && unreachable)) {
    return undefined;
  }
  const told = bad.length > 0 ? bad : checks;
  return failed(
    'CephClusterError',
    `Ceph reports ${
      told.length > 0 ? inWords(told) : 'HEALTH_ERR without a cause'
    }.`,
    { evidence: evidenceOf(health, told) },
  );
}

function reconcileFailed({
  phase,
  state,
  message,
}: ClusterFacts): Verdict | undefined {
  return phase === 'Failure' || state === 'Error'
    ? failed(
        'CephClusterReconcileFailed',
        `The operator could not set the cluster up as asked: ${
          message ?? 'no cause given'
        }.`,
        {
          evidence: [
            { path: 'status.phase', value: phase ?? null },
            { path: 'status.state', value: state ?? null },
            { path: 'status.message', value: message ?? null },
          ],
        },
      )
    : undefined;
}

function notChecked(
  { lastChecked, health }: ClusterFacts,
  { now, thresholds }: HealthContext,
): Verdict | undefined {
  if (lastChecked === undefined) {
    return undefined;
  }
  const age = now - lastChecked;
  return age > thresholds.cephCheckMinutes * MINUTE
    ? unknown(
        'CephClusterNotChecked',
        `Last checked at ${formatTime(lastChecked)}, when it said ${
          health ?? 'nothing'
        }: how Ceph is now is not known.`,
        {
          evidence: [
            {
              path: 'status.ceph.lastChecked',
              value: formatTime(lastChecked),
            },
          ],
          flags: ['stale'],
        },
      )
    : undefined;
}

function warning({ health, checks = [] }: ClusterFacts): Verdict | undefined {
  return health === 'HEALTH_WARN'
    ? degraded(
        'CephClusterWarning',
        `Ceph reports ${
          checks.length > 0 ? inWords(checks) : 'HEALTH_WARN without a cause'
        }.`,
        { evidence: evidenceOf(health, checks) },
      )
    : undefined;
}

function nearlyFull(
  { health, bytesTotal, bytesUsed }: ClusterFacts,
  { thresholds }: HealthContext,
): Verdict | undefined {
  if (
    health !== 'HEALTH_OK' ||
    bytesUsed === undefined ||
    bytesTotal === undefined ||
    bytesTotal <= 0
  ) {
    return undefined;
  }
  const percent = (bytesUsed / bytesTotal) * 100;
  return percent >= thresholds.cephUsedPercent
    ? degraded(
        'CephClusterNearlyFull',
        `${Math.floor(percent)} % used (${formatBytes(
          bytesUsed,
        )} of ${formatBytes(
          bytesTotal,
        )}); Ceph warns at 85 % and stops writes at 95 %.`,
        {
          evidence: [
            { path: 'status.ceph.capacity.bytesUsed', value: bytesUsed },
            { path: 'status.ceph.capacity.bytesTotal', value: bytesTotal },
          ],
        },
      )
    : undefined;
}

function beingCreated({
  meta,
  facts,
}: Resource<ClusterFacts>): Verdict | undefined {
  const { health, phase, state, message } = facts;
  const creating =
    phase === 'Progressing' ||
    phase === 'Connecting' ||
    (phase === undefined && (state === 'Creating' || state === 'Connecting'));
  return health === undefined && creating
    ? progressing(
        'CephClusterBeingCreated',
        `${message ?? 'The operator is setting the cluster up'}.`,
        {
          evidence: [
            { path: 'status.phase', value: phase ?? null },
            { path: 'status.state', value: state ?? null },
          ],
          progressingSince: facts.phaseSince ?? meta.created,
        },
      )
    : undefined;
}

function asReported(facts: ClusterFacts): Verdict {
  const { health, lastChecked, bytesTotal, bytesUsed } = facts;
  if (health !== 'HEALTH_OK') {
    return unknown(
      'CephClusterStateUnknown',
      health === undefined
        ? 'The operator has not reported how Ceph is.'
        : `Ceph reports "${health}", which is no health that is known.`,
      { evidence: [{ path: HEALTH_PATH, value: health ?? null }] },
    );
  }
  const used =
    bytesUsed !== undefined && bytesTotal !== undefined && bytesTotal > 0
      ? `, ${Math.floor((bytesUsed / bytesTotal) * 100)} % of ${formatBytes(
          bytesTotal,
        )} used`
      : '';
  return healthy('CephClusterHealthy', `Ceph reports HEALTH_OK${used}.`, {
    ...(lastChecked === undefined
      ? { warnings: ['The report does not say when Ceph was checked.'] }
      : {}),
  });
}

/** The graver ones first. */
function inWords(checks: readonly HealthCheck[]): string {
  return [...checks]
    .sort((a, b) => a.severity.localeCompare(b.severity))
    .map(({ code, says }) => (says ? `${code}: ${says}` : code))
    .join('; ');
}

function evidenceOf(
  health: string | undefined,
  checks: readonly HealthCheck[],
) {
  return [
    { path: HEALTH_PATH, value: health ?? null },
    ...checks.map(({ code, severity, says }) => ({
      path: `status.ceph.details.${code}`,
      value: `${severity}: ${says}`,
    })),
  ];
}
