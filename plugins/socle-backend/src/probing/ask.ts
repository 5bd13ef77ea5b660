import { isAnswer, parseJson } from '@socle/backstage-plugin-socle-model';
import {
  HttpAnswer,
  ProbeRequest,
  requestTarget,
} from '@socle/backstage-plugin-socle-model';
import { UnreachableError, UnreadableError } from '../reading/api-error';
import { bytesOf } from '../reading/answer';
import { Clock } from '../reading/clock';
import { ClusterRequest, ClusterResponse } from '../reading/connection';

/** What a probe needs of a connection. */
export interface Asked {
  request(path: string, request?: ClusterRequest): Promise<ClusterResponse>;
}

/** The instance answered with a status that is no answer to what was asked. */
export class RefusedError extends Error {
  readonly name = 'RefusedError';

  constructor(readonly status: number, readonly retryAfterMillis?: number) {
    super(`HTTP ${status}`);
  }
}

export interface AskOptions {
  clock: Clock;
  timeoutMillis: number;
  /** Address of the instance: redirects stay below its origin. */
  url?: string;
  signal: AbortSignal;
}

const MAX_BYTES = 32 * 1024 * 1024;
const MAX_REDIRECTS = 3;

/** Sends one request of a probe. Rejects with one of the three errors above, or with the signal's reason. */
export async function ask(
  connection: Asked,
  request: ProbeRequest,
  path: string,
  options: AskOptions,
): Promise<HttpAnswer> {
  const ending = new AbortController();
  const end = () => ending.abort(options.signal.reason);
  const seconds = Math.round(options.timeoutMillis / 1000);
  const cancel = options.clock.after(options.timeoutMillis, () =>
    ending.abort(new UnreachableError(`no answer within ${seconds} seconds`)),
  );
  options.signal.addEventListener('abort', end);
  try {
    options.signal.throwIfAborted();
    return await answered(connection, request, path, {
      ...options,
      signal: ending.signal,
    });
  } finally {
    cancel();
    options.signal.removeEventListener('abort', end);
  }
}

async function answered(
  connection: Asked,
  request: ProbeRequest,
  path: string,
  { clock, timeoutMillis, url, signal }: AskOptions,
): Promise<HttpAnswer> {
  let response: ClusterResponse | undefined;
  let at = path;
  for (let hops = 0; !response; hops += 1) {
    const found = await connection.request(at, {
      ...sending(request),
      accept: 'application/json, text/plain;q=0.9, */*;q=0.5',
      answerMillis: timeoutMillis,
      signal,
    });
    if (!isRedirect(found) || isAnswer(request, found.status)) {
      response = found;
    } else {
      found.body.destroy();
      if (request.method === 'POST') {
        // Where it leads to, the same body might be a change.
        throw new UnreadableError(
          `${pathOnly(at)} redirects, which is not followed with POST`,
        );
      }
      at = redirected(found, at, url, hops);
    }
  }
  const { status, headers } = response;
  if (!isAnswer(request, status)) {
    response.body.destroy();
    const wait = Number(headers['retry-after']);
    throw new RefusedError(
      status,
      wait > 0 ? Math.min(wait * 1000, 600_000) : undefined,
    );
  }
  const bytes = await bytesOf(
    response,
    clock,
    {
      totalMillis: timeoutMillis,
      silenceMillis: timeoutMillis,
      maxBytes: MAX_BYTES,
    },
    signal,
  );
  const target = requestTarget(path);
  return {
    path: target.path,
    query: target.query,
    httpStatus: status,
    body: parsed(bytes.toString('utf8'), headers['content-type'] ?? '', at),
  };
}

function sending({ method, body }: ProbeRequest): ClusterRequest {
  return method === 'POST' ? { method, body, readsOnly: true } : {};
}

function isRedirect({ status, headers }: ClusterResponse): boolean {
  return [301, 302, 303, 307, 308].includes(status) && !!headers.location;
}

/** The path to go on with; a credential is for the address it was given for and goes to no other. */
function redirected(
  { headers }: ClusterResponse,
  path: string,
  url: string | undefined,
  hops: number,
): string {
  const base = url ?? 'http://cluster';
  const location = headers.location!;
  const prefix = new URL(base).pathname.replace(/\/+$/, '');
  const from = new URL(`${new URL(base).origin}${prefix}${path}`);
  if (!URL.canParse(location, from)) {
    throw new UnreadableError('it redirects to what is no address');
  }
  const to = new URL(location, from);
  if (to.origin !== from.origin || !to.pathname.startsWith(`${prefix}/`)) {
    throw new UnreadableError(
      `it redirects to ${to.origin}${to.pathname}, which is not followed: configure the address that answers`,
    );
  }
  if (hops >= MAX_REDIRECTS) {
    throw new UnreadableError('it redirects in a circle');
  }
  return to.pathname.slice(prefix.length) + to.search;
}

function parsed(text: string, type: string, path: string): unknown {
  if (text.trim() === '') {
    return undefined;
  }
  if (/\bhtml\b/i.test(type) || /^\s*<(!doctype|html)/i.test(text)) {
    throw new UnreadableError(
      `${pathOnly(
        path,
      )} was answered with a page: is this the address of the API, and not of a sign-in page before it?`,
    );
  }
  const isJson = /\bjson\b/i.test(type);
  if (!isJson && !/^\s*[[{"]/.test(text)) {
    return text;
  }
  try {
    return parseJson(text);
  } catch {
    if (!isJson) {
      return text;
    }
    throw new UnreadableError(`${pathOnly(path)} was not answered with JSON`);
  }
}

function pathOnly(path: string): string {
  return path.split('?')[0];
}
