import { objectsAt, RawObject, stringAt } from '../../reading/raw';
import { cut } from '../../reading/conditions';

/** A connector as Kafka Connect's own API tells it, within the status. */
export type ConnectorState = {
  name?: string;
  /** RUNNING, PAUSED, STOPPED, FAILED, UNASSIGNED, RESTARTING. */
  state?: string;
  tasks: number;
  running: number;
  failedTasks: number;
  /** First state of a task that is neither RUNNING nor FAILED. */
  otherTask?: string;
  /** First line of the first failed task's stack trace. */
  trace?: string;
};

export function connectorState(status: RawObject): ConnectorState {
  const tasks = objectsAt(status, 'tasks');
  const failures = tasks.filter(({ state }) => state === 'FAILED');
  const other = tasks.find(
    ({ state }) => state !== 'FAILED' && state !== 'RUNNING',
  );
  const name = stringAt(status, 'name');
  const state = stringAt(status, 'connector', 'state');
  const trace = [status.connector, ...failures]
    .map(one => stringAt(one, 'trace'))
    .find(text => text !== undefined);
  return {
    ...(name ? { name } : {}),
    ...(state ? { state } : {}),
    tasks: tasks.length,
    running: tasks.filter(one => one.state === 'RUNNING').length,
    failedTasks: failures.length,
    ...(other ? { otherTask: stringAt(other, 'state') ?? 'not told' } : {}),
    ...(trace ? { trace: cut(trace.split('\n', 1)[0], 200) } : {}),
  };
}
