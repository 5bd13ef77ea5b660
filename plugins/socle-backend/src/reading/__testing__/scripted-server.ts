import { AddressInfo, createServer, Server, Socket } from 'node:net';
import { createServer as createTlsServer, TlsOptions } from 'node:tls';

/** A server that says on each connection what a test writes, byte by byte, whatever it is asked. */
export class ScriptedServer {
  readonly requests: string[] = [];
  readonly sockets: Socket[] = [];
  private server: Server | undefined;
  private port = 0;

  constructor(
    private readonly say: (socket: Socket, request: string) => void,
    private readonly tls?: TlsOptions,
  ) {}

  url(host = '127.0.0.1'): URL {
    return new URL(
      `${this.tls ? 'https' : 'http'}://${host}:${this.port}/a?b=c`,
    );
  }

  async start(): Promise<this> {
    const serve = (socket: Socket) => {
      this.sockets.push(socket);
      socket.on('error', () => {});
      let heard = '';
      socket.on('data', chunk => {
        heard += chunk.toString('latin1');
        if (heard.endsWith('\r\n\r\n')) {
          this.requests.push(heard);
          this.say(socket, heard);
        }
      });
    };
    const server = this.tls
      ? createTlsServer(this.tls, serve)
      : createServer(serve);
    server.on('tlsClientError', () => {});
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    this.port = (server.address() as AddressInfo).port;
    this.server = server;
    return this;
  }

  async stop(): Promise<void> {
    this.sockets.forEach(socket => socket.destroy());
    await new Promise(resolve => this.server?.close(resolve));
  }
}
