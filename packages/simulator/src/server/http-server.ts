import {
  createServer,
  IncomingMessage,
  Server,
  ServerResponse,
} from 'node:http';
import { AddressInfo } from 'node:net';
import { Cluster } from './cluster';
import { handleCluster } from './cluster-handler';
import { sendText } from './respond';

/** Answers under `/control`; the simulator's own, no part of Kubernetes. */
export type ControlHandler = (
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
) => Promise<void>;

/** Answers what is none of the clusters' paths; false where it is not its own either. */
export interface Neighbour {
  handle(
    request: IncomingMessage,
    response: ServerResponse,
    url: URL,
  ): Promise<boolean>;
}

/** One port for all clusters, each under its own base path. Binds this machine only. */
export class HttpServer {
  private readonly server: Server;

  constructor(
    private readonly clusters: ReadonlyMap<string, Cluster>,
    private readonly control?: ControlHandler,
    private readonly neighbour?: Neighbour,
  ) {
    this.server = createServer((request, response) => {
      this.handle(request, response).catch(() => response.destroy());
    });
    // Watches are open for an hour; a client that hangs up shows on its socket.
    this.server.requestTimeout = 0;
    this.server.keepAliveTimeout = 60_000;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  url(cluster: string): string {
    return `http://127.0.0.1:${this.port}/clusters/${encodeURIComponent(
      cluster,
    )}`;
  }

  systemUrl(cluster: string, system: string): string {
    const path = [cluster, system].map(encodeURIComponent).join('/');
    return `http://127.0.0.1:${this.port}/systems/${path}`;
  }

  listen(port: number): Promise<void> {
    return new Promise((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(port, '127.0.0.1', () => resolve());
    });
  }

  async close(): Promise<void> {
    const closed = new Promise<void>(resolve =>
      this.server.close(() => resolve()),
    );
    this.server.closeAllConnections();
    await closed;
  }

  private async handle(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    let url: URL;
    let name: string;
    try {
      url = new URL(request.url ?? '/', 'http://127.0.0.1');
      name = decodeURIComponent(url.pathname.split('/')[2] ?? '');
      decodeURIComponent(url.pathname);
    } catch {
      return sendText(response, 400, '400 Bad Request: malformed path\n');
    }
    const [, root, encoded, system] = url.pathname.split('/');
    if (root === 'control' && this.control) {
      return this.control(
        request,
        response,
        url.pathname.slice('/control'.length),
      );
    }
    const cluster = this.clusters.get(name);
    if (root === 'systems' && cluster && system) {
      const path =
        url.pathname.slice(`/systems/${encoded}/${system}`.length) || '/';
      return cluster.systems.answer(
        request,
        response,
        decodeURIComponent(system),
        path + url.search,
      );
    }
    if (root !== 'clusters' || !cluster) {
      const taken = await this.neighbour?.handle(request, response, url);
      return taken
        ? undefined
        : sendText(response, 404, '404 page not found\n');
    }
    const path =
      url.pathname.slice(`/clusters/${encoded}`.length).replace(/\/+$/, '') ||
      '/';
    return handleCluster({
      cluster,
      request,
      response,
      path,
      query: url.searchParams,
    });
  }
}
