import { Resource } from '../../definition/resource';
import {
  degraded,
  failed,
  HealthContext,
  unknown,
  Verdict,
  VerdictEvidence,
} from '../../judging/verdict';
import { objectAt, numberAt, RawObject, stringAt } from '../../reading/raw';
import { timeAt } from '../../reading/times';
import { counted, quotedAt } from '../../reading/wording';
import { allTold } from './api';
import { waiting } from './waiting';

const HOUR = 3_600_000;

/** What a backup and a restore say in the same words. */
export type RunFacts = {
  phase?: string;
  started?: number;
  completed?: number;
  errors?: number;
  warnings?: number;
  failureReason?: string;
  validationErrors?: string;
  done?: number;
  total?: number;
  operationsAttempted?: number;
  operationsCompleted?: number;
  queuePosition?: number;
};

/** @param operations - first word of the fields that count what plugins do */
export function readRun(
  raw: RawObject,
  operations: 'backup' | 'restore',
  done: 'itemsBackedUp' | 'itemsRestored',
): RunFacts {
  const status = objectAt(raw, 'status');
  return {
    phase: stringAt(status, 'phase'),
    started: timeAt(status, 'startTimestamp'),
    completed: timeAt(status, 'completionTimestamp'),
    errors: numberAt(status, 'errors'),
    warnings: numberAt(status, 'warnings'),
    failureReason: quotedAt(status, 'failureReason'),
    validationErrors: allTold(status, 'validationErrors'),
    done: numberAt(status, 'progress', done),
    total: numberAt(status, 'progress', 'totalItems'),
    operationsAttempted: numberAt(
      status,
      `${operations}ItemOperationsAttempted`,
    ),
    operationsCompleted: numberAt(
      status,
      `${operations}ItemOperationsCompleted`,
    ),
    queuePosition: numberAt(status, 'queuePosition'),
  };
}

/**
 * The phases that mean the same for a backup and a restore. What is complete or being deleted is the caller's.
 * @param prefix - of the reasons: `VeleroBackup`
 */
export function judgeRun<F extends RunFacts>(
  run: Resource<F>,
  context: HealthContext,
  prefix: string,
): Verdict {
  const { facts, meta } = run;
  const { veleroStartMinutes, veleroRunHours, veleroFirstFigureMinutes } =
    context.thresholds;
  const evidence: VerdictEvidence[] = [
    { path: 'status.phase', value: facts.phase ?? null },
  ];
  const errors = facts.errors ?? 0;
  const since = facts.completed ?? facts.started ?? meta.created;
  const onItsWay = (message: string) => {
    const silent =
      facts.phase === 'InProgress' &&
      facts.done === undefined &&
      facts.total === undefined;
    return waiting(run, context, {
      reason: `${prefix}Running`,
      lateReason: `${prefix}Stalled`,
      message,
      since: facts.started ?? meta.created,
      limitMillis: silent
        ? veleroFirstFigureMinutes * 60_000
        : veleroRunHours * HOUR,
      evidence: [
        ...evidence,
        { path: 'status.startTimestamp', value: isoOf(facts.started) },
        { path: 'status.progress', value: figures(facts) ?? null },
      ],
    });
  };
  switch (facts.phase) {
    case undefined:
    case 'New':
    case 'Queued':
    case 'ReadyToStart':
      return waiting(run, context, {
        reason: `${prefix}Waiting`,
        lateReason: `${prefix}NotStarted`,
        message:
          facts.queuePosition === undefined
            ? 'Waits to be started'
            : `Waits to be started, at place ${facts.queuePosition} of the queue`,
        since: meta.created,
        limitMillis: veleroStartMinutes * 60_000,
        evidence,
      });
    case 'InProgress':
      return onItsWay(`Running: ${figures(facts) ?? 'no figures yet'}`);
    case 'WaitingForPluginOperations':
      return onItsWay(
        `Volume data are on their way: ${operationsOf(facts)} done`,
      );
    case 'Finalizing':
      return onItsWay('Being finished');
    case 'WaitingForPluginOperationsPartiallyFailed':
    case 'FinalizingPartiallyFailed':
      return degraded(
        `${prefix}RunningWithErrors`,
        `Still running with ${counted(errors, 'error')} so far; ${operationsOf(
          facts,
        )} done, not usable yet.`,
        {
          evidence: [...evidence, { path: 'status.errors', value: errors }],
          since: facts.started ?? meta.created,
        },
      );
    case 'PartiallyFailed':
      return degraded(
        `${prefix}PartiallyFailed`,
        `Ended with ${counted(errors, 'error')} and ${counted(
          facts.warnings ?? 0,
          'warning',
        )}${atTime(facts.completed)}.`,
        {
          evidence: [...evidence, { path: 'status.errors', value: errors }],
          since,
        },
      );
    case 'Failed':
      return failed(
        `${prefix}Failed`,
        `Failed: ${facts.failureReason ?? 'no cause given'}.`,
        {
          evidence: [
            ...evidence,
            {
              path: 'status.failureReason',
              value: facts.failureReason ?? null,
            },
          ],
          since,
        },
      );
    case 'FailedValidation':
      return failed(
        `${prefix}Refused`,
        `Refused before it began, nothing was done: ${
          facts.validationErrors ?? 'no cause given'
        }.`,
        {
          evidence: [
            ...evidence,
            {
              path: 'status.validationErrors',
              value: facts.validationErrors ?? null,
            },
          ],
          since: meta.created,
        },
      );
    default:
      return unknown(
        `${prefix}PhaseUnknown`,
        `Phase "${facts.phase}" is not known.`,
        { evidence },
      );
  }
}

