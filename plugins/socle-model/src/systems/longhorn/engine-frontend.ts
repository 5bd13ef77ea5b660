import { defineKind } from '../../definition/kind';
import { failed, healthy } from '../../judging/verdict';
import { labelAt, stringAt } from '../../reading/raw';
import { inLonghorn, LONGHORN } from './api';
import { judgeByState } from './state-table';

/** The device of a v2 volume on the node that uses it, apart from its engine. */
export type EngineFrontendFacts = {
  state?: string;
  volumeName?: string;
  engineName?: string;
  nodeID?: string;
};

export const engineFrontend = defineKind<EngineFrontendFacts>({
  ...LONGHORN,
  kind: 'EngineFrontend',
  plural: 'enginefrontends',
  project: raw => ({
    state: stringAt(raw, 'status', 'currentState'),
    volumeName:
      stringAt(raw, 'spec', 'volumeName') ?? labelAt(raw, 'longhornvolume'),
    engineName: stringAt(raw, 'spec', 'engineName'),
    nodeID: stringAt(raw, 'spec', 'nodeID'),
  }),
  links: of => [
    ...inLonghorn('frontendOf', of, 'Volume', of.facts.volumeName, 'source'),
    ...inLonghorn('engine', of, 'Engine', of.facts.engineName, 'target'),
    ...inLonghorn('runsOn', of, 'Node', of.facts.nodeID, 'target'),
  ],
  health: (of, context) =>
    judgeByState(of, context, of.facts.state, {
      path: 'status.currentState',
      otherwise: 'LonghornFrontendStateUnknown',
      states: {
        running: {
          rule: healthy,
          reason: 'LonghornFrontendRunning',
          message: 'The device is there',
        },
        stopped: {
          rule: healthy,
          reason: 'LonghornFrontendStopped',
          message: 'Stopped with its volume',
        },
        starting: {
          rule: 'underWay',
          reason: 'LonghornFrontendChanging',
          message: 'The device is being set up',
        },
        stopping: {
          rule: 'underWay',
          reason: 'LonghornFrontendChanging',
          message: 'The device is being taken away',
        },
        suspended: {
          rule: 'underWay',
          reason: 'LonghornFrontendChanging',
          message: 'The device is held while its engine is exchanged',
        },
        error: {
          rule: failed,
          reason: 'LonghornFrontendFailed',
          message:
            'The device is in error: the volume cannot be read or written',
        },
      },
    }),
  reasons: [
    {
      code: 'LonghornFrontendRunning',
      cause: 'The device is there.',
      evidence: 'status.currentState',
      remedy: false,
    },
    {
      code: 'LonghornFrontendStopped',
      cause: 'Stopped with its volume.',
      evidence: 'status.currentState',
      remedy: false,
    },
    {
      code: 'LonghornFrontendChanging',
      cause: 'The device is being set up, held or taken away.',
      evidence: 'status.currentState',
      remedy: false,
    },
    {
      code: 'LonghornFrontendFailed',
      cause: 'The device is in error.',
      evidence: 'status.currentState',
    },
    {
      code: 'LonghornFrontendStateUnknown',
      cause: 'The state has a value that is not known.',
      evidence: 'status.currentState',
      remedy: false,
    },
  ],
});
