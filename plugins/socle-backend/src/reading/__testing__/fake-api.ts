import http, { IncomingMessage, ServerResponse } from 'node:http';
import { AddressInfo, Socket } from 'node:net';

type Stored = { metadata: Record<string, unknown>; [key: string]: unknown };
type Fault = (
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
) => boolean;

/** The least of an API server that lists and watches one kind, with a hook for every way to fail. */
export class FakeApi {
  /** Answers instead of the server where it returns true. */
  fault: Fault = () => false;
  readonly requests: URL[] = [];
  readonly headers: IncomingMessage['headers'][] = [];
  readonly watchers = new Set<ServerResponse>();
  version = 10;
  /** The oldest resourceVersion that a watch may begin at. */
  compacted = 0;
  private readonly objects = new Map<string, Stored>();
  private history: Array<{ type: string; object: Stored; version: number }> =
    [];
  private server: http.Server | undefined;
  private readonly sockets = new Set<Socket>();
  private port = 0;

  get url(): string {
    return `http://127.0.0.1:${this.port}/clusters/fake`;
  }

  async start(): Promise<this> {
    const server = http.createServer((request, response) =>
      this.answer(request, response),
    );
    server.on('connection', socket => {
      this.sockets.add(socket);
      socket.on('close', () => this.sockets.delete(socket));
    });
    await new Promise<void>(resolve =>
      server.listen(this.port, '127.0.0.1', resolve),
    );
    this.port = (server.address() as AddressInfo).port;
    this.server = server;
    return this;
  }

  /** Cuts every connection and stops listening; {@link FakeApi.start} takes the same port again. */
  async stop(): Promise<void> {
    const { server } = this;
    this.server = undefined;
    this.sockets.forEach(socket => socket.destroy());
    this.watchers.clear();
    await new Promise<void>(resolve =>
      server ? server.close(() => resolve()) : resolve(),
    );
  }

  put(name: string, more: Record<string, unknown> = {}): void {
    const type = this.objects.has(name) ? 'MODIFIED' : 'ADDED';
    this.version += 1;
    const object = {
      metadata: {
        name,
        namespace: 'till',
        uid: `uid-${name}`,
        resourceVersion: `${this.version}`,
      },
      ...more,
    };
    this.objects.set(name, object);
    this.record(type, object);
  }

  delete(name: string): void {
    const object = this.objects.get(name)!;
    this.version += 1;
    this.objects.delete(name);
    this.record('DELETED', {
      ...object,
      metadata: { ...object.metadata, resourceVersion: `${this.version}` },
    });
  }

  /** Forgets the history, as etcd's compaction does. */
  compact(): void {
    this.compacted = this.version;
    this.history = [];
  }

  /** Writes to all open watches as it is. */
  write(text: string): void {
    this.watchers.forEach(watcher => watcher.write(text));
  }

  bookmark(): void {
    const object = { metadata: { resourceVersion: `${this.version}` } };
    this.write(`${JSON.stringify({ type: 'BOOKMARK', object })}\n`);
  }

  listRequests(): URL[] {
    return this.requests.filter(url => !url.searchParams.has('watch'));
  }

  private record(type: string, object: Stored): void {
    this.history.push({ type, object, version: this.version });
    this.write(`${JSON.stringify({ type, object })}\n`);
  }

  private answer(request: IncomingMessage, response: ServerResponse): void {
    const url = new URL(request.url!, 'http://fake');
    this.requests.push(url);
    this.headers.push(request.headers);
    if (this.fault(request, response, url)) {
      return;
    }
    if (!url.pathname.endsWith('/tills')) {
      fail(response, 404, 'not found');
    } else if (url.searchParams.has('watch')) {
      this.watch(response, Number(url.searchParams.get('resourceVersion')));
    } else {
      this.list(response, url.searchParams);
    }
  }

  private list(response: ServerResponse, query: URLSearchParams): void {
    const limit = Number(query.get('limit')) || Infinity;
    const [from, at] = (query.get('continue') ?? `0.${this.version}`)
      .split('.')
      .map(Number);
    if (at < this.compacted) {
      fail(response, 410, 'The provided continue parameter is too old');
      return;
    }
    const all = [...this.objects.values()];
    const more = all.length > from + limit;
    json(response, 200, {
      kind: 'TillList',
      apiVersion: 'shop.example/v1',
      metadata: {
        resourceVersion: `${at}`,
        ...(more ? { continue: `${from + limit}.${at}` } : {}),
      },
      items: all.slice(from, from + limit),
    });
  }

  private watch(response: ServerResponse, from: number): void {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.flushHeaders();
    if (from < this.compacted) {
      const object = { kind: 'Status', code: 410, message: 'too old' };
      response.end(`${JSON.stringify({ type: 'ERROR', object })}\n`);
      return;
    }
    for (const { type, object, version } of this.history) {
      if (version > from) {
        response.write(`${JSON.stringify({ type, object })}\n`);
      }
    }
    this.watchers.add(response);
    response.on('close', () => this.watchers.delete(response));
  }
}

export function json(response: ServerResponse, status: number, body: unknown) {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

/** Answers with a Status, as the API server does. */
export function fail(
  response: ServerResponse,
  code: number,
  message: string,
  headers: Record<string, string> = {},
) {
  Object.entries(headers).forEach(([name, value]) =>
    response.setHeader(name, value),
  );
  json(response, code, { kind: 'Status', code, message });
}
