import fc from 'fast-check';
import { LineSplitter } from './line-splitter';

function split(chunks: Buffer[]) {
  const lines: string[] = [];
  const splitter = new LineSplitter(line => lines.push(line.toString()));
  chunks.forEach(chunk => splitter.push(chunk));
  return { lines, unfinished: splitter.unfinished };
}

describe('LineSplitter', () => {
  it('gives the same lines however the stream is cut', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme' })),
        fc.array(fc.nat({ max: 40 })),
        (texts, cuts) => {
          const wanted = texts.map(text => text.replace(/\n/g, ' '));
          const bytes = Buffer.from(wanted.map(line => `${line}\n`).join(''));
          const chunks: Buffer[] = [];
          let at = 0;
          for (const cut of cuts) {
            chunks.push(bytes.subarray(at, at + cut));
            at += cut;
          }
          chunks.push(bytes.subarray(at));
          expect(split(chunks).lines).toEqual(
            wanted.filter(line => line !== ''),
          );
        },
      ),
    );
  });

  it('keeps back a line that has not ended', () => {
    const { lines, unfinished } = split([Buffer.from('{"a":1}\n{"b"')]);
    expect(lines).toEqual(['{"a":1}']);
    expect(unfinished).toBe(4);
  });

  it('refuses a line without end', () => {
    const splitter = new LineSplitter(() => {}, 8);
    splitter.push(Buffer.from('12345'));
    expect(() => splitter.push(Buffer.from('67890'))).toThrow(RangeError);
  });
});
