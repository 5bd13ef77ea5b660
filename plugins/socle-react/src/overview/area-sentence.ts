import { Incident, refPath } from '@socle/backstage-plugin-socle-common';
import { AreaHealth } from './use-area-state';

/** @public What a headline says of an area. */
export interface AreaWords {
  well: string;
  /** Not everything was read, and nothing bad is known. */
  notKnown: string;
  /** Nothing is broken, and yet some of what was counted is not well. */
  worse(count: number): string;
  /** Something is broken, and takes nothing else down. */
  alone(count: number): string;
  /** Something is broken and takes others down: `affected` names how many. */
  broken(count: number, affected: string): string;
}

/** The one sentence that holds; what is broken is said before what is not well. */
export function areaSentence(
  of: Pick<AreaHealth, 'broken' | 'counts' | 'mark'>,
  words: AreaWords,
  affectedInWords: (count: number) => string,
): string {
  const { broken, counts, mark } = of;
  if (broken.length > 0) {
    const affected = affectedBy(broken);
    return affected === 0
      ? words.alone(broken.length)
      : words.broken(broken.length, affectedInWords(affected));
  }
  const notWell = counts.failed + counts.degraded;
  if (notWell > 0) {
    return words.worse(notWell);
  }
  return mark === 'unknown' ? words.notKnown : words.well;
}

/** Different resources that the incidents take down together. */
function affectedBy(incidents: readonly Incident[]): number {
  return new Set(
    incidents.flatMap(one => one.affected.map(ref => refPath(ref))),
  ).size;
}
