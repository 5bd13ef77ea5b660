import { defineKind } from '../../definition/kind';
import { degraded, failed, healthy } from '../../judging/verdict';
import { labelAt, numberAt, stringAt } from '../../reading/raw';
import { inLonghorn, LONGHORN } from './api';
import { judgeByState } from './state-table';

/** The shards of an erasure-coded volume as a whole. */
export type ShardGroupFacts = {
  state?: string;
  volumeName?: string;
  dataChunks?: number;
  parityChunks?: number;
  failedCount?: number;
};

export const shardGroup = defineKind<ShardGroupFacts>({
  ...LONGHORN,
  kind: 'ShardGroup',
  plural: 'shardgroups',
  project: raw => ({
    state: stringAt(raw, 'status', 'state'),
    volumeName:
      stringAt(raw, 'spec', 'volumeName') ?? labelAt(raw, 'longhornvolume'),
    dataChunks: numberAt(raw, 'spec', 'dataChunks'),
    parityChunks: numberAt(raw, 'spec', 'parityChunks'),
    failedCount: numberAt(raw, 'status', 'failedCount'),
  }),
  links: of =>
    inLonghorn('shardGroupOf', of, 'Volume', of.facts.volumeName, 'source'),
  health: (of, context) => {
    const { dataChunks = 0, parityChunks = 0, failedCount = 0 } = of.facts;
    const figures = `${failedCount} of ${
      dataChunks + parityChunks
    } shards failed, ${parityChunks} may`;
    return judgeByState(of, context, of.facts.state, {
      path: 'status.state',
      otherwise: 'LonghornShardGroupStateUnknown',
      states: {
        healthy: {
          rule: healthy,
          reason: 'LonghornShardGroupHealthy',
          message: `All ${dataChunks + parityChunks} shards are in place`,
        },
        growing: {
          rule: healthy,
          reason: 'LonghornShardGroupHealthy',
          message: 'All shards are in place; the volume grows',
        },
        degraded: {
          rule: degraded,
          reason: 'LonghornShardGroupDegraded',
          message: figures,
        },
        rebuilding: {
          rule: degraded,
          reason: 'LonghornShardGroupDegraded',
          message: `${figures}; being rebuilt`,
        },
        offline: {
          rule: failed,
          reason: 'LonghornShardGroupOffline',
          message: `Too few shards to read the data: ${figures}`,
        },
      },
    });
  },
  reasons: [
    {
      code: 'LonghornShardGroupHealthy',
      cause: 'All shards are in place.',
      evidence: 'status.state',
      remedy: false,
    },
    {
      code: 'LonghornShardGroupDegraded',
      cause: 'Shards have failed; the data is still readable.',
      evidence: 'status.failedCount',
    },
    {
      code: 'LonghornShardGroupOffline',
      cause: 'Too few shards are left to read the data.',
      evidence: 'status.state',
    },
    {
      code: 'LonghornShardGroupStateUnknown',
      cause: 'The state has a value that is not known.',
      evidence: 'status.state',
      remedy: false,
    },
  ],
});
