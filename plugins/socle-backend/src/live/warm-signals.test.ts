import { mockServices } from '@backstage/backend-test-utils';
import { createServer, Server } from 'node:http';
import { AddressInfo, Socket } from 'node:net';
import { warmSignals } from './warm-signals';

/** Like the signals backend: the first upgrade is swallowed, the next ones are answered. */
function signalsServer() {
  const upgrades: string[] = [];
  const sockets = new Set<Socket>();
  const server: Server = createServer((_, answer) => answer.end('ok'));
  server.on('connection', socket => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  server.on('upgrade', (request, socket) => {
    upgrades.push(`${request.url} ${request.headers.upgrade}`);
    socket.on('end', () => socket.end());
    socket.resume();
    if (upgrades.length > 1) {
      socket.write(
        'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n',
      );
    }
  });
  return { server, upgrades, sockets };
}

describe('warmSignals', () => {
  const { server, upgrades, sockets } = signalsServer();
  const logger = mockServices.logger.mock();
  const warm = (baseUrl: string) =>
    warmSignals(
      {
        getBaseUrl: async () => baseUrl,
        getExternalBaseUrl: async () => baseUrl,
      },
      logger,
    );
  let url: string;

  beforeAll(async () => {
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${
      (server.address() as AddressInfo).port
    }/api/signals`;
  });
  afterAll(() => new Promise(resolve => server.close(resolve)));

  it('makes the handshake that is never answered, and waits no longer than a second', async () => {
    const began = Date.now();
    await warm(url);
    expect(Date.now() - began).toBeLessThan(2_000);
    expect(upgrades).toEqual(['/api/signals websocket']);
  });

  it('ends at once where it is answered, and leaves no connection behind', async () => {
    await warm(url);
    expect(upgrades).toHaveLength(2);
    await new Promise(resolve => setTimeout(resolve, 50));
    expect(sockets.size).toBe(0);
  });

  it('does not mind a server that is not there', async () => {
    await warm('http://127.0.0.1:1/api/signals');
    expect(logger.debug).toHaveBeenCalledWith(
      expect.stringContaining('signals not warmed up'),
    );
  });
});
