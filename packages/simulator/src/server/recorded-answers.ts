import { IncomingMessage, ServerResponse } from 'node:http';
import { replaceTimes } from '../manifests/times';
import { isFields } from '../storage/object';
import { mergePatch } from './patch';

/**
 * What a system that is no Kubernetes API (a registry, an object store, a vault) answers to one request.
 * @public
 */
export interface RecordedAnswer {
  /** Method and path, with or without a query: `GET /api/v2.0/health`. */
  request: string;
  httpStatus: number;
  /** Sent as JSON, or as it is where it is text; nothing is sent where there is none. */
  body?: unknown;
}

export function isRecordedAnswer(
  document: unknown,
): document is RecordedAnswer {
  return (
    isFields(document) &&
    typeof document.request === 'string' &&
    /^[A-Z]+ \//.test(document.request) &&
    typeof document.httpStatus === 'number'
  );
}

/** The systems beside one cluster that are reached over HTTP, by name. */
export class RecordedSystems {
  private readonly systems = new Map<string, Map<string, RecordedAnswer>>();
  private readonly away = new Set<string>();

  constructor(private readonly now: () => number = Date.now) {}

  record(system: string, answer: RecordedAnswer): void {
    const answers =
      this.systems.get(system) ?? new Map<string, RecordedAnswer>();
    answers.set(answer.request, answer);
    this.systems.set(system, answers);
  }

  /** Merges into the body of one answer (RFC 7386); false where there is no such answer. */
  merge(system: string, request: string, change: object): boolean {
    const answer = this.systems.get(system)?.get(request);
    if (!answer) return false;
    this.record(system, {
      ...answer,
      body: mergePatch(isFields(answer.body) ? answer.body : {}, change),
    });
    return true;
  }

  /** Names of the systems that have answers. */
  names(): string[] {
    return [...this.systems.keys()];
  }

  /** What is recorded for a request: with its very query, else without one. */
  find(
    system: string,
    method: string,
    target: string,
  ): RecordedAnswer | undefined {
    const answers = this.systems.get(system);
    if (!answers) return undefined;
    const plain = decodeURIComponent(target);
    return [target, plain, target.split('?')[0]]
      .map(asked => answers.get(`${method} ${asked}`))
      .find(answer => answer !== undefined);
  }

  /** Connections to it are reset. */
  unreachable(system: string, on: boolean): void {
    if (on) this.away.add(system);
    else this.away.delete(system);
  }

  answer(
    request: IncomingMessage,
    response: ServerResponse,
    system: string,
    target: string,
  ): void {
    if (this.away.has(system)) {
      request.socket.resetAndDestroy();
      return;
    }
    const found = this.find(system, request.method ?? 'GET', target);
    this.send(request, response, found);
  }

  /** Sends an answer; 404 for none. */
  send(
    request: IncomingMessage,
    response: ServerResponse,
    found: RecordedAnswer | undefined,
  ): void {
    const text = typeof (found?.body ?? '') === 'string';
    let body = '404 page not found\n';
    if (found) {
      body = timesOfAsking(
        text ? String(found.body ?? '') : JSON.stringify(found.body),
        this.now(),
      );
    }
    response.writeHead(found?.httpStatus ?? 404, {
      'Content-Type': text ? 'text/plain; charset=utf-8' : 'application/json',
      'Content-Length': Buffer.byteLength(body),
    });
    response.end(request.method === 'HEAD' ? undefined : body);
  }
}

/** Replaces `${asked-5m}` and the like, as `${now-5m}` is when the folder is read; seconds since 1970 are a number. */
function timesOfAsking(text: string, now: number): string {
  if (!text.includes('${asked')) return text;
  return replaceTimes(
    text
      .replace(/"(\$\{askedUnix[^}"]*\})"/g, '$1')
      .replaceAll('${asked', '${now'),
    now,
  );
}
