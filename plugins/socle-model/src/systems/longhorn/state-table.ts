import { Facts } from '../../definition/kind';
import { Resource } from '../../definition/resource';
import {
  HealthContext,
  unknown,
  Verdict,
  VerdictEvidence,
  VerdictMaker,
} from '../../judging/verdict';
import { underWay } from './under-way';

/** What one value of a state means; a kind's whole table of them is total with `otherwise`. */
export type StateRule = {
  rule: VerdictMaker | 'underWay';
  reason: string;
  message: string;
  flags?: string[];
};

export type StateTable = {
  /** Where the state stands in the object. */
  path: string;
  /** The reason for a value that is not in the table, or none. */
  otherwise: string;
  states: Record<string, StateRule>;
};

export function judgeByState<F extends Facts>(
  resource: Resource<F>,
  context: HealthContext,
  state: string | undefined,
  table: StateTable,
  detail: { because?: string; evidence?: VerdictEvidence[] } = {},
): Verdict {
  const evidence = [
    { path: table.path, value: state ?? null },
    ...(detail.evidence ?? []),
  ];
  const found =
    state !== undefined && Object.hasOwn(table.states, state)
      ? table.states[state]
      : undefined;
  if (!found) {
    return unknown(table.otherwise, saysNothing(state), { evidence });
  }
  const because = detail.because ? `: ${detail.because}` : '';
  const message = `${found.message}${because}.`;
  const flags = found.flags ? { flags: found.flags } : {};
  return found.rule === 'underWay'
    ? underWay(resource, context, found.reason, message, { evidence, ...flags })
    : found.rule(found.reason, message, { evidence, ...flags });
}

/** Longhorn's own "unknown" is a state that is known. */
export function saysNothing(state: string | undefined): string {
  if (state === undefined) {
    return 'No state is told.';
  }
  return state.toLowerCase() === 'unknown'
    ? 'Longhorn itself does not know its state.'
    : `State "${state}" is not known.`;
}
