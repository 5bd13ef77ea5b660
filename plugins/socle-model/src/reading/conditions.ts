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
  const result: Condition[] = [];
  for (const entry of entriesAt(from, path)) {
    const type = stringAt(entry, 'type');
    if (type) {
      result.push(readCondition(entry, type));
    }
  }
  return result;
}

/**
 * The condition of a type, as {@link conditionsAt} gives it, without reading the others.
 * @public
 */
export function conditionAt(
  type: string,
  from: unknown,
  ...path: string[]
): Condition | undefined {
  for (const entry of entriesAt(from, path)) {
    if (stringAt(entry, 'type') === type) {
      return readCondition(entry, type);
    }
  }
  return undefined;
}

function entriesAt(from: unknown, path: readonly string[]): unknown[] {
  const value =
    path.length > 0
      ? valueAt(from, ...path)
      : valueAt(from, 'status', 'conditions');
  if (Array.isArray(value)) {
    return value;
  }
  return isObject(value) ? Object.values(value) : [];
}

function readCondition(entry: unknown, type: string): Condition {
  const result: Condition = { type, status: stringAt(entry, 'status') ?? '' };
  const reason = stringAt(entry, 'reason');
  if (reason) result.reason = reason;
  const message = stringAt(entry, 'message');
  if (message) result.message = cut(withoutCredentials(message));
  const at = timeAt(entry, 'lastTransitionTime');
  if (at !== undefined) result.at = at;
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
