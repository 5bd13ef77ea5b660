import { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip, gzipSync } from 'node:zlib';
import { ApiError } from '../storage/api-error';

/** Answers of this size and more are compressed for those who accept it. */
const gzipFrom = 128 * 1024;
const chunkSize = 64 * 1024;

const headers = { 'Cache-Control': 'no-cache, private', Vary: 'Accept' };

function acceptsGzip(request: IncomingMessage): boolean {
  return /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
}

export function sendText(
  response: ServerResponse,
  code: number,
  text: string,
): void {
  response.writeHead(code, {
    ...headers,
    'Content-Type': 'text/plain; charset=utf-8',
    'X-Content-Type-Options': 'nosniff',
    'Content-Length': Buffer.byteLength(text),
  });
  response.end(text);
}

export function sendJson(
  request: IncomingMessage,
  response: ServerResponse,
  code: number,
  json: string,
  more: Record<string, string> = {},
): void {
  let body: Buffer = Buffer.from(json);
  const zip = body.length >= gzipFrom && acceptsGzip(request);
  if (zip) body = gzipSync(body, { level: 1 });
  response.writeHead(code, {
    ...headers,
    'Content-Type': 'application/json',
    ...(zip && { 'Content-Encoding': 'gzip' }),
    'Content-Length': body.length,
    ...more,
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

export function sendError(
  request: IncomingMessage,
  response: ServerResponse,
  error: ApiError,
): void {
  const retryAfter = error.details?.retryAfterSeconds;
  sendJson(request, response, error.code, JSON.stringify(error.toStatus()), {
    ...(typeof retryAfter === 'number' && {
      'Retry-After': String(retryAfter),
    }),
  });
}

/** Joins small pieces, so that a list is neither one huge text nor thousands of writes. */
function* joined(pieces: Iterable<string>): Generator<Buffer> {
  let waiting: string[] = [];
  let length = 0;
  for (const piece of pieces) {
    waiting.push(piece);
    length += piece.length;
    if (length >= chunkSize) {
      yield Buffer.from(waiting.join(''));
      waiting = [];
      length = 0;
    }
  }
  if (length > 0) yield Buffer.from(waiting.join(''));
}

/** Sends JSON that is made piece by piece, as fast as the client reads. */
export async function streamJson(
  request: IncomingMessage,
  response: ServerResponse,
  pieces: Iterable<string>,
): Promise<void> {
  const chunks = joined(pieces);
  const start: Buffer[] = [];
  let size = 0;
  let done = false;
  while (size < gzipFrom && !done) {
    const next = chunks.next();
    if (next.done) done = true;
    else {
      start.push(next.value);
      size += next.value.length;
    }
  }
  if (done) {
    sendJson(request, response, 200, Buffer.concat(start).toString());
    return;
  }
  const zip = acceptsGzip(request);
  response.writeHead(200, {
    ...headers,
    'Content-Type': 'application/json',
    ...(zip && { 'Content-Encoding': 'gzip' }),
  });
  const everything = Readable.from(
    (function* all() {
      yield* start;
      yield* chunks;
    })(),
  );
  try {
    if (zip) await pipeline(everything, createGzip({ level: 1 }), response);
    else await pipeline(everything, response);
  } catch {
    // The client went away in the middle of the list.
  }
}
