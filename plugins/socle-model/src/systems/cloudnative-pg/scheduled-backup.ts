import { defineKind } from '../../definition/kind';
import { managedBy, trackingIdOf } from '../../definition/ownership';
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
import { booleanAt, stringAt } from '../../reading/raw';
import { formatTime, timeAt } from '../../reading/times';
import { quotedAt } from '../../reading/wording';
import { CNPG, GROUP, inCnpg, isoOf, neverReported } from './api';
import type { BackupFacts } from './backup';
import { backupInterval } from './schedule';

export type ScheduledBackupFacts = {
  cluster?: string;
  /** Six fields, seconds first. */
  cron?: string;
  intervalMillis?: number;
  suspend?: true;
  method?: string;
  error?: string;
  last?: number;
  next?: number;
  trackingId?: string;
};

/** A plan of base backups of a cluster. */
export const scheduledBackup = defineKind<ScheduledBackupFacts>({
  ...CNPG,
  kind: 'ScheduledBackup',
  plural: 'scheduledbackups',
  title: 'Database backup schedules',
  project: raw => {
    const cron = stringAt(raw, 'spec', 'schedule');
    const last = timeAt(raw, 'status', 'lastScheduleTime');
    const next = timeAt(raw, 'status', 'nextScheduleTime');
    const apart =
      last !== undefined && next !== undefined && next > last
        ? next - last
        : undefined;
    return {
      cluster: stringAt(raw, 'spec', 'cluster', 'name'),
      cron,
      intervalMillis: backupInterval(cron) ?? apart,
      ...(booleanAt(raw, 'spec', 'suspend') ? { suspend: true } : {}),
      method: stringAt(raw, 'spec', 'method'),
      error: quotedAt(raw, 'status', 'error'),
      last,
      next,
      trackingId: trackingIdOf(raw, GROUP, 'ScheduledBackup'),
    };
  },
  links: of => [
    ...inCnpg('backsUp', of, 'Cluster', of.facts.cluster, 'target'),
    ...managedBy(of.facts.trackingId),
  ],
  suspended: ({ facts, meta }) =>
    neverReported(meta) ? judgeSuspended(facts) : undefined,
  health: judgeScheduledBackup,
  reasons: [
    {
      code: 'CnpgScheduledBackupKept',
      cause: 'The newest backup is complete.',
      evidence: 'status.phase of the Backup',
      remedy: false,
    },
    {
      code: 'CnpgScheduledBackupRunning',
      cause: 'The newest backup is running.',
      evidence: 'status.phase of the Backup',
      remedy: false,
    },
    {
      code: 'CnpgScheduledBackupNotRunYet',
      cause: 'No backup was due yet.',
      evidence: 'status.nextScheduleTime',
      remedy: false,
    },
    {
      code: 'CnpgScheduledBackupRunsNotRead',
      cause: 'What came of the last run is not known.',
      evidence: 'status.lastScheduleTime',
      remedy: false,
    },
    {
      code: 'CnpgScheduledBackupError',
      cause: 'The operator cannot use the schedule.',
      evidence: 'status.error',
    },
    {
      code: 'CnpgScheduledBackupSuspended',
      cause: 'No new backups are taken.',
      evidence: 'spec.suspend',
    },
    {
      code: 'CnpgScheduledBackupMissed',
      cause: 'A backup was due and not begun.',
      evidence: 'status.nextScheduleTime',
    },
    {
      code: 'CnpgScheduledBackupLastFailed',
      cause: 'The newest backup failed.',
      evidence: 'status.phase of the Backup',
    },
    {
      code: 'CnpgScheduledBackupLastStalled',
      cause: 'The newest backup does not come to an end.',
      evidence: 'status.startedAt of the Backup',
    },
  ],
  shows: ['cron', 'method'],
});

