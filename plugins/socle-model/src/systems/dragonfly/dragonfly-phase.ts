import { unknown, Verdict } from '../../judging/verdict';
import type { DragonflyFacts } from './dragonfly';

/** Old operators wrote the phases in lower case. */
export function phaseOf({ phase }: DragonflyFacts): string | undefined {
  return phase?.toLowerCase();
}

export function isUnderWay(phase: string | undefined): boolean {
  return ['resourcescreated', 'configuring', 'rollingupdate'].includes(
    (phase ?? '').replace(/-/g, ''),
  );
}

export function oddPhase(facts: DragonflyFacts): Verdict {
  return unknown(
    'DragonflyStateUnknown',
    `The phase is "${facts.phase}", which no rule knows.`,
    { evidence: [{ path: 'status.phase', value: facts.phase ?? null }] },
  );
}
