import fc from 'fast-check';
import { select, SelectedKeys, Selection } from './selection';
import { SelectiveParser } from './selective-json';
import { StringCache } from './string-cache';

const parse = (text: string, selection: Selection = 'all') =>
  new SelectiveParser(selection).parse(Buffer.from(text));

function selecting(...paths: string[][]): SelectedKeys {
  const root = new SelectedKeys();
  paths.forEach(path => select(root, path));
  root.spreadRest();
  return root;
}

/** What the parser should give, said in the plainest way: parse all, then pick. */
function picked(value: unknown, paths: string[][]): unknown {
  if (paths.some(path => path.length === 0)) return value;
  if (Array.isArray(value)) return value.map(item => picked(item, paths));
  if (typeof value !== 'object' || value === null) return value;
  const result = JSON.parse('{}');
  for (const [key, inner] of Object.entries(value)) {
    const below = paths
      .filter(path => path[0] === key || path[0] === '*')
      .map(path => path.slice(1));
    if (below.length > 0) {
      Object.defineProperty(result, key, {
        value: picked(inner, below),
        enumerable: true,
        configurable: true,
        writable: true,
      });
    }
  }
  return result;
}

const keys = ['a', 'b', 'é', 'spec', '__proto__', 'toString', '"', '\\'];
const key = fc.oneof(fc.constantFrom(...keys), fc.string({ unit: 'binary' }));
const { value: json } = fc.letrec(tie => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(null, true, false, '', 'Running', 0, -0, 'x'.repeat(70)),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer(),
    fc.string({ unit: 'binary' }),
    fc.array(tie('value'), { maxLength: 4 }),
    fc
      .array(fc.tuple(key, tie('value')), { maxLength: 6 })
      .map(entries => Object.fromEntries(entries)),
  ),
}));
const path = fc.array(fc.oneof(fc.constantFrom(...keys), fc.constant('*')), {
  minLength: 1,
  maxLength: 4,
});

const shortNumbers = (text: string) => !/\d{16}/.test(text);

describe('SelectiveParser', () => {
  it('gives what JSON.parse gives when all is selected', () => {
    fc.assert(
      fc.property(json, fc.constantFrom(0, 1, '\t'), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        fc.pre(shortNumbers(text));
        expect(parse(text)).toStrictEqual(JSON.parse(text));
      }),
      { numRuns: 500 },
    );
  });

  it('gives the selected paths and nothing else', () => {
    fc.assert(
      fc.property(json, fc.array(path, { maxLength: 4 }), (value, paths) => {
        const text = JSON.stringify(value);
        fc.pre(shortNumbers(text));
        expect(parse(text, selecting(...paths))).toStrictEqual(
          picked(JSON.parse(text), paths),
        );
      }),
      { numRuns: 1000 },
    );
  });

  it('never takes a cut text for a whole one', () => {
    fc.assert(
      fc.property(json, path, fc.nat(), (value, wanted, cut) => {
        const text = JSON.stringify({ a: value });
        const bytes = Buffer.from(text);
        const parser = new SelectiveParser(selecting(wanted));
        expect(() =>
          parser.parse(bytes.subarray(0, cut % bytes.length)),
        ).toThrow(SyntaxError);
      }),
    );
  });

  it.each([
    '',
    ' ',
    '{',
    '{"a"}',
    '{"a":}',
    '{"a":1,}',
    '{a:1}',
    '[1,]',
    '[1 2]',
    '01',
    '-',
    '1.',
    '1e',
    '+1',
    '.5',
    'tru',
    'nul1',
    '"a',
    '"\u0001"',
    '"\\x"',
    '{} {}',
    '1 2',
    '\u00a01',
  ])('refuses %j', text => {
    expect(() => parse(text)).toThrow(SyntaxError);
    expect(() => JSON.parse(text)).toThrow(SyntaxError);
  });

  it('gives integers beyond 15 digits as text', () => {
    expect(
      parse('[999999999999999,9007199254740993,-9223372036854775808]'),
    ).toEqual([999999999999999, '9007199254740993', '-9223372036854775808']);
    expect(parse('[1e21,0.12345678901234567890]')).toEqual([
      1e21, 0.12345678901234568,
    ]);
  });

  it('reaches no prototype', () => {
    const text = '{"__proto__":{"polluted":1},"constructor":{"x":2}}';
    const value = parse(text) as Record<string, unknown>;
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(Object.keys(value)).toEqual(['__proto__', 'constructor']);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('marks that there was something it passed over', () => {
    const marked = new SelectedKeys('none', true);
    marked.set('phase', 'all');
    expect(parse('{"x":{"big":1},"y":2}', marked)).toEqual({ x: null });
    expect(parse('{"x":1,"phase":"Bound"}', marked)).toEqual({
      phase: 'Bound',
    });
    expect(parse('{}', marked)).toEqual({});
  });

  it('the last of two equal keys counts', () => {
    expect(parse('{"a":{"x":1},"a":2}', selecting(['a', 'x']))).toEqual({
      a: 2,
    });
  });

  it('tells strings apart that share a slot', () => {
    const parser = new SelectiveParser('all', new StringCache(0));
    const words = ['a', 'b', 'ab', 'ba', 'node-1', 'node-2'];
    const text = JSON.stringify([...words, ...words]);
    expect(parser.parse(Buffer.from(text))).toEqual([...words, ...words]);
  });
});
