import { defineKind } from '../../definition/kind';
import { linkByKey } from '../../definition/link';
import { condition } from '../../reading/conditions';
import { booleanAt, labelAt, stringAt } from '../../reading/raw';
import { inLonghorn, LONGHORN } from './api';
import { longhornConditions } from './longhorn-conditions';
import { judgeReplica } from './replica-health';
import { stampAt } from './stamp';

/** What Socle keeps of a Replica. Its mode is not in the object: the engine has it. */
export type ReplicaFacts = {
  volumeName?: string;
  nodeID?: string;
  /** UUID of the disk. */
  diskID?: string;
  engineName?: string;
  /** Only when `spec.active` is false: counts as no copy. */
  inactive?: true;
  state?: string;
  desireState?: string;
  healthyAt?: string;
  failedAt?: string;
  evicting?: true;
  rebuildFailed?: string;
  instanceManager?: string;
};

export const replica = defineKind<ReplicaFacts>({
  ...LONGHORN,
  kind: 'Replica',
  plural: 'replicas',
  judgesDeletion: true,
  project: raw => {
    const rebuild = condition(longhornConditions(raw), 'RebuildFailed');
    return {
      volumeName:
        stringAt(raw, 'spec', 'volumeName') ?? labelAt(raw, 'longhornvolume'),
      nodeID: stringAt(raw, 'spec', 'nodeID'),
      diskID: stringAt(raw, 'spec', 'diskID'),
      engineName: stringAt(raw, 'spec', 'engineName'),
      ...(booleanAt(raw, 'spec', 'active') === false ? { inactive: true } : {}),
      state: stringAt(raw, 'status', 'currentState'),
      desireState: stringAt(raw, 'spec', 'desireState'),
      healthyAt: stampAt(raw, 'spec', 'healthyAt'),
      failedAt: stampAt(raw, 'spec', 'failedAt'),
      ...(booleanAt(raw, 'spec', 'evictionRequested')
        ? { evicting: true }
        : {}),
      ...(rebuild?.status === 'True'
        ? { rebuildFailed: rebuild.message ?? rebuild.reason }
        : {}),
      instanceManager: stringAt(raw, 'status', 'instanceManagerName'),
    };
  },
  links: of => [
    ...inLonghorn('replicaOf', of, 'Volume', of.facts.volumeName, 'source'),
    ...inLonghorn('engine', of, 'Engine', of.facts.engineName),
    ...inLonghorn('storedOn', of, 'Node', of.facts.nodeID, 'target'),
    ...(of.facts.diskID
      ? [
          linkByKey('disk', `longhornDisk:${of.facts.diskID}`, [
            'longhorn.io/Node',
          ]),
        ]
      : []),
    ...inLonghorn(
      'runsIn',
      of,
      'InstanceManager',
      of.facts.instanceManager,
      'target',
    ),
  ],
  health: judgeReplica,
  reasons: [
    {
      code: 'LonghornReplicaDeleting',
      cause: 'The copy is being removed.',
      evidence: 'metadata.deletionTimestamp',
      remedy: false,
    },
    {
      code: 'LonghornReplicaNotPlaced',
      cause: 'No node or disk fits for the copy.',
      evidence: 'spec.nodeID',
    },
    {
      code: 'LonghornReplicaFailed',
      cause: 'The copy failed and is out of date.',
      evidence: 'spec.failedAt',
    },
    {
      code: 'LonghornReplicaProcessError',
      cause: 'The process that serves the copy is in error.',
      evidence: 'status.currentState',
    },
    {
      code: 'LonghornReplicaDropped',
      cause: 'The engine dropped the copy after an error.',
      evidence: 'status.replicaModeMap',
    },
    {
      code: 'LonghornReplicaRebuilding',
      cause: 'The copy is being rebuilt.',
      evidence: 'status.replicaModeMap',
      remedy: false,
    },
    {
      code: 'LonghornReplicaInSync',
      cause: 'The copy is in sync.',
      evidence: 'status.replicaModeMap',
      remedy: false,
    },
    {
      code: 'LonghornReplicaNodeSilent',
      cause: 'The node that holds the copy does not answer.',
      evidence: 'status.currentState',
    },
    {
      code: 'LonghornReplicaChanging',
      cause: 'The copy starts or stops.',
      evidence: 'status.currentState',
      remedy: false,
    },
    {
      code: 'LonghornReplicaModeNotKnown',
      cause: 'The engine says nothing about the copy, or was not read.',
      evidence: 'status.replicaModeMap',
      remedy: false,
    },
    {
      code: 'LonghornReplicaStopped',
      cause: 'Stopped with its volume, data intact.',
      evidence: 'status.currentState',
      remedy: false,
    },
    {
      code: 'LonghornReplicaNew',
      cause: 'New, holds no data yet.',
      evidence: 'spec.healthyAt',
      remedy: false,
    },
    {
      code: 'LonghornReplicaNotRunning',
      cause: 'The copy should run and is stopped.',
      evidence: 'status.currentState',
    },
    {
      code: 'LonghornReplicaStateUnknown',
      cause: 'The state cannot be judged.',
      evidence: 'status.currentState',
      remedy: false,
    },
  ],
  shows: ['inactive', 'evicting', 'desireState'],
});
