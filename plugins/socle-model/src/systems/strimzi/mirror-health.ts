import {
  degraded,
  failed,
  healthy,
  progressing,
  unknown,
  Verdict,
} from '../../judging/verdict';
import type { ConnectorState } from './connector-state';

const HELD = ['PAUSED', 'STOPPED'];
const MOVING = ['UNASSIGNED', 'RESTARTING'];

/** Paused ones are so by the definition; others that do not run are being moved, or in a state we do not know. */
function judgeUnbroken(
  connectors: ConnectorState[],
  now: number,
): Verdict | undefined {
  const idle = connectors.filter(
    ({ state, tasks, running }) => state !== 'RUNNING' || running < tasks,
  );
  const [other] = idle.filter(({ state }) => !HELD.includes(state ?? ''));
  if (other) {
    const text = `Connector ${other.name ?? 'without name'} is "${
      other.state ?? 'not told'
    }" with ${other.running} of ${other.tasks} tasks running.`;
    const evidence = [
      {
        path: 'status.connectors[].connector.state',
        value: other.state ?? null,
      },
    ];
    return [other.state, other.otherTask].some(
      state => state !== undefined && MOVING.includes(state),
    )
      ? progressing('KafkaMirrorMaker2Pending', text, {
          evidence,
          // Since when is not told.
          progressingSince: now,
        })
      : unknown('KafkaMirrorMaker2StateUnknown', text, { evidence });
  }
  return idle.length === 0
    ? undefined
    : healthy(
        'KafkaMirrorMaker2Ready',
        `Reconciled; ${idle.length} of ${connectors.length} connectors are held.`,
        {
          warnings: idle.map(
            ({ name, state }) =>
              `Connector ${
                name ?? 'without name'
              } is ${state}: it mirrors nothing.`,
          ),
        },
      );
}

/** What the connectors add, once the operator has done its part; undefined where all of them run. */
export function judgeConnectors(
  connectors: ConnectorState[],
  now: number,
): Verdict | undefined {
  const broken = connectors.filter(
    ({ state, failedTasks }) => state === 'FAILED' || failedTasks > 0,
  );
  if (broken.length === 0) {
    return judgeUnbroken(connectors, now);
  }
  const names = broken.map(({ name }) => name ?? 'without name').join(', ');
  const evidence = broken.map(({ state, failedTasks }) =>
    state === 'FAILED'
      ? { path: 'status.connectors[].connector.state', value: state }
      : {
          path: 'status.connectors[].tasks[].state',
          value: `FAILED (${failedTasks})`,
        },
  );
  return connectors.every(({ state }) => state === 'FAILED')
    ? failed(
        'KafkaMirrorMaker2NothingMirrored',
        `All ${connectors.length} connectors have failed: ${names}.`,
        { evidence },
      )
    : degraded(
        'KafkaMirrorMaker2ConnectorsFailing',
        `${broken.length} of ${connectors.length} connectors have failed or hold failed tasks: ${names}.`,
        { evidence },
      );
}
