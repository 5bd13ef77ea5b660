import { isObject, stringAt, valueAt } from './raw';
import { timeAt } from './times';

/** @public A condition; `at` is lastTransitionTime in milliseconds. A type alias, so that it can be kept as a fact. */
export type Condition = {
  type: string;
  status: string;
  reason?: string;
  message?: string;
  at?: number;
};

/** Messages are cut in what is kept; the full text is in the object. */
const MESSAGE_LENGTH = 400;

/**
 * Conditions in any form that is met: the usual array, Longhorn's map keyed by lower-case type, null, missing.
 * One with an empty type is left out; one without a status (Argo CD's) has status ''.
 * @public
 */
export function conditionsAt(from: unknown, ...path: string[]): Condition[] {
  const value = valueAt(
    from,
    ...(path.length > 0 ? path : ['status', 'conditions']),
  );
  let entries: unknown[] = [];
  if (Array.isArray(value)) {
    entries = value;
  } else if (isObject(value)) {
    entries = Object.values(value);
  }
  const result: Condition[] = [];
  for (const entry of entries) {
    const type = stringAt(entry, 'type');
    if (!type) {
      continue;
    }
    const reason = stringAt(entry, 'reason');
    const message = stringAt(entry, 'message');
    const at = timeAt(entry, 'lastTransitionTime');
    result.push({
      type,
      status: stringAt(entry, 'status') ?? '',
      ...(reason ? { reason } : {}),
      ...(message ? { message: cut(withoutCredentials(message)) } : {}),
      ...(at !== undefined ? { at } : {}),
    });
  }
  return result;
}

/** @public The condition of a type; types are compared exactly. */
export function condition(
  conditions: readonly Condition[] | undefined,
  type: string,
): Condition | undefined {
  return conditions?.find(one => one.type === type);
}

/** @public What a condition says for a person: its message, else its reason, else its type. */
export function said(of: Condition): string {
  return of.message ?? of.reason ?? of.type;
}

/** @public Shortens a message for a list; the full text stays in the object. */
export function cut(text: string, length = MESSAGE_LENGTH): string {
  return text.length > length ? `${text.slice(0, length - 1)}…` : text;
}

/**
 * Removes user and password from URLs in a text: Argo CD's and External Secrets' messages can carry them. The region
 * of Longhorn's `s3://bucket@region` is no password.
 * @public
 */
export function withoutCredentials(text: string): string {
  return text.includes('://')
    ? text.replace(/\b((?!s3:)[a-z][a-z0-9+.-]*:\/\/)[^\s/@"']+@/gi, '$1')
    : text;
}
