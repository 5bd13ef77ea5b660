import { defineKind } from '../../definition/kind';
import { Resource } from '../../definition/resource';
import {
  degraded,
  failed,
  healthy,
  HealthContext,
  unknown,
  Verdict,
} from '../../judging/verdict';
import { objectAt, stringAt } from '../../reading/raw';
import { inLonghorn, LONGHORN } from './api';
import type { NodeFacts } from './node';
import { judgeByState } from './state-table';

/** The process on a node in which its engines and replicas run. */
export type InstanceManagerFacts = {
  state?: string;
  nodeID?: string;
  type?: string;
  instances: number;
};

export const instanceManager = defineKind<InstanceManagerFacts>({
  ...LONGHORN,
  kind: 'InstanceManager',
  plural: 'instancemanagers',
  project: raw => ({
    state: stringAt(raw, 'status', 'currentState'),
    nodeID: stringAt(raw, 'spec', 'nodeID'),
    type: stringAt(raw, 'spec', 'type'),
    instances: ['instanceEngines', 'instanceReplicas', 'instances'].reduce(
      (sum, field) => sum + Object.keys(objectAt(raw, 'status', field)).length,
      0,
    ),
  }),
  links: of => inLonghorn('runsOn', of, 'Node', of.facts.nodeID, 'target'),
  health: judgeInstanceManager,
  reasons: [
    {
      code: 'LonghornInstanceManagerRunning',
      cause: 'Engines and replicas can run on the node.',
      evidence: 'status.currentState',
      remedy: false,
    },
    {
      code: 'LonghornInstanceManagerStarting',
      cause: 'The instance manager starts.',
      evidence: 'status.currentState',
      remedy: false,
    },
    {
      code: 'LonghornInstanceManagerFailed',
      cause: 'All engines and replicas of the node are down.',
      evidence: 'status.currentState',
    },
    {
      code: 'LonghornInstanceManagerNotRunning',
      cause: 'The instance manager does not run on a node that is up.',
      evidence: 'status.currentState',
    },
    {
      code: 'LonghornInstanceManagerNodeDown',
      cause: 'Its node does not answer.',
      evidence: 'status.currentState',
      remedy: false,
    },
    {
      code: 'LonghornInstanceManagerStateUnknown',
      cause: 'The state has a value that is not known.',
      evidence: 'status.currentState',
      remedy: false,
    },
  ],
  shows: ['type'],
});

function judgeInstanceManager(
  of: Resource<InstanceManagerFacts>,
  context: HealthContext,
): Verdict {
  const { state, instances, nodeID } = of.facts;
  const where = nodeID ?? 'no node';
  const home = context.target<NodeFacts>('runsOn');
  const ready =
    home?.state === 'present' ? home.resource.facts.ready : undefined;
  const evidence = [{ path: 'status.currentState', value: state ?? null }];
  const silent = state === 'unknown' || state === 'stopped';
  if (silent && ready === 'False') {
    return unknown(
      'LonghornInstanceManagerNodeDown',
      `Node ${where} does not answer.`,
      { evidence },
    );
  }
  if (state === 'stopped' || (state === 'unknown' && ready === 'True')) {
    return degraded(
      'LonghornInstanceManagerNotRunning',
      state === 'stopped'
        ? `It is stopped on ${where}: no engine or replica can run there.`
        : `Longhorn does not know its state on ${where}, although the node is ready.`,
      { evidence },
    );
  }
  return judgeByState(of, context, state, {
    path: 'status.currentState',
    otherwise: 'LonghornInstanceManagerStateUnknown',
    states: {
      running: {
        rule: healthy,
        reason: 'LonghornInstanceManagerRunning',
        message: `Running on ${where} with ${instances} engines and replicas`,
      },
      starting: {
        rule: 'underWay',
        reason: 'LonghornInstanceManagerStarting',
        message: `Starting on ${where}`,
      },
      error: {
        rule: failed,
        reason: 'LonghornInstanceManagerFailed',
        message: `In error: all engines and replicas on ${where} are down`,
      },
    },
  });
}
