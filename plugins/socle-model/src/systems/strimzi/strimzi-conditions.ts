import type { Verdict, VerdictEvidence } from '../../judging/verdict';
import { suspended, unknown } from '../../judging/verdict';
import {
  Condition,
  condition,
  conditionsAt,
  said,
} from '../../reading/conditions';
import { annotationAt, RawObject } from '../../reading/raw';

export const GROUP = 'kafka.strimzi.io';

/**
 * What every operator of Strimzi writes through one helper: Ready, NotReady and ReconciliationPaused exclude each
 * other, and any number of Warnings may stand before and beside them.
 */
export type StrimziState = {
  ready?: Condition;
  notReady?: Condition;
  /** Where the pause is said: by the annotation, or by the condition that answers it. */
  paused?: 'annotation' | 'condition';
  warnings?: string[];
};

/** Reasons that mean: what was asked for was not done. */
const NOT_DONE = ['ScaleDownPreventionCheck', 'KafkaStorage'];

export function strimziState(raw: RawObject): StrimziState {
  const conditions = conditionsAt(raw);
  const ready = condition(conditions, 'Ready');
  const notReady = condition(conditions, 'NotReady');
  const answered =
    condition(conditions, 'ReconciliationPaused')?.status === 'True';
  const paused =
    annotationAt(raw, 'strimzi.io/pause-reconciliation') === 'true'
      ? 'annotation'
      : answered && 'condition';
  const warnings = conditions
    .filter(({ type, status }) => type === 'Warning' && status === 'True')
    .map(warningText);
  return {
    ...(ready ? { ready } : {}),
    ...(notReady ? { notReady } : {}),
    ...(paused ? { paused } : {}),
    ...(warnings.length > 0 ? { warnings } : {}),
  };
}

function warningText(of: Condition): string {
  const text =
    of.reason && of.message ? `${of.reason}: ${of.message}` : said(of);
  return of.reason && NOT_DONE.includes(of.reason)
    ? `The change that was asked for was not done. ${text}`
    : text;
}

/** Reconciliation switched off by its annotation: the status is frozen. */
export function pausedVerdict(
  facts: StrimziState,
  reason: string,
  kind: string,
): Verdict | undefined {
  return facts.paused
    ? suspended(
        reason,
        `The operator leaves this ${kind} alone: reconciliation is paused and the status is frozen.`,
        {
          evidence: [
            facts.paused === 'annotation'
              ? {
                  path: 'metadata.annotations[strimzi.io/pause-reconciliation]',
                  value: 'true',
                }
              : {
                  path: 'status.conditions[type=ReconciliationPaused].status',
                  value: 'True',
                },
          ],
        },
      )
    : undefined;
}

export function evidenceOf(of: Condition): VerdictEvidence[] {
  const at = `status.conditions[type=${of.type}]`;
  return [
    { path: `${at}.status`, value: of.status },
    ...(of.reason ? [{ path: `${at}.reason`, value: of.reason }] : []),
    ...(of.message ? [{ path: `${at}.message`, value: of.message }] : []),
  ];
}

/** `TimeoutException: Exceeded timeout …`, without what is not said. */
export function whyOf(of: Condition): string {
  return of.reason && of.message && of.reason !== of.message
    ? `${of.reason}: ${of.message}`
    : said(of);
}

/** Which of the states that exclude each other holds; `pending` where none has been written yet. */
export function stateOf(
  facts: StrimziState,
): 'ready' | 'creating' | 'notReady' | 'pending' | 'odd' {
  const { ready, notReady } = facts;
  if (notReady?.status === 'True') {
    return notReady.reason === 'Creating' ? 'creating' : 'notReady';
  }
  if (ready?.status === 'True') return 'ready';
  if (ready?.status === 'False') return 'notReady';
  return ready || (notReady && notReady.status !== 'False') ? 'odd' : 'pending';
}

/** The condition that says why it is not ready. */
export function notReadyOf({ ready, notReady }: StrimziState): Condition {
  return notReady?.status === 'True' || !ready
    ? notReady ?? { type: 'NotReady', status: '' }
    : ready;
}

export function oddVerdict(facts: StrimziState, reason: string): Verdict {
  const of = facts.ready ?? facts.notReady ?? { type: 'Ready', status: '' };
  return unknown(
    reason,
    `The condition ${of.type} is "${of.status}", which no rule knows.`,
    { evidence: evidenceOf(of), warnings: facts.warnings },
  );
}
