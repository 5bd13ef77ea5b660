import fc from 'fast-check';

const letters = 'abcdefghijklmnopqrstuvwxyz';
const digits = '0123456789';

export const word = (max: number) =>
  fc
    .tuple(
      fc.constantFrom(...letters),
      fc.array(fc.constantFrom(...letters, ...digits), {
        minLength: 1,
        maxLength: max,
      }),
    )
    .map(([first, rest]) => first + rest.join(''));

export const name = fc
  .array(word(8), { minLength: 1, maxLength: 4 })
  .map(words => `app-${words.join('-')}`);

export const version = fc
  .tuple(fc.nat(30), fc.nat(30), fc.nat(30), fc.constantFrom('', '-rc.1'))
  .map(([major, minor, patch, rest]) => `${major}.${minor}.${patch}${rest}`);

export const port = fc.integer({ min: 1024, max: 65535 });

export const optional = <T extends object>(model: {
  [K in keyof T]: fc.Arbitrary<T[K]>;
}) => fc.record(model, { requiredKeys: [] }) as fc.Arbitrary<Partial<T>>;

export const text = fc
  .string({ minLength: 1, maxLength: 40, unit: 'grapheme-composite' })
  .filter(
    one =>
      !/\$[({]|\{\{|[\p{Cc}\p{Cf}\u2028\u2029]/u.test(one) &&
      !/[\ud800-\udfff]/u.test(one),
  );

/** Texts that YAML likes to misread, beside any others. */
export const valueText = fc.oneof(
  text,
  fc.constantFrom(
    'yes',
    'no',
    'on',
    'off',
    'null',
    '~',
    '1.10',
    '010',
    '1:30',
    '0x1f',
    '1_000',
    '2026-01-01',
    '<<',
    '- a',
    'a: b',
    '# none',
    '---',
    '...',
    '*a',
    '&a',
    '!tag',
    '$(POD_NAME)',
    ' leading',
    'trailing ',
    'two\nlines\n',
    "it's",
    '"quoted"',
    '{a}',
    '[b]',
    '%x',
    '@at',
    '`tick`',
    '\\',
    'true',
    '.inf',
    '1e3',
    '',
  ),
);

export const values = fc.letrec<{
  value: unknown;
  map: Record<string, unknown>;
}>(tie => ({
  value: fc.oneof(
    { maxDepth: 3 },
    valueText,
    fc.boolean(),
    fc.integer(),
    fc.constant(null),
    fc.array(valueText, { maxLength: 3 }),
    tie('map'),
  ),
  map: fc.dictionary(
    fc.oneof(
      word(6).map(one => `v${one}X`),
      fc.constantFrom('on', 'y', '1.10', 'a.b/c', '#x', 'replicaCount'),
    ),
    tie('value') as fc.Arbitrary<unknown>,
    { maxKeys: 4 },
  ),
})).map;
