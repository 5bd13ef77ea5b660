import {
  numberAt,
  objectsAt,
  RawObject,
  stringAt,
  valueAt,
} from '../../reading/raw';

/** Argo CD's words for health. */
export type ArgoWord =
  | 'Healthy'
  | 'Progressing'
  | 'Degraded'
  | 'Suspended'
  | 'Missing'
  | 'Unknown';

/** What Argo CD says of an object. */
export type ArgoRule = (raw: RawObject) => ArgoWord;

export function conditionsOf(raw: RawObject): RawObject[] {
  return objectsAt(raw, 'status', 'conditions');
}

export function statusOf(
  conditions: readonly RawObject[],
  type: string,
): string | undefined {
  return stringAt(
    conditions.find(one => one.type === type),
    'status',
  );
}

export function count(raw: RawObject, ...path: string[]): number {
  return numberAt(raw, ...path) ?? 0;
}

/** The first of two types of condition in the order of the list, as many scripts do it. */
export function firstOf(
  good: string,
  bad: (condition: RawObject) => boolean,
): ArgoRule {
  return raw => {
    for (const one of conditionsOf(raw)) {
      if (bad(one)) return 'Degraded';
      if (one.type === good && one.status === 'True') return 'Healthy';
    }
    return 'Progressing';
  };
}

/** Ready True or False, else on its way. */
export const byReady: ArgoRule = firstOf(
  'Ready',
  one => one.type === 'Ready' && one.status === 'False',
);

/** The word that a field's value stands for. */
export function byWord(
  path: readonly string[],
  words: Record<string, ArgoWord>,
  otherwise: ArgoWord,
): ArgoRule {
  return raw => words[String(valueAt(raw, ...path))] ?? otherwise;
}
