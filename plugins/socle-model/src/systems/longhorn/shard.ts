import { defineKind } from '../../definition/kind';
import { linkByKey } from '../../definition/link';
import { failed, healthy } from '../../judging/verdict';
import { numberAt, stringAt } from '../../reading/raw';
import { inLonghorn, LONGHORN } from './api';
import { judgeByState } from './state-table';

/** One piece of an erasure-coded volume on one disk. */
export type ShardFacts = {
  state?: string;
  shardGroup?: string;
  nodeID?: string;
  diskID?: string;
  role?: string;
  progress?: number;
};

export const shard = defineKind<ShardFacts>({
  ...LONGHORN,
  kind: 'Shard',
  plural: 'shards',
  patienceMinutes: 60,
  project: raw => ({
    state: stringAt(raw, 'status', 'state'),
    shardGroup: stringAt(raw, 'spec', 'shardGroupName'),
    nodeID: stringAt(raw, 'spec', 'nodeID'),
    diskID: stringAt(raw, 'spec', 'diskUUID'),
    role: stringAt(raw, 'status', 'role'),
    progress: numberAt(raw, 'status', 'rebuildProgress'),
  }),
  links: of => [
    ...inLonghorn('shardOf', of, 'ShardGroup', of.facts.shardGroup, 'source'),
    ...inLonghorn('storedOn', of, 'Node', of.facts.nodeID, 'target'),
    ...(of.facts.diskID
      ? [
          linkByKey('disk', `longhornDisk:${of.facts.diskID}`, [
            'longhorn.io/Node',
          ]),
        ]
      : []),
  ],
  health: (of, context) => {
    const where = of.facts.nodeID ?? 'no node';
    return judgeByState(of, context, of.facts.state, {
      path: 'status.state',
      otherwise: 'LonghornShardStateUnknown',
      states: {
        normal: {
          rule: healthy,
          reason: 'LonghornShardNormal',
          message: `In place on ${where}`,
        },
        replacing: {
          rule: 'underWay',
          reason: 'LonghornShardReplacing',
          message: `Being rebuilt on ${where} (${of.facts.progress ?? 0} %)`,
        },
        failed: {
          rule: failed,
          reason: 'LonghornShardFailed',
          message: `Failed on ${where}`,
        },
      },
    });
  },
  reasons: [
    {
      code: 'LonghornShardNormal',
      cause: 'The shard is in place.',
      evidence: 'status.state',
      remedy: false,
    },
    {
      code: 'LonghornShardReplacing',
      cause: 'The shard is being rebuilt.',
      evidence: 'status.rebuildProgress',
      remedy: false,
    },
    {
      code: 'LonghornShardFailed',
      cause: 'The shard failed.',
      evidence: 'status.state',
    },
    {
      code: 'LonghornShardStateUnknown',
      cause: 'The state has a value that is not known.',
      evidence: 'status.state',
      remedy: false,
    },
  ],
  shows: ['role'],
});
