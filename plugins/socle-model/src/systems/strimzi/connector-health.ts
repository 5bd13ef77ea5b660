import {
  degraded,
  failed,
  healthy,
  progressing,
  unknown,
  Verdict,
} from '../../judging/verdict';
import type { ConnectorFacts } from './connector';
import {
  evidenceOf,
  notReadyOf,
  oddVerdict,
  stateOf,
  whyOf,
} from './strimzi-conditions';

const STATE = 'status.connectorStatus.connector.state';
const TASKS = 'status.connectorStatus.tasks[].state';

/** The connector's own state first: the operator's condition only repeats it. */
export function judgeConnector(facts: ConnectorFacts, now: number): Verdict {
  const { connector } = facts;
  const noted = facts.warnings ? { warnings: facts.warnings } : {};
  const because = connector.trace ? `: ${connector.trace}` : '.';
  if (connector.state === 'FAILED') {
    return failed('KafkaConnectorFailed', `The connector failed${because}`, {
      evidence: [{ path: STATE, value: connector.state }],
      ...noted,
    });
  }
  if (connector.failedTasks > 0) {
    return degraded(
      'KafkaConnectorTasksFailed',
      `${connector.failedTasks} of ${connector.tasks} tasks failed${because}`,
      { evidence: [{ path: TASKS, value: 'FAILED' }], ...noted },
    );
  }
  const of = notReadyOf(facts);
  switch (stateOf(facts)) {
    case 'notReady':
      return degraded(
        'KafkaConnectorNotReady',
        `The connector could not be set up (${whyOf(of)}).`,
        { evidence: evidenceOf(of), since: of.at, ...noted },
      );
    case 'odd':
      return oddVerdict(facts, 'KafkaConnectorStateUnknown');
    case 'ready':
      return judgeRunning(facts, now);
    default:
      return progressing(
        'KafkaConnectorPending',
        'The operator has written neither Ready nor NotReady yet.',
        { evidence: [{ path: 'status.conditions', value: null }] },
      );
  }
}

function judgeRunning(
  { connector, warnings }: ConnectorFacts,
  now: number,
): Verdict {
  const { state, tasks, running, otherTask } = connector;
  const figures = `${running} of ${tasks} tasks run`;
  const evidence = [
    { path: STATE, value: state ?? null },
    { path: TASKS, value: otherTask ?? null },
  ];
  const noted = warnings ? { warnings } : {};
  if (state === 'PAUSED' || state === 'STOPPED') {
    return degraded(
      'KafkaConnectorHeldByHand',
      `The connector is ${state}, but its definition does not say so.`,
      { evidence, ...noted },
    );
  }
  const moving = ['UNASSIGNED', 'RESTARTING'];
  if (
    (state !== undefined && moving.includes(state)) ||
    (otherTask !== undefined && moving.includes(otherTask))
  ) {
    return progressing(
      'KafkaConnectorPending',
      `The connector is ${state ?? 'not told'}; ${figures}.`,
      // Since when it is moved is not told: not since it was made.
      { evidence, progressingSince: now, ...noted },
    );
  }
  if (state !== 'RUNNING' || running < tasks) {
    return unknown(
      'KafkaConnectorStateUnknown',
      `The connector is "${state ?? 'not told'}" and a task "${
        otherTask ?? 'not told'
      }", which no rule knows; ${figures}.`,
      { evidence, ...noted },
    );
  }
  return healthy('KafkaConnectorRunning', `${figures}.`, {
    warnings:
      tasks === 0
        ? [...(warnings ?? []), 'The connector has no task: nothing is moved.']
        : warnings,
  });
}
