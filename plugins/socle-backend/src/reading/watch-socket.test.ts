import { Socket } from 'node:net';
import { createSecureContext, TlsOptions } from 'node:tls';
import { UnreachableError } from './api-error';
import { eventually, fastClock } from './__testing__/fast-clock';
import { ScriptedServer } from './__testing__/scripted-server';
import { selfSigned } from './__testing__/self-signed';
import { openWatchSocket, SocketAnswer, SocketRequest } from './watch-socket';

const clock = fastClock(20);
const CHUNKED = 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n';
const servers: ScriptedServer[] = [];

afterEach(async () => {
  await Promise.all(servers.splice(0).map(server => server.stop()));
});

async function serving(
  say: (socket: Socket, request: string) => void,
  tls?: TlsOptions,
) {
  const server = await new ScriptedServer(say, tls).start();
  servers.push(server);
  return server;
}

const open = (
  url: URL,
  more: Partial<SocketRequest> = {},
): Promise<SocketAnswer> =>
  openWatchSocket({
    url,
    headers: { authorization: 'Bearer t' },
    clock,
    connectMillis: 10_000,
    answerMillis: 30_000,
    ...more,
  });

/** All that an answer tells, and how it ended. */
function read(answer: SocketAnswer): Promise<[string, string]> {
  return new Promise(resolve => {
    let text = '';
    answer.follow({
      bytes: bytes => {
        text += bytes.toString('latin1');
      },
      end: how => resolve([text, how]),
    });
  });
}

describe('openWatchSocket', () => {
  it('sends one GET with its headers, on a connection of its own', async () => {
    const server = await serving(socket => socket.end(`${CHUNKED}0\r\n\r\n`));
    await read(await open(server.url()));
    expect(server.requests).toEqual([
      [
        'GET /a?b=c HTTP/1.1',
        `host: ${server.url().host}`,
        'connection: close',
        'authorization: Bearer t',
        '',
        '',
      ].join('\r\n'),
    ]);
  });

  it.each(['x\r\nsecond: header', 'x\nfolded', 'x\0'])(
    'sends no header that is %j',
    async authorization => {
      const server = await serving(() => {});
      await expect(
        open(server.url(), { headers: { authorization } }),
      ).rejects.toThrow(/Invalid character/);
      expect(server.requests).toEqual([]);
    },
  );

  it.each([
    ['chunks', CHUNKED, '5\r\nhello\r\n6\r\n world\r\n0\r\n\r\n'],
    [
      'a length',
      'HTTP/1.1 200 OK\r\nContent-Length: 11\r\n\r\n',
      'hello world',
    ],
    ['the close', 'HTTP/1.0 200 OK\r\n\r\n', 'hello world'],
    [
      'chunks, after a first word',
      `HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n${CHUNKED}`,
      'b\r\nhello world\r\n0\r\n\r\n',
    ],
  ])(
    'reads a body that ends by %s, in one piece or byte by byte',
    async (_by, head, body) => {
      const whole = await serving(socket => socket.end(head + body));
      await expect(open(whole.url()).then(read)).resolves.toEqual([
        'hello world',
        'ended',
      ]);
      const slow = await serving(async socket => {
        for (const byte of head + body) {
          socket.write(byte);
          await new Promise(resolve => setImmediate(resolve));
        }
        socket.end();
      });
      await expect(open(slow.url()).then(read)).resolves.toEqual([
        'hello world',
        'ended',
      ]);
    },
  );

  it('reads more than its buffer holds', async () => {
    const data = 'x'.repeat(3_000_000);
    const server = await serving(socket =>
      socket.end(
        `${CHUNKED}${data.length.toString(16)}\r\n${data}\r\n0\r\n\r\n`,
      ),
    );
    const [text, how] = await read(await open(server.url()));
    expect([text.length, how]).toEqual([data.length, 'ended']);
  });

  it.each([
    ['within a chunk', `${CHUNKED}5\r\nhel`, 'hel'],
    ['before the last chunk', `${CHUNKED}5\r\nhello\r\n`, 'hello'],
    [
      'within its length',
      'HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhel',
      'hel',
    ],
    ['with a frame that is none', `${CHUNKED}3\r\nhel\r\nlo\r\n`, 'hel'],
  ])('calls a body dropped that ends %s', async (_where, sent, text) => {
    const server = await serving(socket => socket.end(sent));
    await expect(open(server.url()).then(read)).resolves.toEqual([
      text,
      'dropped',
    ]);
  });

  it.each([
    ['closes without a word', '', /closed before the answer/],
    [
      'closes within the head',
      'HTTP/1.1 200 OK\r\n',
      /closed before the answer/,
    ],
    ['speaks otherwise', 'SSH-2.0-x\r\n\r\n', /no HTTP\/1.1 status line/],
    [
      'changes the protocol',
      'HTTP/1.1 101 Switching\r\n\r\n',
      /other protocol/,
    ],
    [
      'sends a head without end',
      `HTTP/1.1 200 OK\r\n${'a: b\r\n'.repeat(20_000)}`,
      /does not end/,
    ],
    [
      'sends first words without end',
      'HTTP/1.1 100 Continue\r\n\r\n'.repeat(5_000),
      /does not end/,
    ],
  ])('is unreachable where the server %s', async (_what, sent, message) => {
    const server = await serving(socket => socket.end(sent));
    const failed = open(server.url());
    await expect(failed).rejects.toThrow(message);
    await expect(failed).rejects.toBeInstanceOf(UnreachableError);
  });

  it('waits neither for an answer nor for a server without end', async () => {
    const mute = await serving(() => {});
    await expect(open(mute.url(), { answerMillis: 2_000 })).rejects.toThrow(
      'no answer within 2 seconds',
    );
    await eventually(() => expect(mute.sockets[0].destroyed).toBe(true));
    const gone = mute.url();
    await mute.stop();
    await expect(open(gone)).rejects.toThrow(/ECONNREFUSED/);
  });

  it('ends with its signal, before the answer and after it', async () => {
    const mute = await serving(() => {});
    const before = new AbortController();
    const failed = open(mute.url(), { signal: before.signal });
    await eventually(() => expect(mute.requests).toHaveLength(1));
    before.abort(new Error('enough'));
    await expect(failed).rejects.toThrow('enough');
    const server = await serving(socket => socket.write(CHUNKED));
    const after = new AbortController();
    const answer = await open(server.url(), { signal: after.signal });
    const told = read(answer);
    after.abort();
    await expect(told).resolves.toEqual(['', 'dropped']);
    await eventually(() => expect(server.sockets[0].destroyed).toBe(true));
  });

  it('tells nothing once destroyed', async () => {
    const server = await serving(socket =>
      socket.write(`${CHUNKED}1\r\na\r\n1\r\nb\r\n`),
    );
    const answer = await open(server.url());
    const told: string[] = [];
    answer.follow({
      bytes: bytes => {
        told.push(bytes.toString());
        answer.destroy();
      },
      end: how => told.push(how),
    });
    await eventually(() => expect(server.sockets[0].destroyed).toBe(true));
    expect(told).toEqual(['a']);
  });
});

