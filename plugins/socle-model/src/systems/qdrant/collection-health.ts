import {
  degraded,
  failed,
  healthy,
  progressing,
  unknown,
  Verdict,
  VerdictEvidence,
} from '../../judging/verdict';
import { counted } from '../../reading/wording';
import type { CollectionFacts, ShardFacts } from './collection';

const MOVING = [
  'Partial',
  'Initializing',
  'Recovery',
  'PartialSnapshot',
  'Resharding',
  'ReshardingScaleDown',
  'ActiveRead',
];
/** A listener takes writes and serves no reads, by configuration. */
const WELL = ['Active', 'Listener'];

/** The colour and the shards come from two answers; either may be all there is. */
export function judgeCollection(facts: CollectionFacts): Verdict {
  const verdict =
    judgeColour(facts) ??
    judgeDead(facts.shards ?? []) ??
    judgeOdd(facts) ??
    judgeUnderWay(facts) ??
    judgeWell(facts);
  const warnings = [
    ...(facts.notes ?? []),
    ...(facts.colour === 'grey'
      ? ['Optimisation waits for the next write.']
      : []),
  ];
  return warnings.length > 0 ? { ...verdict, warnings } : verdict;
}

function judgeColour({
  colour,
  optimizerError,
}: CollectionFacts): Verdict | undefined {
  return colour === 'red' || optimizerError !== undefined
    ? failed(
        'QdrantCollectionFailed',
        `The collection is ${colour ?? 'not told'}${
          optimizerError ? `: ${optimizerError}` : '.'
        }`,
        {
          evidence: [
            { path: 'result.status', value: colour ?? null },
            {
              path: 'result.optimizer_status.error',
              value: optimizerError ?? null,
            },
          ],
        },
      )
    : undefined;
}

function figures({ id, states }: ShardFacts): string {
  const active = states.filter(state => state === 'Active').length;
  return `shard ${id} has ${active} of ${states.length} replicas active`;
}

/** The states of a shard's replicas that are not well, where they stand in the answer. */
function statesOf(
  { states, local }: ShardFacts,
  wanted: (state: string) => boolean,
): VerdictEvidence[] {
  return (
    [
      ['local', states.slice(0, local)],
      ['remote', states.slice(local)],
    ] as const
  ).flatMap(([where, all]) =>
    all
      .filter(wanted)
      .map(value => ({ path: `result.${where}_shards[].state`, value })),
  );
}

function judgeDead(shards: ShardFacts[]): Verdict | undefined {
  const dead = shards.filter(({ states }) => states.includes('Dead'));
  const lost = dead.filter(({ states }) => !states.includes('Active'));
  const evidence = (of: ShardFacts[], state: string) =>
    of.flatMap(shard => statesOf(shard, one => one === state));
  if (lost.length > 0) {
    return failed('QdrantShardLost', sentence(lost), {
      evidence: evidence(lost, 'Dead'),
    });
  }
  if (dead.length > 0) {
    return degraded('QdrantShardDead', sentence(dead), {
      evidence: evidence(dead, 'Dead'),
    });
  }
  const waiting = shards.filter(({ states }) =>
    states.includes('ManualRecovery'),
  );
  return waiting.length > 0
    ? degraded(
        'QdrantShardAwaitsOperator',
        `${waiting.length} of ${
          shards.length
        } shards wait for recovery by hand; ${figures(waiting[0])}.`,
        { evidence: evidence(waiting, 'ManualRecovery') },
      )
    : undefined;
}

function sentence(shards: ShardFacts[]): string {
  const text = shards.slice(0, 4).map(figures).join(', ');
  return `${text[0].toUpperCase()}${text.slice(1)}${
    shards.length > 4 ? ' …' : '.'
  }`;
}

function judgeOdd({
  colour,
  optimizer,
  shards = [],
}: CollectionFacts): Verdict | undefined {
  const isOdd = (one: string) => !WELL.includes(one) && !MOVING.includes(one);
  const [shard] = shards.filter(({ states }) => states.some(isOdd));
  const state = shard?.states.find(isOdd);
  const known =
    (colour === undefined || ['green', 'yellow', 'grey'].includes(colour)) &&
    (optimizer === undefined || optimizer === 'ok') &&
    state === undefined;
  return known
    ? undefined
    : unknown(
        'QdrantCollectionStateUnknown',
        `The collection is "${colour ?? 'not told'}", its optimizer "${
          optimizer ?? 'not told'
        }"${state ? `, a shard "${state}"` : ''}.`,
        {
          evidence: [
            { path: 'result.status', value: colour ?? null },
            ...(shard ? statesOf(shard, isOdd) : []),
          ],
        },
      );
}

function judgeUnderWay({
  colour,
  shards = [],
  points,
  indexed,
}: CollectionFacts): Verdict | undefined {
  const moving = shards.filter(({ states }) =>
    states.some(state => MOVING.includes(state)),
  );
  if (moving.length > 0) {
    return progressing(
      'QdrantCollectionRecovering',
      `${moving.length} of ${
        shards.length
      } shards are being filled or moved; ${figures(moving[0])}.`,
      {
        evidence: statesOf(moving[0], state => MOVING.includes(state)),
      },
    );
  }
  return colour === 'yellow'
    ? progressing(
        'QdrantCollectionOptimising',
        points === undefined
          ? 'Being optimised.'
          : `Being optimised: ${
              indexed ?? 0
            } vectors indexed, ${points} points.`,
        { evidence: [{ path: 'result.status', value: colour }] },
      )
    : undefined;
}

function judgeWell({ colour, shards, points }: CollectionFacts): Verdict {
  const said = [
    ...(colour ? [`the collection is ${colour}`] : []),
    ...(points === undefined ? [] : [`${points} points`]),
    ...(shards?.length ? [shardsSaid(shards)] : []),
  ].join(', ');
  return colour !== undefined || (shards !== undefined && shards.length > 0)
    ? healthy(
        'QdrantCollectionWell',
        `${said[0].toUpperCase()}${said.slice(1)}.`,
      )
    : unknown(
        'QdrantCollectionStateUnknown',
        'It is there; nothing was told of its state.',
        { evidence: [{ path: 'result.status', value: null }] },
      );
}

/** Listeners are well, and not active. */
function shardsSaid(shards: ShardFacts[]): string {
  const listeners = shards
    .flatMap(({ states }) => states)
    .filter(state => state === 'Listener').length;
  return listeners > 0
    ? `${counted(shards.length, 'shard')} well, ${counted(
        listeners,
        'replica',
      )} of them listening only`
    : `${
        shards.length === 1 ? 'its shard' : `all ${shards.length} shards`
      } active`;
}
