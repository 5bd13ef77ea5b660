import {
  HttpAnswer,
  KindId,
  ProbeDefinition,
  ProbeRequest,
  ProbeRound,
  ProbeTarget,
  RawObject,
  stringAt,
} from '@socle/backstage-plugin-socle-model';
import {
  reasonOf,
  UnreachableError,
  UnreadableError,
} from '../reading/api-error';
import { RefusedError } from './ask';
import { isBusy } from './patience';
import { ProbeMemory } from './probe-memory';
import { ReadObjects } from './read-objects';

/** Requests of one instance that are under way at once. */
const AT_ONCE = 4;
const MAX_PAGES = 100;
/** After so many requests of a sort without any answer, the rest of them would wait in vain. */
const SILENT_IN_A_ROW = 3;

/** A request of a round that told nothing. */
export interface ProbeFailure {
  request: string;
  kind: 'unreachable' | 'refused' | 'unreadable';
  /** Of `refused`. */
  status?: number;
  message: string;
  retryAfterMillis?: number;
  /** The server answers and does not know the request: it is of another version or set up in another way. */
  lacks?: boolean;
  /** Others of its request answer for themselves. */
  apart?: boolean;
}

/** How a round went. */
export interface RoundResult {
  answered: number;
  /** Requests to which the server said that it does not have such a thing. */
  notServed: number;
  failures: ProbeFailure[];
  /** Whether all that is asked for was told once; undefined where the round did not come far enough to say. */
  complete?: boolean;
}

export interface RoundOptions {
  probe: ProbeDefinition;
  target: ProbeTarget;
  memory: ProbeMemory;
  read: ReadObjects;
  ask(request: ProbeRequest, path: string): Promise<HttpAnswer>;
  /** Names of the objects of a kind in the cluster's API; undefined where they were not all read. */
  listed(kind: KindId): readonly string[] | undefined;
  signal: AbortSignal;
}

/** Asks everything once, in order; what is told goes into the memory. */
export async function runRound(options: RoundOptions): Promise<RoundResult> {
  const { probe, memory, signal } = options;
  const result: RoundResult = { answered: 0, notServed: 0, failures: [] };
  const before: string[] = [];
  memory.age();
  let complete = true;
  for (const request of probe.requests) {
    if (!request.asks) continue;
    const asked = pathsOf(request, before, options);
    before.push(request.id);
    if ('message' in asked) {
      complete = false;
      result.failures.push(asked);
      continue;
    }
    const silent = await askAll(request, asked.paths, options, result);
    signal.throwIfAborted();
    if (silent && result.answered + result.notServed === 0) {
      return result;
    }
    if (result.failures.some(({ status }) => isBusy(status))) {
      return result;
    }
    if (asked.sure) {
      memory.keepOnly(request.id, asked.paths);
    }
    complete &&=
      asked.sure && asked.paths.every(path => memory.knows(request.id, path));
  }
  return { ...result, complete };
}

/** What one request asks for; `sure` where all it builds on is known, and it can be asked. */
function pathsOf(
  request: ProbeRequest,
  before: readonly string[],
  { target, memory, listed }: RoundOptions,
): { paths: string[]; sure: boolean } | ProbeFailure {
  let sure = true;
  let objects: RawObject[] | undefined;
  const round: ProbeRound = {
    target,
    found: kind => {
      objects ??= memory.objects(before);
      return objects.filter(object => stringAt(object, 'kind') === kind);
    },
    listed: kind => {
      const names = listed(kind);
      sure &&= names !== undefined;
      return names ?? [];
    },
  };
  try {
    const asked = request.asks!(round);
    sure &&= asked !== undefined;
    const paths = [...new Set(asked)];
    const wrong = paths.find(path => !path.startsWith('/'));
    if (wrong !== undefined) {
      throw new Error(`"${wrong}" is no path`);
    }
    return { paths, sure };
  } catch (error) {
    return {
      request: request.id,
      kind: 'unreadable',
      message: `what to ask for cannot be told: ${reasonOf(error)}`,
    };
  }
}

/** Asks for all paths of a request, some at once; true where nobody answered. */
async function askAll(
  request: ProbeRequest,
  paths: readonly string[],
  options: RoundOptions,
  result: RoundResult,
): Promise<boolean> {
  const queue = [...paths];
  let silent = 0;
  let spoke = false;
  const work = async () => {
    for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
      const failure = await askPath(request, path, options);
      if (failure === undefined) {
        result.answered += 1;
      } else if (isNone(failure, request, options)) {
        result.notServed += 1;
        options.memory.tell(request.id, path, []);
      } else {
        result.failures.push(
          request.apart ? { ...failure, apart: true } : failure,
        );
      }
      if (failure?.kind === 'unreachable') {
        silent += 1;
      } else {
        spoke = true;
      }
      const inVain = !spoke && silent >= SILENT_IN_A_ROW;
      if (inVain || isBusy(failure?.status)) {
        queue.length = 0;
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return silent > 0 && !spoke;
}

/** Whether a failure says that there is nothing to be told. */
function isNone(
  { status, lacks }: ProbeFailure,
  { optional }: ProbeRequest,
  options: RoundOptions,
): boolean {
  return isNotServed(status, options) || (!!lacks && !!optional);
}

/** An API server says so of what is not installed; of a configured address it says that it is the wrong one. */
function isNotServed(
  status: number | undefined,
  { probe }: RoundOptions,
): boolean {
  return status === 404 && probe.target === 'cluster';
}

async function askPath(
  request: ProbeRequest,
  first: string,
  options: RoundOptions,
): Promise<ProbeFailure | undefined> {
  const objects: RawObject[] = [];
  const seen = new Set<string>();
  try {
    let next: string | undefined = first;
    let status = 0;
    while (next !== undefined && !seen.has(next)) {
      if (seen.size >= MAX_PAGES) {
        throw new UnreadableError(`more than ${MAX_PAGES} pages`);
      }
      seen.add(next);
      const answer = await options.ask(request, next);
      status = answer.httpStatus;
      if (isNotServed(status, options)) break;
      for (const object of options.read(request, answer)) {
        objects.push(object);
      }
      next = request.nextPage?.(answer);
      if (next !== undefined && !request.path.test(next.split('?')[0])) {
        throw new UnreadableError('the next page is not one of the same list');
      }
    }
    if (isNotServed(status, options)) {
      return failureOf(request.id, new RefusedError(status));
    }
    options.memory.tell(request.id, first, objects);
    // A system may read its own refusal as a state; that the credential is refused is to be said all the same.
    return (options.probe.credential !== 'none' ||
      options.probe.target === 'cluster') &&
      (status === 401 || status === 403)
      ? failureOf(request.id, new RefusedError(status))
      : undefined;
  } catch (error) {
    options.signal.throwIfAborted();
    return failureOf(request.id, error);
  }
}

function failureOf(request: string, error: unknown): ProbeFailure {
  if (error instanceof RefusedError) {
    const { status, message, retryAfterMillis } = error;
    return {
      request,
      kind: 'refused',
      status,
      message,
      retryAfterMillis,
      ...([404, 405, 501].includes(status) ? { lacks: true } : {}),
    };
  }
  const kind = error instanceof UnreachableError ? 'unreachable' : 'unreadable';
  return { request, kind, message: reasonOf(error) };
}
