import {
  degraded,
  failed,
  healthy,
  progressing,
  unknown,
  Verdict,
} from '../../judging/verdict';
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
const STATE = 'result.remote_shards[].state';

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

function judgeDead(shards: ShardFacts[]): Verdict | undefined {
  const dead = shards.filter(({ states }) => states.includes('Dead'));
  const lost = dead.filter(({ states }) => !states.includes('Active'));
  const evidence = (of: ShardFacts[]) =>
    of.map(({ states }) => ({ path: STATE, value: states }));
  if (lost.length > 0) {
    return failed('QdrantShardLost', sentence(lost), {
      evidence: evidence(lost),
    });
  }
  if (dead.length > 0) {
    return degraded('QdrantShardDead', sentence(dead), {
      evidence: evidence(dead),
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
        { evidence: evidence(waiting) },
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
  const state = shards
    .flatMap(({ states }) => states)
    .find(one => !WELL.includes(one) && !MOVING.includes(one));
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
            ...(state ? [{ path: STATE, value: state }] : []),
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
      { evidence: [{ path: STATE, value: moving[0].states }] },
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
    ...(shards?.length ? [`all ${shards.length} shards active`] : []),
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
