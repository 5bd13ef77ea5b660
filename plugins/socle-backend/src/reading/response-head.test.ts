import fc from 'fast-check';
import { parseHead } from './response-head';

const head = (...lines: string[]) => parseHead(lines.join('\r\n'));

describe('parseHead', () => {
  it('reads the status and the headers, whose names have no case', () => {
    expect(
      head(
        'HTTP/1.1 429 Too Many Requests',
        'Content-Type:application/json',
        'RETRY-AFTER: \t 5 ',
        'Warning: one',
        'warning: two',
        'Empty:',
        'Content-Length: 12',
      ),
    ).toEqual({
      status: 429,
      headers: {
        'content-type': 'application/json',
        'retry-after': '5',
        warning: 'one, two',
        empty: '',
        'content-length': '12',
      },
      body: { length: 12 },
    });
  });

  it.each([
    ['chunks', ['Transfer-Encoding: Chunked'], 'chunked'],
    ['a length', ['Content-Length: 0'], { length: 0 }],
    ['a length said twice', ['Content-Length: 7, 7'], { length: 7 }],
    ['nothing', [], 'untilClose'],
  ])('finds the end of the body by %s', (_by, lines, body) => {
    expect(head('HTTP/1.1 200 OK', ...lines).body).toEqual(body);
  });

  it.each([
    ['100', 'HTTP/1.1 100 Continue'],
    ['204', 'HTTP/1.1 204 No Content'],
    ['304', 'HTTP/1.1 304'],
  ])('knows that %s has no body', (_status, line) => {
    expect(head(line).body).toEqual({ length: 0 });
  });

  it.each([
    ['HTTP/1.1 200 OK', 200],
    ['HTTP/1.1 200', 200],
    ['HTTP/1.1 200 ', 200],
    ['HTTP/1.0 503 Service Unavailable', 503],
    ['HTTP/1.1 500 Erreur \xe9trange', 500],
  ])('takes the status line %j', (line, status) => {
    expect(head(line).status).toBe(status);
  });

  it.each([
    ['nothing', ''],
    ['another protocol', 'SSH-2.0-OpenSSH_9.6'],
    ['another version', 'HTTP/2 200'],
    ['a status of two digits', 'HTTP/1.1 20 OK'],
    ['a status of four digits', 'HTTP/1.1 2000 OK'],
    ['a status below 100', 'HTTP/1.1 099 OK'],
    ['a bare line feed', 'HTTP/1.1 200 OK\nA: b'],
    ['a null byte in the phrase', 'HTTP/1.1 200 O\0K'],
    ['leading space', ' HTTP/1.1 200 OK'],
  ])('refuses a status line that is %s', (_what, line) => {
    expect(() => head(line)).toThrow('no HTTP/1.1 status line');
  });

  it.each([
    ['without a colon', 'no header'],
    ['without a name', ': value'],
    ['with a space before the colon', 'Transfer-Encoding : chunked'],
    ['that goes on from the line before', ' folded'],
    ['with a bare line feed', 'A: b\nTransfer-Encoding: chunked'],
    ['with a bare carriage return', 'A: b\rC: d'],
    ['with a null byte', 'A: b\0c'],
    ['with a name that is none', 'A(b): c'],
  ])('refuses a header %s', (_what, line) => {
    expect(() => head('HTTP/1.1 200 OK', line)).toThrow('header that is none');
  });

  it.each([
    ['both framings', 'Transfer-Encoding: chunked', 'Content-Length: 5'],
    ['a coding besides chunks', 'Transfer-Encoding: gzip, chunked'],
    [
      'chunks twice',
      'Transfer-Encoding: chunked',
      'Transfer-Encoding: chunked',
    ],
    ['an unknown coding', 'Transfer-Encoding: identity'],
  ])('refuses %s', (_what, ...lines) => {
    expect(() => head('HTTP/1.1 200 OK', ...lines)).toThrow('how it is framed');
  });

  it.each(['-1', '+5', '5.0', '0x5', '', '5, 6', '9'.repeat(16), '1e3'])(
    'refuses the length %j',
    length => {
      expect(() =>
        head('HTTP/1.1 200 OK', `Content-Length: ${length}`),
      ).toThrow('length that is none');
    },
  );

  it('puts no name of a header on a prototype', () => {
    const { headers } = head('HTTP/1.1 200 OK', '__proto__: x', 'toString: y');
    expect(Object.getPrototypeOf(headers)).toBe(Object.prototype);
    expect(Object.keys(headers)).toEqual(['__proto__', 'tostring']);
  });

  it('throws nothing but errors of its own', () => {
    const complaint = (text: string) => {
      try {
        parseHead(`HTTP/1.1 200 OK\r\n${text}`);
        return 'the answer is read';
      } catch (error) {
        return (error as Error).message;
      }
    };
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        expect(complaint(text)).toMatch(/^the answer /);
      }),
    );
  });
});
