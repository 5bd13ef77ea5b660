import fc from 'fast-check';
import { splitDocuments } from './split';

describe('splitDocuments', () => {
  it.each([
    ['one document', 'a: 1\n', [['a: 1\n', 1]]],
    ['a leading marker', '---\na: 1\n', [['a: 1\n', 2]]],
    [
      'two',
      'a: 1\n---\nb: 2\n',
      [
        ['a: 1\n', 1],
        ['b: 2\n', 3],
      ],
    ],
    [
      'comments first, which do not count',
      '# licence\n---\n\n# b\na: 1\n# c',
      [['a: 1\n# c', 5]],
    ],
    [
      'empty ones, which do not count',
      '---\n---\n# no\n---\na: 1\n---\n',
      [['a: 1\n', 5]],
    ],
    ['directives', '%YAML 1.2\n---\na: 1\n', [['a: 1\n', 3]]],
    [
      'content on the marker line',
      '--- {a: 1}\n--- # b\n  b: 2',
      [
        [' {a: 1}\n', 1],
        ['  b: 2', 3],
      ],
    ],
    [
      'an end marker',
      'a: 1\n...\nb: 2\n',
      [
        ['a: 1\n', 1],
        ['b: 2\n', 3],
      ],
    ],
    [
      'no marker within a line or a block',
      'a: |\n  ---\n  x\nb: ----\n---x: 1\n',
      [['a: |\n  ---\n  x\nb: ----\n---x: 1\n', 1]],
    ],
    [
      'Windows line ends',
      'a: 1\r\n---\r\nb: 2\r\n',
      [
        ['a: 1\r\n', 1],
        ['b: 2\r\n', 3],
      ],
    ],
    ['nothing', '\n# only a comment\n', []],
    ['a last comment without a line end', 'a: 1\n---\n# end', [['a: 1\n', 1]]],
  ])('finds %s', (_title, stream, documents) => {
    expect(splitDocuments(stream).map(one => [one.text, one.line])).toEqual(
      documents,
    );
  });

  it('gives back every document that was joined', () => {
    const documents = fc.array(
      fc.stringMatching(/^[a-z]{1,5}: [a-z0-9]{1,8}\n$/),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(documents, texts => {
        const found = splitDocuments(texts.join('---\n'));
        expect(found.map(one => one.text.trim())).toEqual(
          texts.map(text => text.trim()),
        );
      }),
      { numRuns: 50 },
    );
  });
});
