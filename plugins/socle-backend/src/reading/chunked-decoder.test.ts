import fc from 'fast-check';
import { ChunkedDecoder } from './chunked-decoder';

function decode(...pieces: Array<string | Buffer>) {
  const parts: Buffer[] = [];
  const decoder = new ChunkedDecoder(bytes => parts.push(Buffer.from(bytes)));
  pieces.forEach(piece =>
    decoder.push(Buffer.isBuffer(piece) ? piece : Buffer.from(piece)),
  );
  return { text: Buffer.concat(parts).toString('latin1'), done: decoder.done };
}

/** Cuts bytes into pieces of the given lengths, the rest in one. */
function cut(bytes: Buffer, lengths: number[]): Buffer[] {
  const pieces: Buffer[] = [];
  let at = 0;
  for (const length of lengths) {
    pieces.push(bytes.subarray(at, at + length));
    at += length;
  }
  return [...pieces, bytes.subarray(at)];
}

const extension = fc.constantFrom('', ';a=b', ' ; signed="x y"', ';', '\t');
const trailer = fc.constantFrom('', 'x-checksum: 5\r\n', 'a: b\r\nc: d\r\n');

describe('ChunkedDecoder', () => {
  it('gives the same bytes however they are chunked and cut', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.uint8Array({ minLength: 1 }), extension)),
        trailer,
        fc.array(fc.nat({ max: 12 })),
        fc.boolean(),
        (chunks, trailers, lengths, upper) => {
          const framed = Buffer.concat([
            ...chunks.flatMap(([data, more]) => {
              const size = data.length.toString(16);
              return [
                Buffer.from(`${upper ? size.toUpperCase() : size}${more}\r\n`),
                Buffer.from(data),
                Buffer.from('\r\n'),
              ];
            }),
            Buffer.from(`0\r\n${trailers}\r\n`),
          ]);
          expect(decode(...cut(framed, lengths))).toEqual({
            text: Buffer.concat(chunks.map(([data]) => data)).toString(
              'latin1',
            ),
            done: true,
          });
        },
      ),
    );
  });

  it('either decodes or throws, whatever comes', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('0', '1', 'a', '\r', '\n', ';', ' ', 'g'),
        }),
        fc.array(fc.nat({ max: 4 })),
        (text, lengths) => {
          const whole = outcome(() => decode(text));
          const inPieces = outcome(() =>
            decode(...cut(Buffer.from(text), lengths)),
          );
          expect(inPieces).toEqual(whole);
        },
      ),
    );
  });

  it('hands on what has come of a chunk, and no end before the last', () => {
    expect(decode('a\r\nhalf')).toEqual({ text: 'half', done: false });
    expect(decode('1\r\nx\r\n0\r\n')).toEqual({ text: 'x', done: false });
  });

  it('leaves out what comes after the end', () => {
    expect(decode('1\r\nx\r\n0\r\n\r\nHTTP/1.1 200 OK')).toEqual({
      text: 'x',
      done: true,
    });
  });

  it.each([
    ['no size', '\r\n'],
    ['a size that is no number', 'xyz\r\n'],
    ['a negative size', '-1\r\n'],
    ['a size with a prefix', '0x5\r\nhello\r\n'],
    ['a size beyond all events', '80000000\r\n'],
    ['a size that would wrap round', '100000000000000005\r\nhello\r\n'],
    ['a size without end', '0'.repeat(20_000)],
    ['an extension without end', `1;${'x'.repeat(20_000)}`],
    ['trailers without end', `0\r\n${'a: b\r\n'.repeat(4_000)}`],
    ['a bare line feed after the size', '5\nhello\r\n'],
    ['a bare line feed in an extension', '5;a\nhello\r\n'],
    ['a bare carriage return after the size', '5\rhello\r\n'],
    ['data that is longer than its size', '3\r\nhello\r\n'],
    ['data without a line end', '5\r\nhello5\r\n'],
    ['a bare line feed in the trailers', '0\r\na: b\n\r\n'],
    ['another size after the last', '0\r\n\rx'],
  ])('refuses %s', (_what, text) => {
    expect(() => decode(text)).toThrow('not chunked as it says');
  });
});

function outcome<T>(run: () => T): T | string {
  try {
    return run();
  } catch (error) {
    return (error as Error).message;
  }
}
