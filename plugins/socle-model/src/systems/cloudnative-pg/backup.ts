import { defineKind } from '../../definition/kind';
import { Resource } from '../../definition/resource';
import { withHistory } from '../../judging/history';
import {
  degraded,
  failed,
  healthy,
  HealthContext,
  progressing,
  unknown,
  Verdict,
} from '../../judging/verdict';
import { labelAt, stringAt } from '../../reading/raw';
import { formatTime, timeAt } from '../../reading/times';
import { quotedAt } from '../../reading/wording';
import { CNPG, inCnpg, isoOf } from './api';
import { bucketLink } from './object-store-config';

const HOUR = 3_600_000;

export type BackupFacts = {
  cluster?: string;
  /** Label: the schedule that made it. */
  schedule?: string;
  method?: string;
  phase?: string;
  error?: string;
  started?: number;
  stopped?: number;
  destination?: string;
};

/** One base backup of a cluster. */
export const backup = defineKind<BackupFacts>({
  ...CNPG,
  kind: 'Backup',
  plural: 'backups',
  title: 'Database backups',
  project: raw => ({
    cluster: stringAt(raw, 'spec', 'cluster', 'name'),
    schedule: labelAt(raw, 'cnpg.io/scheduled-backup'),
    method:
      stringAt(raw, 'status', 'method') ?? stringAt(raw, 'spec', 'method'),
    phase: stringAt(raw, 'status', 'phase'),
    error: quotedAt(raw, 'status', 'error'),
    started: timeAt(raw, 'status', 'startedAt'),
    stopped: timeAt(raw, 'status', 'stoppedAt'),
    destination: stringAt(raw, 'status', 'destinationPath'),
  }),
  links: of => [
    ...inCnpg('backupOf', of, 'Cluster', of.facts.cluster, 'target'),
    ...inCnpg('ofSchedule', of, 'ScheduledBackup', of.facts.schedule, 'source'),
    ...bucketLink(of.facts.destination),
  ],
  health: judgeBackup,
  reasons: [
    {
      code: 'CnpgBackupCompleted',
      cause: 'The backup is complete.',
      evidence: 'status.phase',
      remedy: false,
    },
    {
      code: 'CnpgBackupRunning',
      cause: 'The backup waits or runs.',
      evidence: 'status.phase',
      remedy: false,
    },
    {
      code: 'CnpgBackupStalled',
      cause: 'The backup does not come to an end.',
      evidence: 'status.startedAt',
    },
    {
      code: 'CnpgBackupFailed',
      cause: 'The backup failed.',
      evidence: 'status.error',
    },
    {
      code: 'CnpgBackupArchivingFails',
      cause: 'The backup cannot be taken because WAL is not archived.',
      evidence: 'status.phase',
    },
    {
      code: 'CnpgBackupInvalid',
      cause: 'The backup asks for something that is not set up.',
      evidence: 'status.error',
    },
    {
      code: 'CnpgBackupPhaseUnknown',
      cause: 'The phase has a value that is not known.',
      evidence: 'status.phase',
      remedy: false,
    },
  ],
  shows: ['method'],
});

const RUNNING = new Set([
  'pending',
  'started',
  'running',
  'finalizing',
  // Old objects say `new` where the operator had not seen them yet.
  'new',
]);

const FAILURES = new Map([
  ['failed', { reason: 'CnpgBackupFailed', message: 'Failed' }],
  [
    'walArchivingFailing',
    {
      reason: 'CnpgBackupArchivingFails',
      message: 'Cannot be taken: WAL archiving fails',
    },
  ],
  [
    'invalid backup definition',
    { reason: 'CnpgBackupInvalid', message: 'Its definition is invalid' },
  ],
]);

function judgeBackup(
  { facts, meta }: Resource<BackupFacts>,
  context: HealthContext,
): Verdict {
  const { phase, error, started, stopped } = facts;
  const evidence = [
    { path: 'status.phase', value: phase ?? null },
    ...(error ? [{ path: 'status.error', value: error }] : []),
  ];
  if (phase === 'completed') {
    const gone = context.target('backupOf')?.state === 'absent';
    return healthy(
      'CnpgBackupCompleted',
      `Complete${stopped === undefined ? '' : ` at ${isoOf(stopped)}`}${
        gone ? `; its cluster ${facts.cluster} is gone` : ''
      }.`,
      {
        since: stopped ?? meta.created,
        ...(gone ? { flags: ['orphaned'] } : {}),
      },
    );
  }
  const failure = FAILURES.get(phase ?? '');
  if (failure) {
    const endedAt = stopped ?? started ?? meta.created;
    return withHistory(
      failed(
        failure.reason,
        `${failure.message}${error ? `: ${error}` : ''}.`,
        { evidence, since: endedAt },
      ),
      endedAt,
      context,
    );
  }
  if (phase !== undefined && !RUNNING.has(phase)) {
    return unknown('CnpgBackupPhaseUnknown', `Phase "${phase}" is not known.`, {
      evidence,
    });
  }
  const from = started ?? meta.created ?? context.now;
  const due = from + context.thresholds.cnpgBackupHours * HOUR;
  const word = phase === undefined ? 'Not begun yet' : `It is ${phase}`;
  return context.now > due
    ? degraded('CnpgBackupStalled', `${word}, since ${formatTime(from)}.`, {
        evidence: [
          ...evidence,
          { path: 'status.startedAt', value: isoOf(started) },
        ],
        since: due,
      })
    : progressing('CnpgBackupRunning', `${word}.`, {
        evidence,
        progressingSince: from,
        recheckAt: due + 1,
      });
}
