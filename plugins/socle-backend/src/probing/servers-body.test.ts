import { createServer, Socket } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { eventually } from '../reading/__testing__/fast-clock';
import { Answer, says, serving } from './__testing__/serving';

const { servers, depot, probing } = serving();

describe('a body', () => {
  const STATE = '{"load": 5}';
  const load = (at: ReturnType<typeof probing>) =>
    at.store.get('depot.socle.dev/Depot', 'stock', 'main')?.facts.load;
  const utf16 = Buffer.concat([
    Buffer.from([0xff, 0xfe]),
    Buffer.from(STATE, 'utf16le'),
  ]);

  it.each<[string, Answer]>([
    ['in gzip', says(gzipSync(STATE), { 'content-encoding': 'gzip' })],
    ['in x-gzip', says(gzipSync(STATE), { 'content-encoding': 'X-GZIP' })],
    ['in br', says(brotliCompressSync(STATE), { 'content-encoding': 'br' })],
    ['in deflate', says(deflateSync(STATE), { 'content-encoding': 'deflate' })],
    ['said to be as it is', says(STATE, { 'content-encoding': 'identity' })],
    [
      'in small pieces',
      (_, response) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        [...STATE].forEach(letter => response.write(letter));
        response.end();
      },
    ],
    ['with a byte order mark', says(`\uFEFF${STATE}`)],
    [
      'in UTF-16',
      says(utf16, { 'content-type': 'application/json; charset=utf-16le' }),
    ],
    [
      'in an older encoding',
      says(Buffer.from('{"load": 5, "owner": "\xe9"}', 'latin1'), {
        'content-type': 'application/json; charset=ISO-8859-1',
      }),
    ],
    [
      'that is not what it says to be encoded in',
      says(Buffer.from('{"load": 5, "owner": "\xe9\xff"}', 'latin1')),
    ],
    [
      'in an encoding that nobody knows',
      says(STATE, { 'content-type': 'application/json; charset=x-klingon' }),
    ],
    ['with a key twice', says('{"load": 9, "load": 5}')],
    [
      'with other things than there are',
      says(
        '{"load": 5, "__proto__": {"load": 1, "polluted": 1}, "constructor": 1}',
      ),
    ],
    [
      'that goes deep',
      says(`{"load": 5, "more": ${'['.repeat(10_000)}${']'.repeat(10_000)}}`),
    ],
    [
      'that goes deep with a long number',
      says(
        `{"load": 5, "id": 12345678901234567890, "more": ${'['.repeat(
          500,
        )}${']'.repeat(500)}}`,
      ),
    ],
  ])('%s is read', async (_how, answer) => {
    const server = await depot();
    server.on('/state', answer);
    const at = probing({ url: server.url });
    await eventually(() => expect(at.state()).toBe('live'));
    expect(load(at)).toBe(5);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  const cut = gzipSync(STATE.repeat(100)).subarray(0, 30);
  it.each<[string, Answer, RegExp]>([
    [
      'in what is no gzip',
      says(STATE, { 'content-encoding': 'gzip' }),
      /cannot be unpacked \(gzip\)/,
    ],
    [
      'in gzip that was cut off',
      says(cut, { 'content-encoding': 'gzip' }),
      /cannot be unpacked \(gzip\)/,
    ],
    [
      'packed as nobody asked for',
      says('x', { 'content-encoding': 'zstd-9' }),
      /packed as zstd-9/,
    ],
    [
      'that is larger than its packing',
      says(gzipSync(Buffer.alloc(40 * 1024 * 1024, ' ')), {
        'content-encoding': 'gzip',
      }),
      /larger than 32 MiB/,
    ],
    [
      'shorter than it says',
      (_, response) => {
        response.writeHead(200, {
          'content-type': 'application/json',
          'content-length': '1000',
        });
        response.write('{"load":');
        setTimeout(() => response.socket?.destroy(), 20);
      },
      /aborted|reset|closed/,
    ],
    [
      'that is reset in the middle',
      (_, response) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        response.write('{"load": 5');
        setTimeout(() => response.socket?.resetAndDestroy(), 20);
      },
      /aborted|reset|closed/i,
    ],
    [
      'of JSON that ends too early',
      says('{"load": 5'),
      /not answered with JSON/,
    ],
    [
      'that is no JSON any more',
      says(`${STATE}\n${STATE}`),
      /not answered with JSON/,
    ],
    [
      'that is none',
      (_, response) => response.writeHead(204).end(),
      /answered with nothing/,
    ],
    [
      'that only goes deep',
      says(`${'['.repeat(100_000)}${']'.repeat(100_000)}`),
      /not answered/,
    ],
  ])('%s is none, and is told to be', async (_how, answer, message) => {
    const server = await depot();
    server.always(answer);
    // On a busy machine the usual 10 seconds, a fifth of a second here, are not enough to unpack much.
    const at = probing({ url: server.url, timeoutSeconds: 200 });
    await eventually(() => expect(at.state()).toBe('unreachable'));
    expect(at.message()).toMatch(message);
    expect(load(at)).toBeUndefined();
  });

  it('keeps the digits of what a number cannot hold', async () => {
    const server = await depot();
    server.on('/state', says('{"load": 5}'));
    server.on(
      '/shelves',
      says('{"shelves": [{"name": 12345678901234567890}]}'),
    );
    server.on('/shelves/12345678901234567890', { load: 1 });
    const at = probing({ url: server.url });
    await eventually(() => expect(at.state()).toBe('live'));
    expect(at.shelves()).toEqual(['stock/12345678901234567890']);
  });
});

describe('a head', () => {
  const raw = async (say: (socket: Socket) => void) => {
    const sockets: Socket[] = [];
    const server = createServer(socket => {
      sockets.push(socket);
      socket.on('error', () => {});
      socket.once('data', () => say(socket));
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    servers.push({
      stop: async () => {
        sockets.forEach(socket => socket.destroy());
        await new Promise(resolve => server.close(resolve));
      },
    });
    return `http://127.0.0.1:${(server.address() as { port: number }).port}`;
  };

  it.each<[string, (socket: Socket) => void, RegExp]>([
    [
      'that comes letter by letter',
      socket => {
        const timer = setInterval(() => socket.write('x'), 5);
        socket.write('HTTP/1.1 200 OK\r\nx: ');
        socket.on('close', () => clearInterval(timer));
      },
      /no answer within 10 seconds/,
    ],
    [
      'without end',
      socket => socket.write(`HTTP/1.1 200 OK\r\nx: ${'x'.repeat(300_000)}`),
      /Header overflow/,
    ],
    [
      'that is none',
      socket => socket.end('SSH-2.0-OpenSSH_9.6\r\n'),
      /Parse Error/,
    ],
  ])('%s ends in time', async (_what, say, message) => {
    const at = probing({ url: await raw(say) });
    await eventually(() => expect(at.state()).toBe('unreachable'));
    expect(at.message()).toMatch(message);
  });
});
