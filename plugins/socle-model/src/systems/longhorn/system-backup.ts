import { defineKind } from '../../definition/kind';
import { failed, healthy } from '../../judging/verdict';
import { condition } from '../../reading/conditions';
import { stringAt } from '../../reading/raw';
import { LONGHORN } from './api';
import { emptyOrStringAt } from './backup';
import { longhornConditions } from './longhorn-conditions';
import { judgeByState, StateRule } from './state-table';
import { oneLine } from './wording';

/** A backup of Longhorn's own objects. */
export type SystemBackupFacts = {
  state?: string;
  createdAt?: string;
  version?: string;
  /** At which step it failed, and why. */
  step?: string;
  cause?: string;
};

const running = (message: string): StateRule => ({
  rule: 'underWay',
  reason: 'LonghornSystemBackupRunning',
  message,
});

export const systemBackup = defineKind<SystemBackupFacts>({
  ...LONGHORN,
  kind: 'SystemBackup',
  plural: 'systembackups',
  patienceMinutes: 60,
  project: raw => {
    const error = condition(longhornConditions(raw), 'Error');
    return {
      state: emptyOrStringAt(raw, 'status', 'state'),
      createdAt: stringAt(raw, 'status', 'createdAt'),
      version: stringAt(raw, 'status', 'version'),
      ...(error?.status === 'True'
        ? { step: error.reason, cause: error.message }
        : {}),
    };
  },
  health: (of, context) => {
    const { state, createdAt, step, cause } = of.facts;
    return judgeByState(
      of,
      context,
      state,
      {
        path: 'status.state',
        otherwise: 'LonghornSystemBackupStateUnknown',
        states: {
          '': running('Waits to be started'),
          CreatingVolumeBackups: running('Backs up the volumes first'),
          CreatingBackingImageBackups: running(
            'Backs up the backing images first',
          ),
          Generating: running('Gathers the objects'),
          Uploading: running('Being uploaded'),
          Syncing: running('Reads what the target has'),
          Deleting: running('Being deleted from the target'),
          Ready: {
            rule: healthy,
            reason: 'LonghornSystemBackupReady',
            message: `Taken ${createdAt ?? 'at an unknown time'}`,
          },
          Error: {
            rule: failed,
            reason: 'LonghornSystemBackupFailed',
            message: `Failed at step ${step ?? 'unknown'}`,
          },
        },
      },
      {
        because: state === 'Error' && cause ? oneLine(cause) : undefined,
        evidence: cause
          ? [
              {
                path: 'status.conditions[type=Error].message',
                value: oneLine(cause),
              },
            ]
          : [],
      },
    );
  },
  reasons: [
    {
      code: 'LonghornSystemBackupReady',
      cause: 'The system backup can be restored from.',
      evidence: 'status.state',
      remedy: false,
    },
    {
      code: 'LonghornSystemBackupRunning',
      cause: 'The system backup is being taken or deleted.',
      evidence: 'status.state',
      remedy: false,
    },
    {
      code: 'LonghornSystemBackupFailed',
      cause: 'The system backup failed.',
      evidence: 'status.conditions[type=Error]',
    },
    {
      code: 'LonghornSystemBackupStateUnknown',
      cause: 'The state has a value that is not known.',
      evidence: 'status.state',
      remedy: false,
    },
  ],
  shows: ['version'],
});
