import { Resource } from '../../definition/resource';
import { HealthContext, VerdictEvidence } from '../../judging/verdict';
import { Condition, said } from '../../reading/conditions';
import { formatTime } from '../../reading/times';
import { quoted } from '../../reading/wording';
import { isoOf } from './api';
import { checkBackupAge } from './cluster-backup-age';
import type { ClusterFacts } from './cluster-facts';
import { checkMoving, checkPrimary } from './cluster-primary';

const DAY = 86_400_000;

/** Something that is wrong with a cluster whose phase is well. */
export interface Finding {
  status: 'degraded' | 'failed';
  reason: string;
  message: string;
  evidence: VerdictEvidence[];
  since?: number;
}

export interface Findings {
  findings: Finding[];
  recheckAt?: number;
}

export function checkCluster(
  of: Resource<ClusterFacts>,
  context: HealthContext,
): Findings {
  const certificate = checkCertificate(of.facts, context);
  const backups = checkBackupAge(of, context);
  const times = [certificate.recheckAt, backups.recheckAt].filter(
    (at): at is number => at !== undefined,
  );
  return {
    findings: [
      ...checkMoving(of.facts),
      ...checkInstances(of.facts),
      ...checkPrimary(of.facts),
      ...checkConditions(of.facts),
      ...checkRest(of.facts),
      ...certificate.findings,
      ...backups.findings,
    ],
    ...(times.length > 0 ? { recheckAt: Math.min(...times) } : {}),
  };
}

function checkInstances(facts: ClusterFacts): Finding[] {
  const { instances = 0, readyInstances = 0 } = facts;
  const evidence = [
    { path: 'status.readyInstances', value: facts.readyInstances ?? null },
    { path: 'spec.instances', value: facts.instances ?? null },
  ];
  if (
    readyInstances === 0 &&
    (instances > 0 || facts.instances === undefined)
  ) {
    return [
      {
        status: 'failed',
        reason: 'CnpgClusterNoInstanceReady',
        message: `No instance is ready, of ${
          facts.instances ?? 'an unknown number'
        }.`,
        evidence,
      },
    ];
  }
  return readyInstances < instances
    ? [
        {
          status: 'degraded',
          reason: 'CnpgClusterInstancesMissing',
          message: `${readyInstances} of ${instances} instances ready.`,
          evidence,
        },
      ]
    : [];
}

function checkConditions(facts: ClusterFacts): Finding[] {
  const { archiving, lastBackup, systemId } = facts;
  const findings: Finding[] = [];
  if (archiving?.status === 'False') {
    findings.push(
      byCondition(
        'degraded',
        'CnpgClusterArchivingFails',
        `WAL archiving fails${
          archiving.at === undefined ? '' : ` since ${formatTime(archiving.at)}`
        }: nothing after that can be recovered, and the disk will fill (${quoted(
          said(archiving),
        )}).`,
        archiving,
      ),
    );
  }
  // One that has begun says False, too.
  if (lastBackup?.status === 'False' && lastBackup.reason !== 'BackupStarted') {
    findings.push(
      byCondition(
        'degraded',
        'CnpgClusterLastBackupFailed',
        `The last backup failed: ${quoted(said(lastBackup))}.`,
        lastBackup,
      ),
    );
  }
  if (systemId?.status === 'False') {
    findings.push(
      byCondition(
        'failed',
        'CnpgClusterSystemIdDiffers',
        `The instances do not share one system id: ${quoted(said(systemId))}.`,
        systemId,
      ),
    );
  }
  return findings;
}

function byCondition(
  status: Finding['status'],
  reason: string,
  message: string,
  { type, at, message: text, reason: word }: Condition,
): Finding {
  return {
    status,
    reason,
    message,
    evidence: [
      { path: `status.conditions[type=${type}].status`, value: 'False' },
      {
        path: `status.conditions[type=${type}].message`,
        value: text ?? word ?? null,
      },
    ],
    ...(at === undefined ? {} : { since: at }),
  };
}

function checkRest(facts: ClusterFacts): Finding[] {
  const { fenced, unusable, dangling, rolesFailing } = facts;
  const findings: Finding[] = [];
  if (fenced) {
    findings.push({
      status: 'degraded',
      reason: 'CnpgClusterFenced',
      message: `Fenced, PostgreSQL is held back: ${fenced.join(', ')}.`,
      evidence: [
        {
          path: 'metadata.annotations[cnpg.io/fencedInstances]',
          value: fenced,
        },
      ],
    });
  }
  for (const [names, path, word] of [
    [unusable, 'status.unusablePVC', 'unusable'],
    [dangling, 'status.danglingPVC', 'without an instance'],
  ] as const) {
    if (names) {
      findings.push({
        status: 'degraded',
        reason: 'CnpgClusterVolumesUnusable',
        message: `Claims ${word}: ${names.join(', ')}.`,
        evidence: [{ path, value: names }],
      });
    }
  }
  if (rolesFailing) {
    findings.push({
      status: 'degraded',
      reason: 'CnpgClusterRolesNotReconciled',
      message: `Roles cannot be set up: ${rolesFailing}.`,
      evidence: [
        {
          path: 'status.managedRolesStatus.cannotReconcile',
          value: rolesFailing,
        },
      ],
    });
  }
  return findings;
}

function checkCertificate(
  { certificate }: ClusterFacts,
  { now, thresholds }: HealthContext,
): Findings {
  if (!certificate) {
    return { findings: [] };
  }
  const { secret, expires } = certificate;
  const soonAt = expires - thresholds.cnpgCertificateDays * DAY;
  if (now < soonAt) {
    return { findings: [], recheckAt: soonAt };
  }
  const past = now >= expires;
  return {
    findings: [
      {
        status: past ? 'failed' : 'degraded',
        reason: past
          ? 'CnpgClusterCertificateExpired'
          : 'CnpgClusterCertificateExpiring',
        message: `Certificate ${secret} ${
          past ? 'expired' : 'expires'
        } at ${formatTime(expires)}.`,
        evidence: [
          {
            path: `status.certificates.expirations.${secret}`,
            value: isoOf(expires),
          },
        ],
        since: past ? expires : soonAt,
      },
    ],
    ...(past ? {} : { recheckAt: expires }),
  };
}
