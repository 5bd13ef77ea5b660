import { defineKind } from '../../definition/kind';
import { failed, healthy } from '../../judging/verdict';
import { condition, said } from '../../reading/conditions';
import { numberAt } from '../../reading/raw';
import { LONGHORN } from './api';
import { emptyOrStringAt } from './backup';
import { longhornConditions } from './longhorn-conditions';
import { judgeByState, StateRule } from './state-table';
import { oneLine } from './wording';

/** Logs and objects packed for whoever gives support. */
export type SupportBundleFacts = {
  state?: string;
  progress?: number;
  cause?: string;
};

const running = (message: string): StateRule => ({
  rule: 'underWay',
  reason: 'LonghornSupportBundleRunning',
  message,
});

export const supportBundle = defineKind<SupportBundleFacts>({
  ...LONGHORN,
  kind: 'SupportBundle',
  plural: 'supportbundles',
  patienceMinutes: 60,
  project: raw => {
    const error = condition(longhornConditions(raw), 'Error');
    return {
      state: emptyOrStringAt(raw, 'status', 'state'),
      progress: numberAt(raw, 'status', 'progress'),
      ...(error?.status === 'True' ? { cause: said(error) } : {}),
    };
  },
  health: (of, context) =>
    judgeByState(
      of,
      context,
      of.facts.state,
      {
        path: 'status.state',
        otherwise: 'LonghornSupportBundleStateUnknown',
        states: {
          '': running('Waits to be started'),
          Started: running('Being started'),
          Generating: running(`Being gathered (${of.facts.progress ?? 0} %)`),
          Purging: running('Being cleared away'),
          Deleting: running('Being cleared away'),
          Replaced: running('Replaced by a newer one, being cleared away'),
          ReadyForDownload: {
            rule: healthy,
            reason: 'LonghornSupportBundleReady',
            message: 'Ready to be downloaded',
          },
          Error: {
            rule: failed,
            reason: 'LonghornSupportBundleFailed',
            message: 'Could not be gathered',
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
      code: 'LonghornSupportBundleReady',
      cause: 'The bundle can be downloaded.',
      evidence: 'status.state',
      remedy: false,
    },
    {
      code: 'LonghornSupportBundleRunning',
      cause: 'The bundle is being gathered or cleared away.',
      evidence: 'status.state',
      remedy: false,
    },
    {
      code: 'LonghornSupportBundleFailed',
      cause: 'The bundle could not be gathered.',
      evidence: 'status.state',
    },
    {
      code: 'LonghornSupportBundleStateUnknown',
      cause: 'The state has a value that is not known.',
      evidence: 'status.state',
      remedy: false,
    },
  ],
});
