import { IncomingMessage, ServerResponse } from 'node:http';
import { isFields } from '../storage/object';

/**
 * What a system that is no Kubernetes API (a registry, an object store, a vault) answers to one request.
 * @public
 */
export interface RecordedAnswer {
  /** Method and path, with or without a query: `GET /api/v2.0/health`. */
  request: string;
  httpStatus: number;
  /** Sent as JSON, or as it is where it is text. */
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

  record(system: string, answer: RecordedAnswer): void {
    const answers =
      this.systems.get(system) ?? new Map<string, RecordedAnswer>();
    answers.set(answer.request, answer);
    this.systems.set(system, answers);
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
    const answers = this.systems.get(system);
    const plain = decodeURIComponent(target);
    const found = [target, plain, target.split('?')[0]]
      .map(asked => answers?.get(`${request.method} ${asked}`))
      .find(answer => answer !== undefined);
    const text = !found || typeof found.body === 'string';
    let body = '404 page not found\n';
    if (found)
      body = text ? String(found.body) : JSON.stringify(found.body ?? {});
    response.writeHead(found?.httpStatus ?? 404, {
      'Content-Type': text ? 'text/plain; charset=utf-8' : 'application/json',
      'Content-Length': Buffer.byteLength(body),
    });
    response.end(request.method === 'HEAD' ? undefined : body);
  }
}
