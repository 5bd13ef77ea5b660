import { defineKind } from '../../definition/kind';
import { linkTo } from '../../definition/link';
import { Resource } from '../../definition/resource';
import {
  degraded,
  healthy,
  HealthContext,
  unknown,
  Verdict,
} from '../../judging/verdict';
import { cut, withoutCredentials } from '../../reading/conditions';
import { numberAt, stringAt } from '../../reading/raw';
import { GARAGE } from './garage-object';

const STATES = ['busy', 'idle', 'done', 'throttled'];

/** What a node does in the background: resync, scrub, clean-up of tables. */
export type WorkerFacts = {
  node?: string;
  name?: string;
  state?: string;
  consecutiveErrors?: number;
  errors?: number;
  queueLength?: number;
  lastError?: string;
};

export const worker = defineKind<WorkerFacts>({
  ...GARAGE,
  kind: 'Worker',
  plural: 'workers',
  project: raw => {
    const lastError = stringAt(raw, 'status', 'lastError');
    return {
      node: stringAt(raw, 'spec', 'node'),
      name: stringAt(raw, 'status', 'name'),
      state: stringAt(raw, 'status', 'state')?.toLowerCase(),
      consecutiveErrors: numberAt(raw, 'status', 'consecutiveErrors'),
      errors: numberAt(raw, 'status', 'errors'),
      queueLength: numberAt(raw, 'status', 'queueLength'),
      lastError: lastError && cut(withoutCredentials(lastError), 200),
    };
  },
  links: ({ facts, meta }) =>
    facts.node
      ? [
          linkTo(
            'node',
            {
              group: GARAGE.group,
              kind: 'Node',
              namespace: meta.namespace,
              name: facts.node,
            },
            'source',
          ),
        ]
      : [],
  health: judgeWorker,
  reasons: [
    {
      code: 'GarageWorkerRuns',
      cause: 'The worker does its work.',
      evidence: 'status.consecutiveErrors',
      remedy: false,
    },
    {
      code: 'GarageWorkerRepeatsError',
      cause: 'The worker meets the same error again and again.',
      evidence: 'status.consecutiveErrors',
    },
    {
      code: 'GarageWorkerNotTold',
      cause: 'What the worker does is not told in words that are known.',
      evidence: 'status.state',
      remedy: false,
    },
  ],
  shows: ['errors', 'queueLength'],
});

function judgeWorker(
  { facts }: Resource<WorkerFacts>,
  context: HealthContext,
): Verdict {
  const { name = 'Worker', state, consecutiveErrors, lastError } = facts;
  if (
    consecutiveErrors !== undefined &&
    consecutiveErrors >= context.thresholds.garageWorkerConsecutiveErrors
  ) {
    return degraded(
      'GarageWorkerRepeatsError',
      `${name} repeats an error, ${consecutiveErrors} times in a row${
        lastError ? `: ${lastError}` : ''
      }.`,
      {
        evidence: [
          { path: 'status.consecutiveErrors', value: consecutiveErrors },
        ],
      },
    );
  }
  if (consecutiveErrors === undefined || !state || !STATES.includes(state)) {
    return unknown(
      'GarageWorkerNotTold',
      consecutiveErrors === undefined || !state
        ? 'State and errors are not both told.'
        : `The state "${state}" is not known.`,
      { evidence: [{ path: 'status.state', value: state ?? null }] },
    );
  }
  return healthy('GarageWorkerRuns', `${name} is ${state}.`);
}
