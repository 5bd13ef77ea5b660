import { defineKind } from '../../definition/kind';
import {
  booleanAt,
  numberAt,
  objectsAt,
  RawObject,
  stringAt,
  stringsAt,
  valueAt,
} from '../../reading/raw';
import { cut } from '../../reading/conditions';
import { judgeCollection } from './collection-health';
import { instanceLink, QDRANT } from './qdrant-object';

/** One shard with the states of its replicas; those on the peer that was asked come first. */
export type ShardFacts = { id: string; states: string[]; local: number };

export type CollectionFacts = {
  instance?: string;
  /** green, yellow, grey, red. */
  colour?: string;
  optimizer?: string;
  optimizerError?: string;
  notes?: string[];
  points?: number;
  indexed?: number;
  segments?: number;
  shardNumber?: number;
  replicationFactor?: number;
  shards?: ShardFacts[];
  transfers?: number;
};

export const collection = defineKind<CollectionFacts>({
  ...QDRANT,
  kind: 'Collection',
  plural: 'collections',
  project,
  links: ({ meta, facts }) =>
    instanceLink('collectionOf', meta, facts.instance),
  health: ({ facts }) => judgeCollection(facts),
  reasons: [
    {
      code: 'QdrantCollectionWell',
      cause: 'It is green, and all its shards are active.',
      evidence: 'result.status',
      remedy: false,
    },
    {
      code: 'QdrantCollectionOptimising',
      cause: 'Its index is being built; big ones take hours.',
      evidence: 'result.status',
      remedy: false,
    },
    {
      code: 'QdrantCollectionRecovering',
      cause: 'Replicas of its shards are being filled or moved.',
      evidence: 'result.local_shards[].state',
      remedy: false,
    },
    {
      code: 'QdrantCollectionFailed',
      cause: 'An operation on it failed and was not recovered.',
      evidence: 'result.optimizer_status.error',
    },
    {
      code: 'QdrantShardLost',
      cause: 'A shard has no active replica.',
      evidence: 'result.remote_shards[].state',
    },
    {
      code: 'QdrantShardDead',
      cause: 'A replica of a shard is dead; another is active.',
      evidence: 'result.remote_shards[].state',
    },
    {
      code: 'QdrantShardAwaitsOperator',
      cause: 'A replica of a shard waits for recovery by hand.',
      evidence: 'result.local_shards[].state',
    },
    {
      code: 'QdrantCollectionStateUnknown',
      cause: 'Nothing was told of it, or something that no rule knows.',
      evidence: 'result.status',
      remedy: false,
    },
  ],
  shows: [
    'points',
    'indexed',
    'segments',
    'shardNumber',
    'replicationFactor',
    'transfers',
  ],
});

function project(raw: RawObject): CollectionFacts {
  const status = valueAt(raw, 'status');
  const notes = stringsAt(status, 'warnings');
  const error = stringAt(status, 'optimizerError');
  return {
    instance: stringAt(raw, 'spec', 'instance'),
    colour: stringAt(status, 'colour'),
    optimizer: stringAt(status, 'optimizer'),
    ...(error ? { optimizerError: cut(error, 300) } : {}),
    ...(notes.length > 0 ? { notes } : {}),
    points: numberAt(status, 'points'),
    indexed: numberAt(status, 'indexed'),
    segments: numberAt(status, 'segments'),
    shardNumber: numberAt(status, 'shardNumber'),
    replicationFactor: numberAt(status, 'replicationFactor'),
    ...(Array.isArray(valueAt(status, 'shards'))
      ? { shards: byShard(objectsAt(status, 'shards')) }
      : {}),
    transfers: numberAt(status, 'transfers') || undefined,
  };
}

function byShard(replicas: RawObject[]): ShardFacts[] {
  const shards = new Map<string, ShardFacts>();
  for (const replica of replicas) {
    const id = stringAt(replica, 'id') ?? '';
    const shard = shards.get(id) ?? { id, states: [], local: 0 };
    const state = stringAt(replica, 'state') ?? 'not told';
    if (booleanAt(replica, 'local')) {
      shard.states.splice(shard.local, 0, state);
      shard.local += 1;
    } else {
      shard.states.push(state);
    }
    shards.set(id, shard);
  }
  return [...shards.values()];
}
