import {
  HttpAnswer,
  isAnswer,
  ProbeRequest,
  requestTarget,
} from '@socle/backstage-plugin-socle-model';
import {
  retryAfter,
  UnreachableError,
  UnreadableError,
} from '../reading/api-error';
import { bytesOf } from '../reading/answer';
import { Clock } from '../reading/clock';
import { ClusterRequest, ClusterResponse } from '../reading/connection';
import { unpacked } from '../reading/unpacked';
import { answerBody } from './answer-body';
import { nextLink } from './next-link';
import { isRedirect, pathOnly, redirected } from './redirect';

/** What a probe needs of a connection. */
export interface Asked {
  request(path: string, request?: ClusterRequest): Promise<ClusterResponse>;
}

/** The instance answered with a status that is no answer to what was asked. */
export class RefusedError extends Error {
  readonly name = 'RefusedError';

  constructor(readonly status: number, readonly retryAfterMillis?: number) {
    super(
      retryAfterMillis === undefined
        ? `HTTP ${status}`
        : `HTTP ${status}, not to be asked for ${Math.ceil(
            retryAfterMillis / 1000,
          )} seconds`,
    );
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
/** How Go's server and nginx answer on a port of HTTPS what was not encrypted. */
const NEEDS_TLS = /HTTP request (was sent )?to (an )?HTTPS (server|port)/i;
const USE_TLS = 'the port speaks TLS only: is the address one of https://?';

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
    if (status === 400 && (await saysToUseTls(response, clock, signal))) {
      throw new UnreadableError(USE_TLS);
    }
    response.body.destroy();
    throw new RefusedError(
      status,
      retryAfter(headers['retry-after'], clock.now()),
    );
  }
  const bytes = await bytesOf(
    unpacked(response),
    clock,
    {
      totalMillis: timeoutMillis,
      silenceMillis: timeoutMillis,
      maxBytes: MAX_BYTES,
    },
    signal,
  );
  const type = headers['content-type'] ?? '';
  const body = answerBody(bytes, type, pathOnly(at));
  if (status === 400 && NEEDS_TLS.test(String(body))) {
    throw new UnreadableError(USE_TLS);
  }
  if (body === undefined && at !== path) {
    // A system may say that it is well by a 200 alone; a sign-in page says nothing by it.
    throw new UnreadableError(
      `${pathOnly(path)} redirects to ${pathOnly(at)}, which says nothing`,
    );
  }
  const target = requestTarget(path);
  return {
    path: target.path,
    query: target.query,
    httpStatus: status,
    body,
    ...nextLink(headers.link, url),
  };
}

async function saysToUseTls(
  response: ClusterResponse,
  clock: Clock,
  signal: AbortSignal,
): Promise<boolean> {
  try {
    const limits = {
      totalMillis: 2_000,
      silenceMillis: 2_000,
      maxBytes: 8_192,
    };
    const bytes = await bytesOf(response, clock, limits, signal);
    return NEEDS_TLS.test(bytes.toString('latin1'));
  } catch {
    signal.throwIfAborted();
    return false;
  }
}

function sending({ method, body }: ProbeRequest): ClusterRequest {
  return method === 'POST' ? { method, body, readsOnly: true } : {};
}
