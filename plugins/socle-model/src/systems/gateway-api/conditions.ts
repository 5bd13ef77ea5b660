import { Condition, conditionsAt, said } from '../../reading/conditions';
import { isObject, numberAt, RawObject, valueAt } from '../../reading/raw';

export const GROUP = 'gateway.networking.k8s.io';

/** The conditions of one thing, and whether they speak of the object as it is now. */
export type Told = {
  conditions: Condition[];
  /** They describe an older generation. */
  stale?: true;
};

/** Each condition of Gateway API carries the generation it was made for. */
export function toldAt(
  from: unknown,
  generation: number | undefined,
  types: readonly string[],
): Told {
  const raw = isObject(from) ? valueAt(from, 'conditions') : undefined;
  const stale =
    generation !== undefined &&
    entriesOf(raw).some(entry => {
      const seen = numberAt(entry, 'observedGeneration');
      return seen !== undefined && seen !== generation;
    });
  return {
    conditions: conditionsAt(from, 'conditions').filter(({ type }) =>
      types.includes(type),
    ),
    ...(stale ? { stale: true as const } : {}),
  };
}

/** The generation of an object, which its conditions are compared with. */
export function generationOf(raw: RawObject): number | undefined {
  return numberAt(raw, 'metadata', 'generation');
}

/** What a condition says, with its reason, as a message of a verdict. */
export function inWords(condition: Condition): string {
  const text = said(condition);
  const { reason } = condition;
  return reason && !text.includes(reason) ? `${text} (${reason})` : text;
}

function entriesOf(raw: unknown): unknown[] {
  return Array.isArray(raw) ? raw : [];
}
