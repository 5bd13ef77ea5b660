import fc from 'fast-check';
import { parseJson } from '@socle/backstage-plugin-socle-model';
import { parseYaml } from './parse';

describe('numbers and times', () => {
  it.each([
    ['7434517327214829000', '7434517327214829000'],
    ['-9007199254740993', '-9007199254740993'],
    ['9007199254740991', 9007199254740991],
    ['0x10', 16],
    ['1_000', 1000],
    ['1.5', 1.5],
    ['2026-09-15T12:00:00Z', '2026-09-15T12:00:00Z'],
    ['2026-09-15', '2026-09-15'],
    ['true', true],
    ['~', null],
    ['"7"', '7'],
  ])('reads the YAML %s', (text, value) => {
    expect(parseYaml(`a: ${text}`)).toEqual({ a: value });
  });

  it('keeps the digits of every integer, in YAML and in JSON', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(2n ** 64n), max: 2n ** 64n }), value => {
        for (const parsed of [
          parseYaml(`a: ${value}`),
          parseJson(`{"a": ${value}}`),
          parseJson(`{ "b": [1, ${value}\n], "a":\n${value} }`),
        ]) {
          expect(String((parsed as { a: unknown }).a)).toBe(String(value));
        }
      }),
      { numRuns: 100 },
    );
  });

  it('reads what JSON writes, as JSON and as YAML', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: true }), value => {
        const text = JSON.stringify(value);
        const plain = JSON.parse(text);
        fc.pre(!/\d{16}/.test(text));
        expect(parseJson(text)).toEqual(plain);
      }),
      { numRuns: 50 },
    );
  });
});

it('follows merge keys and anchors', () => {
  expect(parseYaml('x: &x { a: 1 }\ny: { <<: *x, b: 2 }')).toEqual({
    x: { a: 1 },
    y: { a: 1, b: 2 },
  });
});

it('names line and column in the file, not in the document', () => {
  expect(() => parseYaml('a: 1\nb: [\n', 41)).toThrow(/line 4[23], column \d+/);
});

it('throws errors of one line and nothing else, whatever it is given', () => {
  const messageOf = (text: string) => {
    try {
      parseYaml(text);
      return '';
    } catch (error) {
      return error instanceof Error ? error.message : 'no error\n';
    }
  };
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), text => {
      expect(messageOf(text)).not.toContain('\n');
    }),
    { numRuns: 100 },
  );
});
