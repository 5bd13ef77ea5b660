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
  VerdictDetail,
} from '../../judging/verdict';
import { cronInterval } from '../../reading/cron';
import { formatDuration, formatTime } from '../../reading/times';
import type {
  ReplicationPolicyFacts,
  ReplicationRun,
} from './replication-policy';

const HOUR = 3_600_000;

export function judgePolicy(
  resource: Resource<ReplicationPolicyFacts>,
  context: HealthContext,
): Verdict {
  const { facts } = resource;
  if (facts.enabled === false) {
    return healthy('HarborReplicationDisabled', 'Switched off.', {
      flags: ['maintenance'],
      evidence: [{ path: 'spec.enabled', value: false }],
    });
  }
  return judgeEnds(facts, context) ?? judgeRuns(facts, context);
}

function judgeEnds(
  facts: ReplicationPolicyFacts,
  context: HealthContext,
): Verdict | undefined {
  for (const end of context.targets('end')) {
    if (end.state === 'present' && end.resource.verdict.status === 'failed') {
      return failed(
        'HarborReplicationEndDown',
        `Registry ${end.resource.meta.name} is unhealthy.`,
        {
          evidence: end.resource.verdict.evidence?.map(one => ({
            ...one,
            of: one.of ?? end.resource,
          })),
        },
      );
    }
  }
  return facts.unhealthyEnd
    ? failed(
        'HarborReplicationEndDown',
        `Registry ${facts.unhealthyEnd} is unhealthy.`,
        {
          evidence: [
            {
              path:
                facts.unhealthyEnd === facts.source
                  ? 'spec.source.status'
                  : 'spec.destination.status',
              value: 'unhealthy',
            },
          ],
        },
      )
    : undefined;
}

/** Runs may flap between failed and succeeded while tasks are tried again: only those that have ended are judged. */
function judgeRuns(
  facts: ReplicationPolicyFacts,
  context: HealthContext,
): Verdict {
  const { runs, trigger } = facts;
  if (!facts.runsTold) {
    return unknown('HarborReplicationNotTold', 'Its runs were not told.', {
      evidence: [{ path: 'status.runs', value: null }],
    });
  }
  if (runs.length === 0) {
    return trigger === 'manual'
      ? healthy('HarborReplicationWaits', 'Started by hand; never ran.')
      : unknown('HarborReplicationNeverRan', 'Never ran.', {
          evidence: [
            { path: 'status.runs', value: 0 },
            { path: 'spec.trigger', value: trigger ?? null },
          ],
        });
  }
  const [newest] = runs;
  const ended = runs.filter(hasEnded);
  const [last] = ended;
  if (hasEnded(newest)) {
    return judgeEnded(facts, ended, context);
  }
  const since = newest.started;
  const due =
    since === undefined
      ? undefined
      : since + context.thresholds.replicationRunHours * HOUR;
  const evidence = [{ path: 'status.runs[0].status', value: newest.status }];
  if (since !== undefined && due !== undefined && context.now > due) {
    return degraded(
      'HarborReplicationHangs',
      `A run has been in progress since ${formatTime(since)}.`,
      {
        evidence: [
          ...evidence,
          { path: 'status.runs[0].start', value: formatTime(since) },
        ],
      },
    );
  }
  const under = { recheckAt: due === undefined ? undefined : due + 1 };
  if (!last) {
    return progressing(
      'HarborReplicationRunning',
      'A run is in progress, and none before it is known.',
      { evidence, ...under },
    );
  }
  const verdict = judgeEnded(facts, ended, context);
  return judgedAgainAfter(
    {
      ...verdict,
      warnings: [...(verdict.warnings ?? []), 'A run is in progress.'],
    },
    context.now,
    due,
  );
}

function hasEnded(run: ReplicationRun): boolean {
  return run.ended !== undefined && run.status !== 'InProgress';
}

function judgeEnded(
  facts: ReplicationPolicyFacts,
  ended: readonly ReplicationRun[],
  context: HealthContext,
): Verdict {
  const [last] = ended;
  const at = facts.runs.indexOf(last);
  const evidence = [
    { path: `status.runs[${at}].status`, value: last.status },
    { path: `status.runs[${at}].end`, value: formatTime(last.ended!) },
  ];
  switch (last.status) {
    case 'Failed':
      return judgeFailed(ended, context, { evidence });
    case 'Stopped':
      return unknown(
        'HarborReplicationStopped',
        'The last run was stopped by a person.',
        { evidence },
      );
    case 'Succeed':
      return judgeSucceeded(facts, last, context, { evidence });
    default:
      return unknown(
        'HarborReplicationNotTold',
        last.status
          ? `The status "${last.status}" of the last run is not known.`
          : 'The last run has no status.',
        { evidence },
      );
  }
}

function judgeFailed(
  ended: readonly ReplicationRun[],
  context: HealthContext,
  detail: VerdictDetail,
): Verdict {
  const [last] = ended;
  const most = context.thresholds.replicationFailedRuns;
  const inRow = ended.findIndex(run => run.status !== 'Failed');
  const failedRuns = inRow < 0 ? ended.length : inRow;
  const tasks =
    last.failed !== undefined && last.total !== undefined
      ? `: ${last.failed} of ${last.total} tasks failed`
      : '';
  // Harbor leaves the text empty as a rule; the cause is in the log of a failed task.
  const run = context.target<{ error?: string }>('lastRun');
  const cause =
    last.text ??
    (run?.state === 'present' ? run.resource.facts.error : undefined);
  const why = cause ? ` (${cause})` : '';
  return failedRuns >= most
    ? failed(
        'HarborReplicationFailing',
        `The last ${failedRuns} runs failed${tasks}${why}.`,
        detail,
      )
    : degraded(
        'HarborReplicationRunFailed',
        `The last run failed${tasks}${why}.`,
        detail,
      );
}

function judgeSucceeded(
  facts: ReplicationPolicyFacts,
  last: ReplicationRun,
  context: HealthContext,
  detail: VerdictDetail,
): Verdict {
  if (last.total === 0) {
    return healthy(
      'HarborReplicationSucceeded',
      'The last run had nothing to copy.',
    );
  }
  const interval =
    facts.trigger === 'scheduled' ? intervalOf(facts.cron) : undefined;
  const ended = formatTime(last.ended!);
  if (interval === undefined) {
    return healthy(
      'HarborReplicationSucceeded',
      `The last run succeeded at ${ended}.`,
    );
  }
  const due =
    last.ended! + interval * context.thresholds.replicationLateIntervals;
  return context.now > due
    ? degraded(
        'HarborReplicationLate',
        `A planned run is missing: the last one ended at ${ended}, planned is one every ${formatDuration(
          interval,
        )}.`,
        detail,
      )
    : healthy(
        'HarborReplicationSucceeded',
        `The last run succeeded at ${ended}.`,
        { recheckAt: due + 1 },
      );
}

/** Harbor's expressions begin with the second, which cron does not have. */
function intervalOf(cron: string | undefined): number | undefined {
  const fields = cron?.trim().split(/\s+/) ?? [];
  return cronInterval(fields.length === 6 ? fields.slice(1).join(' ') : cron);
}
