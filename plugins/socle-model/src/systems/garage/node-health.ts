import { Resource } from '../../definition/resource';
import {
  degraded,
  failed,
  healthy,
  HealthContext,
  progressing,
  suspended,
  unknown,
  Verdict,
} from '../../judging/verdict';
import { formatDuration, formatTime } from '../../reading/times';
import { shortDisk } from './disk-space';
import type { NodeFacts } from './node';

const HOUR = 3_600_000;

/** Whatever answers have told of the node is judged, the worst first. */
export function judgeNode(
  resource: Resource<NodeFacts>,
  context: HealthContext,
): Verdict {
  const { facts } = resource;
  return (
    judgeAway(facts, context) ??
    judgeBlocks(resource, context) ??
    judgeDisk(facts, context) ??
    judgeWorkers(facts, context) ??
    judgeTold(facts)
  );
}

function judgeAway(
  facts: NodeFacts,
  context: HealthContext,
): Verdict | undefined {
  if (facts.isUp !== false) {
    return undefined;
  }
  const seen =
    facts.lastSeenSeconds === undefined
      ? 'not seen since the node that was asked started'
      : `not seen for ${formatDuration(facts.lastSeenSeconds * 1000)}`;
  const detail = {
    evidence: [{ path: 'status.isUp', value: false }],
    ...(facts.lastSeenSeconds === undefined
      ? {}
      : { since: context.now - facts.lastSeenSeconds * 1000 }),
  };
  if (facts.role === 'none') {
    return suspended(
      'GarageNodeWithoutRole',
      `Has no role in the layout, and is ${seen}.`,
      detail,
    );
  }
  const zone = facts.zone ? ` in zone ${facts.zone}` : '';
  return facts.role === 'gateway'
    ? degraded(
        'GarageGatewayDown',
        `Gateway${zone} ${seen}; it keeps no data.`,
        detail,
      )
    : failed('GarageNodeDown', `Storage node${zone} ${seen}.`, detail);
}

/** Garage tries unreadable blocks again and again; that it has for a day is in no answer, but in when it was seen. */
function judgeBlocks(
  resource: Resource<NodeFacts>,
  context: HealthContext,
): Verdict | undefined {
  const { blockErrors, blockTries = 0 } = resource.facts;
  if (!blockErrors || blockErrors <= 0) {
    return undefined;
  }
  const seen = resource.verdict.reason === 'GarageBlocksUnreadable';
  const since = seen ? resource.since : context.now;
  const due = since + context.thresholds.garageBlockErrorsHours * HOUR;
  const evidence = [{ path: 'status.blockErrors.count', value: blockErrors }];
  const blocks = `${blockErrors} ${blockErrors === 1 ? 'block' : 'blocks'}`;
  return context.now > due
    ? failed(
        'GarageBlocksUnreadable',
        `${blocks} could not be read since ${formatTime(
          since,
        )}: take them for lost.`,
        { evidence, since },
      )
    : degraded(
        'GarageBlocksUnreadable',
        `${blocks} cannot be read now (tried up to ${blockTries} times).`,
        { evidence, since, recheckAt: due + 1 },
      );
}

function judgeDisk(
  facts: NodeFacts,
  context: HealthContext,
): Verdict | undefined {
  const short = shortDisk(facts, context.thresholds.garageDiskFreePercent);
  return short
    ? degraded('GarageNodeDiskNearlyFull', `The ${short.text}.`, {
        evidence: [{ path: `status.${short.path}`, value: short.available }],
      })
    : undefined;
}

function judgeWorkers(
  { worstWorker }: NodeFacts,
  context: HealthContext,
): Verdict | undefined {
  if (
    !worstWorker ||
    worstWorker.consecutiveErrors <
      context.thresholds.garageWorkerConsecutiveErrors
  ) {
    return undefined;
  }
  const { name, consecutiveErrors, lastError } = worstWorker;
  return degraded(
    'GarageWorkerFailing',
    `Worker ${name} has failed ${consecutiveErrors} times in a row${
      lastError ? `: ${lastError}` : ''
    }.`,
    {
      evidence: [
        {
          path: 'status.workers[].consecutiveErrors',
          value: consecutiveErrors,
        },
      ],
    },
  );
}

/** Nothing is wrong with what was told; what remains is how much that was. */
function judgeTold(facts: NodeFacts): Verdict {
  if (facts.unanswered !== undefined) {
    return unknown(
      'GarageNodeNotAsked',
      `The node could not be asked: ${facts.unanswered}.`,
      {
        evidence: [{ path: 'error of the answer', value: facts.unanswered }],
      },
    );
  }
  if (facts.draining) {
    return progressing(
      'GarageNodeDraining',
      'Its data is being moved to other nodes.',
      { evidence: [{ path: 'status.draining', value: true }] },
    );
  }
  if (facts.isUp && facts.role === 'none') {
    return suspended(
      'GarageNodeWithoutRole',
      'Is up and has no role in the layout: it keeps no data and answers no requests.',
      { evidence: [{ path: 'status.role', value: null }] },
    );
  }
  const told = [
    ...(facts.isUp ? [`${facts.role ?? 'node'} is up`] : []),
    ...(facts.blockErrors === 0 ? ['no unreadable blocks'] : []),
    ...(facts.workers ? [`workers: ${facts.workers}, none of them stuck`] : []),
  ].join(', ');
  return told
    ? healthy(
        'GarageNodeWell',
        `${facts.hostname ? `${facts.hostname}: ` : ''}${told}.`,
      )
    : unknown('GarageNodeNotTold', 'It is not told whether the node is up.', {
        evidence: [{ path: 'status.isUp', value: null }],
      });
}
