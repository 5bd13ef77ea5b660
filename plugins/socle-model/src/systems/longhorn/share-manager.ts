import { defineKind } from '../../definition/kind';
import { linkTo } from '../../definition/link';
import { Resource } from '../../definition/resource';
import { failed, healthy, HealthContext, Verdict } from '../../judging/verdict';
import { stringAt } from '../../reading/raw';
import { LONGHORN } from './api';
import { judgeByState } from './state-table';

/** The NFS server in front of a read-write-many volume of the same name. */
export type ShareManagerFacts = { state?: string; endpoint?: string };

export const shareManager = defineKind<ShareManagerFacts>({
  ...LONGHORN,
  kind: 'ShareManager',
  plural: 'sharemanagers',
  project: raw => ({
    state: stringAt(raw, 'status', 'state'),
    endpoint: stringAt(raw, 'status', 'endpoint'),
  }),
  links: ({ meta }) => [
    linkTo(
      'pod',
      {
        group: '',
        kind: 'Pod',
        namespace: meta.namespace,
        name: `share-manager-${meta.name}`,
      },
      'target',
    ),
  ],
  health: judgeShareManager,
  reasons: [
    {
      code: 'LonghornShareManagerRunning',
      cause: 'The share is served.',
      evidence: 'status.state',
      remedy: false,
    },
    {
      code: 'LonghornShareManagerStopped',
      cause: 'Nobody uses the share.',
      evidence: 'status.state',
      remedy: false,
    },
    {
      code: 'LonghornShareManagerChanging',
      cause: 'The share starts or stops.',
      evidence: 'status.state',
      remedy: false,
    },
    {
      code: 'LonghornShareManagerFailed',
      cause: 'The share is in error.',
      evidence: 'status.state',
    },
    {
      code: 'LonghornShareManagerPodGone',
      cause: 'Said to run, but its pod is gone or has failed.',
      evidence: 'status.state',
    },
    {
      code: 'LonghornShareManagerStateUnknown',
      cause: 'The state has a value that is not known.',
      evidence: 'status.state',
      remedy: false,
    },
  ],
  shows: ['endpoint'],
});

function judgeShareManager(
  of: Resource<ShareManagerFacts>,
  context: HealthContext,
): Verdict {
  const pod = context.target('pod');
  const podFailed =
    pod?.state === 'present' && pod.resource.verdict.status === 'failed';
  if (of.facts.state === 'running' && (podFailed || pod?.state === 'absent')) {
    return failed(
      'LonghornShareManagerPodGone',
      `Said to be running, but pod share-manager-${of.meta.name} ${
        podFailed ? 'has failed' : 'does not exist'
      }.`,
      { evidence: [{ path: 'status.state', value: 'running' }] },
    );
  }
  return judgeByState(of, context, of.facts.state, {
    path: 'status.state',
    otherwise: 'LonghornShareManagerStateUnknown',
    states: {
      running: {
        rule: healthy,
        reason: 'LonghornShareManagerRunning',
        message: 'The share is served',
      },
      stopped: {
        rule: healthy,
        reason: 'LonghornShareManagerStopped',
        message: 'Stopped: nobody uses the share',
      },
      starting: {
        rule: 'underWay',
        reason: 'LonghornShareManagerChanging',
        message: 'The share is being started',
      },
      stopping: {
        rule: 'underWay',
        reason: 'LonghornShareManagerChanging',
        message: 'The share is being stopped',
      },
      error: {
        rule: failed,
        reason: 'LonghornShareManagerFailed',
        message: 'The share is in error: pods that use it hang',
      },
    },
  });
}
