import { unknown, Verdict, VerdictEvidence } from '../../judging/verdict';
import type { DragonflyFacts } from './dragonfly';

/** Old operators wrote the phases in lower case. */
export function phaseOf({ phase }: DragonflyFacts): string | undefined {
  return phase?.toLowerCase();
}

/** Where the phase is said. */
export function phaseEvidence({
  phase,
  rolling,
}: DragonflyFacts): VerdictEvidence {
  return rolling
    ? { path: 'status.isRollingUpdate', value: true }
    : { path: 'status.phase', value: phase ?? null };
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
    { evidence: [phaseEvidence(facts)] },
  );
}
