import {
  createServer,
  IncomingMessage,
  Server,
  ServerResponse,
} from 'node:http';
import { createServer as createTlsServer, ServerOptions } from 'node:https';
import { AddressInfo } from 'node:net';

type Answerer = (request: IncomingMessage, response: ServerResponse) => void;

/** A server whose answers a test sets by path, query left out; anything else is 404. */
export class DepotServer {
  readonly asked: string[] = [];
  /** Method, path, content type and body of what was not a GET. */
  readonly posted: string[] = [];
  readonly authorizations: Array<string | undefined> = [];
  readonly sockets = new Set<unknown>();
  private readonly answers = new Map<string, Answerer>();
  private server: Server | undefined;

  constructor(
    private readonly tls?: ServerOptions,
    private readonly host = '127.0.0.1',
  ) {}

  /** JSON, or what a function does. */
  on(path: string, answer: object | Answerer, status = 200): this {
    this.answers.set(
      path,
      typeof answer === 'function'
        ? (answer as Answerer)
        : (_request, response) => {
            response
              .writeHead(status, { 'content-type': 'application/json' })
              .end(JSON.stringify(answer));
          },
    );
    return this;
  }

  off(path: string): this {
    this.answers.delete(path);
    return this;
  }

  /** Every path. */
  always(answer: Answerer | undefined): this {
    if (answer) this.answers.set('*', answer);
    else this.answers.delete('*');
    return this;
  }

  get url(): string {
    const { port } = this.server!.address() as AddressInfo;
    const host = this.host.includes(':') ? `[${this.host}]` : this.host;
    return `${this.tls ? 'https' : 'http'}://${host}:${port}`;
  }

  async start(): Promise<this> {
    const serve: Answerer = (request, response) => {
      this.asked.push(request.url ?? '');
      if (request.method !== 'GET') this.hear(request);
      this.authorizations.push(request.headers.authorization);
      this.sockets.add(request.socket);
      const path = (request.url ?? '').split('?')[0];
      const answer = this.answers.get('*') ?? this.answers.get(path);
      if (answer) answer(request, response);
      else response.writeHead(404).end('404 page not found\n');
    };
    this.server = this.tls
      ? createTlsServer(this.tls, serve)
      : createServer(serve);
    await new Promise<void>(resolve =>
      this.server!.listen(0, this.host, resolve),
    );
    return this;
  }

  private hear(request: IncomingMessage): void {
    let body = '';
    request.on('data', chunk => {
      body += String(chunk);
    });
    request.on('end', () => {
      const { method, url, headers } = request;
      this.posted.push(`${method} ${url} ${headers['content-type']} ${body}`);
    });
  }

  async stop(): Promise<void> {
    this.server?.closeAllConnections();
    await new Promise(resolve => this.server?.close(resolve));
  }
}

/** A depot that is well, with two shelves on two pages. */
export async function startDepot(
  tls?: ServerOptions,
  host?: string,
): Promise<DepotServer> {
  return new DepotServer(tls, host)
    .on('/state', { load: 1 })
    .on('/shelves', (request, response) => {
      const second = request.url?.includes('page=2');
      response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(
          JSON.stringify(
            second
              ? { shelves: [{ name: 'b' }] }
              : { shelves: [{ name: 'a' }], next: '/shelves?page=2' },
          ),
        );
    })
    .on('/shelves/a', { load: 10, owner: 'ann' })
    .on('/shelves/b', { load: 20 })
    .start();
}
