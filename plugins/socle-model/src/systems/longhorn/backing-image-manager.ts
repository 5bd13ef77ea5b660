import { defineKind } from '../../definition/kind';
import { degraded, failed, healthy } from '../../judging/verdict';
import { stringAt } from '../../reading/raw';
import { inLonghorn, LONGHORN } from './api';
import { judgeByState } from './state-table';

/** The process that keeps the backing images of one disk. */
export type BackingImageManagerFacts = { state?: string; nodeID?: string };

export const backingImageManager = defineKind<BackingImageManagerFacts>({
  ...LONGHORN,
  kind: 'BackingImageManager',
  plural: 'backingimagemanagers',
  project: raw => ({
    state: stringAt(raw, 'status', 'currentState'),
    nodeID: stringAt(raw, 'spec', 'nodeID'),
  }),
  links: of => inLonghorn('runsOn', of, 'Node', of.facts.nodeID, 'target'),
  health: (of, context) =>
    judgeByState(of, context, of.facts.state, {
      path: 'status.currentState',
      otherwise: 'LonghornImageManagerStateUnknown',
      states: {
        running: {
          rule: healthy,
          reason: 'LonghornImageManagerRunning',
          message: 'Running',
        },
        starting: {
          rule: 'underWay',
          reason: 'LonghornImageManagerStarting',
          message: 'Starting',
        },
        error: {
          rule: failed,
          reason: 'LonghornImageManagerDown',
          message:
            'In error: no backing image can be brought to or from its disk',
        },
        stopped: {
          rule: degraded,
          reason: 'LonghornImageManagerDown',
          message:
            'Stopped: no backing image can be brought to or from its disk',
        },
      },
    }),
  reasons: [
    {
      code: 'LonghornImageManagerRunning',
      cause: 'The manager of backing images runs.',
      evidence: 'status.currentState',
      remedy: false,
    },
    {
      code: 'LonghornImageManagerStarting',
      cause: 'The manager of backing images starts.',
      evidence: 'status.currentState',
      remedy: false,
    },
    {
      code: 'LonghornImageManagerDown',
      cause: 'The manager of backing images does not run.',
      evidence: 'status.currentState',
    },
    {
      code: 'LonghornImageManagerStateUnknown',
      cause: 'The state has a value that is not known.',
      evidence: 'status.currentState',
      remedy: false,
    },
  ],
});
