import { defineKind } from '../../definition/kind';
import { failed, healthy } from '../../judging/verdict';
import { condition } from '../../reading/conditions';
import { stringAt } from '../../reading/raw';
import { inLonghorn, LONGHORN } from './api';
import { emptyOrStringAt } from './backup';
import { longhornConditions } from './longhorn-conditions';
import { judgeByState, StateRule } from './state-table';
import { oneLine } from './wording';

/** A restore of Longhorn's own objects from a SystemBackup. */
export type SystemRestoreFacts = {
  state?: string;
  systemBackup?: string;
  cause?: string;
};

const running = (message: string): StateRule => ({
  rule: 'underWay',
  reason: 'LonghornSystemRestoreRunning',
  message,
});

export const systemRestore = defineKind<SystemRestoreFacts>({
  ...LONGHORN,
  kind: 'SystemRestore',
  plural: 'systemrestores',
  patienceMinutes: 60,
  project: raw => {
    const error = condition(longhornConditions(raw), 'Error');
    return {
      state: emptyOrStringAt(raw, 'status', 'state'),
      systemBackup: stringAt(raw, 'spec', 'systemBackup'),
      ...(error?.status === 'True'
        ? { cause: error.message ?? error.reason }
        : {}),
    };
  },
  links: of =>
    inLonghorn('restores', of, 'SystemBackup', of.facts.systemBackup),
  health: (of, context) =>
    judgeByState(
      of,
      context,
      of.facts.state,
      {
        path: 'status.state',
        otherwise: 'LonghornSystemRestoreStateUnknown',
        states: {
          '': running('Waits to be started'),
          Pending: running('Waits to be started'),
          Downloading: running('Being downloaded'),
          Unpacking: running('Being unpacked'),
          Initializing: running('Being prepared'),
          Restoring: running('Objects are being restored'),
          InProgress: running('Objects are being restored'),
          Deleting: running('Being deleted'),
          Completed: {
            rule: healthy,
            reason: 'LonghornSystemRestoreCompleted',
            message: `Restored from ${
              of.facts.systemBackup ?? 'an unknown backup'
            }`,
          },
          Error: {
            rule: failed,
            reason: 'LonghornSystemRestoreFailed',
            message: 'Failed, possibly with only part of the objects restored',
          },
        },
      },
      {
        because:
          of.facts.state === 'Error' && of.facts.cause
            ? oneLine(of.facts.cause)
            : undefined,
      },
    ),
  reasons: [
    {
      code: 'LonghornSystemRestoreCompleted',
      cause: 'The system restore is done.',
      evidence: 'status.state',
      remedy: false,
    },
    {
      code: 'LonghornSystemRestoreRunning',
      cause: 'The system restore runs.',
      evidence: 'status.state',
      remedy: false,
    },
    {
      code: 'LonghornSystemRestoreFailed',
      cause: 'The system restore failed.',
      evidence: 'status.conditions[type=Error]',
    },
    {
      code: 'LonghornSystemRestoreStateUnknown',
      cause: 'The state has a value that is not known.',
      evidence: 'status.state',
      remedy: false,
    },
  ],
});
