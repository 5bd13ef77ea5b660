import { HttpAnswer, ProbeReading, ProbeTarget } from '../../definition/probe';
import { cut, withoutCredentials } from '../../reading/conditions';
import { isObject, numberAt, stringAt } from '../../reading/raw';
import { harborObject, whereAnswered } from './harbor-object';
import { replicationWord } from './replication-words';

/** `…/executions/881/tasks`, and `…/tasks/12/log` below it. */
const EXECUTION = /\/replication\/executions\/(\d+)\/tasks/;

function executionObject(
  path: string,
  target: ProbeTarget,
  status: Record<string, unknown>,
): ProbeReading | undefined {
  const [, id] = EXECUTION.exec(path) ?? [];
  return id
    ? {
        subject: harborObject(
          target,
          'ReplicationExecution',
          `execution-${id}`,
          { spec: { id }, status },
        ),
      }
    : undefined;
}

/** The tasks of one run, one for each artifact or repository that is copied. */
export const readTasks = whereAnswered(({ body, path }, target) => {
  if (!Array.isArray(body)) {
    return undefined;
  }
  const tasks = body.filter(isObject);
  const words = tasks.map(
    task => replicationWord(stringAt(task, 'status')) || 'none',
  );
  const failed = tasks.find(
    task => replicationWord(stringAt(task, 'status')) === 'Failed',
  );
  const count = (word: string) => words.filter(one => one === word).length;
  const told = ['Succeed', 'Failed', 'InProgress', 'Stopped'];
  return executionObject(path, target, {
    tasks: {
      total: tasks.length,
      failed: count('Failed'),
      inProgress: count('InProgress'),
      stopped: count('Stopped'),
      odd: words.find(word => !told.includes(word)),
      firstFailed: failed && stringAt(failed, 'src_resource'),
    },
    failedTask: failed && numberAt(failed, 'id'),
  });
});

/** The log of one task: its first error is the cause, which the run itself keeps to itself as a rule. */
export function readTaskLog(
  answer: HttpAnswer,
  target: ProbeTarget,
): ProbeReading | undefined {
  return whereAnswered(({ body, path }) => {
    const line =
      typeof body === 'string'
        ? body.split('\n').find(one => /\bERROR\b/.test(one))
        : undefined;
    const text = line?.replace(/^.*\[ERROR\]\s*(\[[^\]]*\]:?\s*)?/, '').trim();
    return executionObject(path, target, {
      logRead: true,
      error: text ? cut(withoutCredentials(text), 200) : undefined,
    });
  })(answer, target);
}