/** It has come to a bad end, and will not change any more. */
export function hasEnded({ phase }: RunFacts): boolean {
  return (
    phase === 'PartiallyFailed' ||
    phase === 'Failed' ||
    phase === 'FailedValidation'
  );
}

function figures({ done, total }: RunFacts): string | undefined {
  return done === undefined && total === undefined
    ? undefined
    : `${done ?? 0} of ${total ?? 'an unknown number of'} items`;
}

function operationsOf({
  operationsAttempted,
  operationsCompleted = 0,
}: RunFacts): string {
  return operationsAttempted === undefined
    ? 'an unknown share of the volume operations is'
    : `${operationsCompleted} of ${operationsAttempted} volume operations`;
}

export function atTime(millis: number | undefined): string {
  return millis === undefined ? '' : ` at ${isoOf(millis)}`;
}

export function isoOf(millis: number | undefined): string | null {
  return millis === undefined
    ? null
    : new Date(millis).toISOString().replace('.000Z', 'Z');
}

/** What stands beside a reason of each phase that {@link judgeRun} knows. */
export function runReasons(prefix: string, what: string) {
  return [
    {
      code: `${prefix}Waiting`,
      cause: `The ${what} waits to be started.`,
      evidence: 'status.phase',
      remedy: false,
    },
    {
      code: `${prefix}NotStarted`,
      cause: `The ${what} was never started.`,
      evidence: 'status.phase',
    },
    {
      code: `${prefix}Running`,
      cause: `The ${what} is running.`,
      evidence: 'status.progress',
      remedy: false,
    },
    {
      code: `${prefix}Stalled`,
      cause: `The ${what} does not come to an end.`,
      evidence: 'status.startTimestamp',
    },
    {
      code: `${prefix}RunningWithErrors`,
      cause: `The ${what} still runs and has met errors.`,
      evidence: 'status.errors',
    },
    {
      code: `${prefix}PartiallyFailed`,
      cause: `The ${what} ended with errors.`,
      evidence: 'status.errors',
    },
    {
      code: `${prefix}Failed`,
      cause: `The ${what} failed.`,
      evidence: 'status.failureReason',
    },
    {
      code: `${prefix}Refused`,
      cause: `The ${what} was refused before it began.`,
      evidence: 'status.validationErrors',
    },
    {
      code: `${prefix}PhaseUnknown`,
      cause: 'The phase has a value that is not known.',
      evidence: 'status.phase',
      remedy: false,
    },
  ];
}
