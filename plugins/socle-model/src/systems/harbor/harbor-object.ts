import type { KindDefinition } from '../../definition/kind';
import { Link, linkTo } from '../../definition/link';
import {
  HttpAnswer,
  probeObject,
  ProbeReading,
  ProbeTarget,
} from '../../definition/probe';
import { Meta } from '../../definition/resource';
import { isObject, RawObject } from '../../reading/raw';

export const HARBOR = {
  group: 'harbor.socle.dev',
  versions: ['v1'],
  namespaced: true,
  source: 'probe',
  // What an answer leaves out is for each rule to judge: no operator writes these.
  statusless: true,
  // Runs and scans say themselves since when they go on.
  patienceMinutes: 0,
} as const satisfies Partial<KindDefinition>;

/** The status codes that {@link ifTold} takes for an answer. */
export const NOT_TOLD: readonly number[] = [401, 403, 404, 412];

/** An object of the Harbor that was asked; it carries which that was, so that it can be linked. */
export function harborObject(
  target: ProbeTarget,
  kind: string,
  name: string,
  parts: { spec?: RawObject; status?: RawObject; created?: string },
): RawObject {
  return probeObject('harbor', kind, name, target, {
    ...parts,
    spec: { ...parts.spec, instance: target.name },
  });
}

/** The object that stands for the Harbor as a whole. */
export function instanceObject(
  target: ProbeTarget,
  status: RawObject,
): RawObject {
  return harborObject(target, 'Harbor', target.name, {
    spec: { endpoints: [...target.endpoints] },
    status,
  });
}

/** Reads what succeeded; anything else says no more than its status code, of the Harbor as a whole. */
export function whereAnswered(
  read: (answer: HttpAnswer, target: ProbeTarget) => ProbeReading | undefined,
): (answer: HttpAnswer, target: ProbeTarget) => ProbeReading | undefined {
  return (answer, target) =>
    answer.httpStatus >= 200 && answer.httpStatus < 300
      ? read(answer, target)
      : { subject: instanceObject(target, { refused: answer.httpStatus }) };
}

/**
 * Reads each object of a list, or the one that was asked for by its id. Any other body is none of Harbor's: what is
 * known of the things must not be taken for gone.
 */
export function eachOf(
  itemOf: (item: RawObject, target: ProbeTarget) => RawObject[],
): (answer: HttpAnswer, target: ProbeTarget) => ProbeReading | undefined {
  return whereAnswered(({ body }, target) => {
    if (Array.isArray(body)) {
      return {
        items: body.filter(isObject).flatMap(item => itemOf(item, target)),
      };
    }
    const [subject] = isObject(body) ? itemOf(body, target) : [];
    return subject ? { subject } : undefined;
  });
}

/** What a lesser account may not ask, or an older Harbor does not know: not being told it is nothing wrong. */
export function ifTold(
  read: (answer: HttpAnswer, target: ProbeTarget) => ProbeReading | undefined,
): (answer: HttpAnswer, target: ProbeTarget) => ProbeReading | undefined {
  return (answer, target) =>
    NOT_TOLD.includes(answer.httpStatus) ? {} : read(answer, target);
}

/**
 * The page that Harbor names as the next; where a proxy dropped that header, pages are asked for by number: a full one
 * may have another one after it.
 */
export function nextPage({
  path,
  query,
  body,
  next: named,
}: HttpAnswer): string | undefined {
  if (named) {
    return named;
  }
  const size = Number(query.get('page_size'));
  if (!Array.isArray(body) || !(size > 0) || body.length < size) {
    return undefined;
  }
  const next = new URLSearchParams(query);
  next.set('page', String((Number(query.get('page')) || 1) + 1));
  return `${path}?${next}`;
}

/** A link to another object of the same Harbor. */
export function linkWithin(
  rel: string,
  kind: string,
  name: string | undefined,
  meta: Meta,
  depends?: 'target' | 'source',
): Link[] {
  return name
    ? [
        linkTo(
          rel,
          { group: HARBOR.group, kind, namespace: meta.namespace, name },
          depends,
        ),
      ]
    : [];
}

/** A part of a path without its encoding; what is not encoded well stays as it is. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
