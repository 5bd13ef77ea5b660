import { defineKind } from '../../definition/kind';
import { Resource } from '../../definition/resource';
import {
  degraded,
  healthy,
  progressing,
  unknown,
  Verdict,
} from '../../judging/verdict';
import { numberAt, objectAt, stringAt } from '../../reading/raw';
import { HARBOR, linkWithin } from './harbor-object';

/** One run of a replication, as far as its tasks were asked for: those of failed runs are. */
export type ReplicationExecutionFacts = {
  instance?: string;
  total?: number;
  failed: number;
  inProgress: number;
  stopped: number;
  /** A word that no task should have. */
  odd?: string;
  firstFailed?: string;
  /** The first error in the log of a failed task. */
  error?: string;
};

export const replicationExecution = defineKind<ReplicationExecutionFacts>({
  ...HARBOR,
  kind: 'ReplicationExecution',
  plural: 'replicationexecutions',
  project: raw => {
    const tasks = objectAt(raw, 'status', 'tasks');
    return {
      instance: stringAt(raw, 'spec', 'instance'),
      total: numberAt(tasks, 'total'),
      failed: numberAt(tasks, 'failed') ?? 0,
      inProgress: numberAt(tasks, 'inProgress') ?? 0,
      stopped: numberAt(tasks, 'stopped') ?? 0,
      odd: stringAt(tasks, 'odd'),
      firstFailed: stringAt(tasks, 'firstFailed'),
      error: stringAt(raw, 'status', 'error'),
    };
  },
  links: ({ facts, meta }) =>
    linkWithin('instance', 'Harbor', facts.instance, meta),
  health: judgeExecution,
  reasons: [
    {
      code: 'HarborReplicationTasksSucceeded',
      cause: 'All tasks of the run succeeded.',
      evidence: 'status.tasks',
      remedy: false,
    },
    {
      code: 'HarborReplicationTasksRunning',
      cause: 'Tasks of the run are under way.',
      evidence: 'status.tasks.inProgress',
      remedy: false,
    },
    {
      code: 'HarborReplicationTasksNotTold',
      cause: 'How the tasks of the run went is not told.',
      evidence: 'status.tasks',
      remedy: false,
    },
    {
      code: 'HarborReplicationTasksFailed',
      cause: 'Tasks of the run failed.',
      evidence: 'status.tasks.failed',
    },
  ],
});

function judgeExecution({
  facts,
}: Resource<ReplicationExecutionFacts>): Verdict {
  const { total, failed, inProgress, stopped, error, odd } = facts;
  const because = error ? `: ${error}` : '';
  if (failed > 0 || error) {
    const first = facts.firstFailed ? `, first ${facts.firstFailed}` : '';
    return degraded(
      'HarborReplicationTasksFailed',
      total === undefined
        ? `A task failed${because}.`
        : `${failed} of ${total} tasks failed${first}${because}.`,
      {
        evidence: [
          ...(failed > 0
            ? [{ path: 'status.tasks.failed', value: failed }]
            : []),
          ...(error ? [{ path: 'status.error', value: error }] : []),
        ],
      },
    );
  }
  const evidence = [{ path: 'status.tasks', value: total ?? null }];
  if (total === undefined || odd || stopped > 0) {
    const why = odd
      ? `A task has the status "${odd}", which is not known.`
      : 'Its tasks were not told.';
    return unknown(
      'HarborReplicationTasksNotTold',
      stopped > 0 ? `${stopped} tasks were stopped.` : why,
      { evidence },
    );
  }
  return inProgress > 0
    ? progressing(
        'HarborReplicationTasksRunning',
        `${inProgress} of ${total} tasks are under way.`,
        { evidence },
      )
    : healthy(
        'HarborReplicationTasksSucceeded',
        total === 0 ? 'It had no tasks.' : `All ${total} tasks succeeded.`,
      );
}
