import { parseJson } from '../reading/json';
import { RawObject } from '../reading/raw';
import {
  HttpAnswer,
  ProbeDefinition,
  ProbeReading,
  ProbeRequest,
  ProbeTarget,
} from './probe';
import { mergeProbed } from './probe-objects';
import { SystemRegistry } from './registry';
import { SystemDefinition } from './system';

/**
 * An answer as it was recorded. `request` is a path with query, with or without method and address before it:
 * `GET https://registry.example.org/api/v2.0/health`.
 * @public
 */
export interface RecordedAnswer {
  request: string;
  /** 200 where it is left out. */
  httpStatus?: number;
  body?: unknown;
}

/**
 * What a recorded answer turned out to be.
 * @public
 */
export type AnswerReading = {
  system: SystemDefinition;
  probe: ProbeDefinition;
  request: ProbeRequest;
} & (
  | {
      state: 'read';
      reading: ProbeReading;
      /** Subject and items, one object for each name. */
      objects: readonly RawObject[];
    }
  /** The request is known, and this status is not an answer to it: nothing is known of what it asks about. */
  | { state: 'refused'; message: string }
  | { state: 'unreadable'; message: string }
);

/** LIST is Vault's: a GET with `list=true`. */
const READING = ['GET', 'HEAD', 'LIST'];

/**
 * Finds whose request a recorded answer belongs to, and reads it: the first system whose `read` gives something.
 * Undefined where no system knows it.
 * @public
 */
export function readAnswer(
  registry: SystemRegistry,
  recorded: RecordedAnswer,
  target: ProbeTarget,
): AnswerReading | undefined {
  const asked = requestTarget(recorded.request);
  if (asked.method === 'LIST' && !asked.query.has('list')) {
    asked.query.set('list', 'true');
  }
  const as = (path: string) => readAs(path, asked, registry, recorded, target);
  return as(asked.path) ?? firstOf(withoutBase(asked.path), as);
}

/**
 * What stands below a path that a server may be reached under. A last part alone would be anybody's: `/health` of
 * `/shop/health`.
 */
function withoutBase(path: string): string[] {
  const parts = path.replace(/\/+$/, '').split('/');
  return parts
    .slice(2, -1)
    .map((_, index) => `/${parts.slice(index + 2).join('/')}`);
}

function firstOf(
  paths: readonly string[],
  as: (path: string) => AnswerReading | undefined,
): AnswerReading | undefined {
  for (const path of paths) {
    const reading = as(path);
    // A refusal there is of whatever stands at that address.
    if (reading?.state === 'read') return reading;
  }
  return undefined;
}

function readAs(
  path: string,
  { method, query }: ReturnType<typeof requestTarget>,
  registry: SystemRegistry,
  recorded: RecordedAnswer,
  target: ProbeTarget,
): AnswerReading | undefined {
  const httpStatus = recorded.httpStatus ?? 200;
  let notRead: AnswerReading | undefined;
  for (const { system, probe } of registry.probes()) {
    for (const request of probe.requests) {
      const known = [path, path.replace(/(?<=.)\/$/, '')].find(spelling =>
        request.path.test(spelling),
      );
      if (known === undefined || !asksWith(request, method)) continue;
      const of = { system, probe, request };
      if (!isAnswer(request, httpStatus)) {
        notRead ??= {
          ...of,
          state: 'refused',
          message: `HTTP ${httpStatus} is no answer to this request.`,
        };
        continue;
      }
      try {
        const body = parsedBody(recorded.body);
        const answer = { path: known, query, httpStatus, body };
        const reading = request.read(answer, target);
        if (reading) {
          return { ...of, state: 'read', reading, objects: objectsOf(reading) };
        }
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        notRead ??= { ...of, state: 'unreadable', message };
      }
    }
  }
  return notRead;
}

/** What a change was answered says how the change went: a POST reads only where the system says so of the request. */
function asksWith({ method = 'GET' }: ProbeRequest, recorded: string): boolean {
  return recorded === method || READING.includes(recorded);
}

/**
 * Whether a status is an answer to a request, rather than the refusal of one.
 * @public
 */
export function isAnswer(request: ProbeRequest, httpStatus: number): boolean {
  return (
    (httpStatus >= 200 && httpStatus < 300) ||
    (request.statuses?.includes(httpStatus) ?? false)
  );
}

/**
 * Method, path, query and, where the request names one, address of a recorded request.
 * @public
 */
export function requestTarget(request: string): {
  /** Upper case; GET where the request names none. */
  method: string;
  path: string;
  query: HttpAnswer['query'];
  /** The query as it was written, with its question mark. */
  search: string;
  /** `https://host:port`. */
  address?: string;
} {
  const [, method = 'GET', address, target] =
    /^(?:([A-Z]+)\s+)?([a-z][a-z0-9+.-]*:\/\/[^/?#\s]*)?(.*?)(?:\s+HTTP\/\S+)?$/i.exec(
      request.trim(),
    )!;
  const mark = target.indexOf('?');
  const search = mark < 0 ? '' : target.slice(mark);
  const path = (mark < 0 ? target : target.slice(0, mark)).replace(/#.*$/, '');
  return {
    method: method.toUpperCase(),
    path: path.startsWith('/') ? path : `/${path}`,
    query: new URLSearchParams(search),
    search,
    ...(address ? { address } : {}),
  };
}

/**
 * Subject and items of what was read, one object for each name.
 * @public
 */
export function objectsOf({ subject, items = [] }: ProbeReading): RawObject[] {
  return mergeProbed(subject ? [subject, ...items] : items);
}

/** A recording may hold JSON as text; text that only begins like JSON was cut off. */
function parsedBody(body: unknown): unknown {
  return typeof body === 'string' && /^\s*[[{]/.test(body)
    ? textBody(body)
    : body;
}

function textBody(text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    // What begins with a bracket need not be JSON: the lines of /readyz begin with one.
    if (/^\s*(?:\{\s*["}]|\[\s*[[{"\]\d])/.test(text)) {
      throw new Error('the body is no JSON, or not all of it');
    }
    return text;
  }
}