function judgeScheduledBackup(
  of: Resource<ScheduledBackupFacts>,
  context: HealthContext,
): Verdict {
  const { facts } = of;
  const { now, thresholds } = context;
  if (facts.error) {
    return degraded(
      'CnpgScheduledBackupError',
      `Cannot be used: ${facts.error}.`,
      {
        evidence: [{ path: 'status.error', value: facts.error }],
      },
    );
  }
  const held = judgeSuspended(facts);
  if (held) {
    return held;
  }
  const missedAt =
    facts.next === undefined
      ? undefined
      : facts.next + thresholds.cnpgScheduleMissedMinutes * 60_000;
  if (missedAt !== undefined && now > missedAt) {
    return degraded(
      'CnpgScheduledBackupMissed',
      `The backup that was due ${formatTime(
        facts.next!,
      )} was not begun: none is while the cluster is not healthy.`,
      {
        evidence: [
          { path: 'status.nextScheduleTime', value: isoOf(facts.next) },
        ],
        since: missedAt,
      },
    );
  }
  const verdict = judgeNewest(of, context);
  return missedAt === undefined
    ? verdict
    : { ...verdict, recheckAt: missedAt + 1 };
}

/** No new backups is what breaks the promise of the schedule, on purpose or not. */
function judgeSuspended({
  suspend,
  last,
}: ScheduledBackupFacts): Verdict | undefined {
  return suspend
    ? degraded(
        'CnpgScheduledBackupSuspended',
        `No new backups while it is suspended${
          last === undefined ? '' : `; the last was begun ${formatTime(last)}`
        }.`,
        { evidence: [{ path: 'spec.suspend', value: true }] },
      )
    : undefined;
}

/** A Backup is created a little after the time that the schedule gives. */
const SAME_RUN_MILLIS = 60_000;

function judgeNewest(
  { facts }: Resource<ScheduledBackupFacts>,
  context: HealthContext,
): Verdict {
  const { listed, items } = context.incoming<BackupFacts>(
    'ofSchedule',
    `${GROUP}/Backup`,
  );
  const begun = ({ facts: run, meta }: Resource<BackupFacts>) =>
    meta.created ?? run.started ?? run.stopped ?? 0;
  // The name ends in the time: it decides among those of one second.
  const newest = [...items].sort(
    (a, b) => begun(b) - begun(a) || (a.meta.name < b.meta.name ? 1 : -1),
  )[0];
  const due =
    facts.next === undefined
      ? ''
      : `; the next is due ${formatTime(facts.next)}`;
  const isNewest =
    newest &&
    (listed ||
      facts.last === undefined ||
      begun(newest) >= facts.last - SAME_RUN_MILLIS);
  if (!isNewest) {
    const never = facts.last === undefined && items.length === 0;
    return unknown(
      never ? 'CnpgScheduledBackupNotRunYet' : 'CnpgScheduledBackupRunsNotRead',
      never
        ? `No backup was begun yet${due}.`
        : `What came of the run of ${isoOf(facts.last)} is not known${due}.`,
      {
        evidence: [
          { path: 'status.lastScheduleTime', value: isoOf(facts.last) },
        ],
      },
    );
  }
  const { status, message, reason } = newest.verdict;
  const detail = {
    evidence: [
      { of: newest, path: 'status.phase', value: newest.facts.phase ?? null },
    ],
  };
  const sentence = `Newest backup ${newest.meta.name}: ${message.replace(
    /\.$/,
    '',
  )}${due}.`;
  switch (status) {
    case 'healthy':
      return healthy('CnpgScheduledBackupKept', sentence);
    case 'progressing':
      return progressing('CnpgScheduledBackupRunning', sentence, detail);
    case 'degraded':
      return degraded('CnpgScheduledBackupLastStalled', sentence, detail);
    case 'failed':
      return failed('CnpgScheduledBackupLastFailed', sentence, detail);
    default:
      return unknown(
        'CnpgScheduledBackupRunsNotRead',
        `The state of the newest backup ${newest.meta.name} is not known (${reason}).`,
        detail,
      );
  }
}