const pair = selfSigned();
if (!pair) {
  process.stderr.write('No openssl: watches over TLS are not tested.\n');
}

(pair ? describe : describe.skip)('openWatchSocket over TLS', () => {
  const say = (socket: Socket) =>
    socket.end(`${CHUNKED}c350\r\n${'x'.repeat(50_000)}\r\n0\r\n\r\n`);
  const tls = (more: object = {}) => ({
    context: createSecureContext({ ca: pair!.cert }),
    ...more,
  });

  it.each([
    ['the name of the address', 'localhost', {}],
    [
      'a name given beside an address',
      '127.0.0.1',
      { servername: 'localhost' },
    ],
  ])('reads from a server that it knows by %s', async (_by, host, more) => {
    const server = await serving(say, pair);
    const [text, how] = await read(
      await open(server.url(host), { tls: tls(more) }),
    );
    expect([text.length, how]).toEqual([50_000, 'ended']);
  });

  it('reads from any server where it is not to verify', async () => {
    const server = await serving(say, pair);
    const context = createSecureContext();
    const answer = await open(server.url(), {
      tls: { context, rejectUnauthorized: false },
    });
    expect((await read(answer))[1]).toBe('ended');
  });

  it.each([
    ['another name', '127.0.0.1', () => tls()],
    [
      'no name it knows',
      'localhost',
      () => ({ context: createSecureContext() }),
    ],
  ])('sends no token to a server of %s', async (_what, host, of) => {
    const server = await serving(say, pair);
    await expect(open(server.url(host), { tls: of() })).rejects.toBeInstanceOf(
      UnreachableError,
    );
    expect(server.requests).toEqual([]);
  });
});
