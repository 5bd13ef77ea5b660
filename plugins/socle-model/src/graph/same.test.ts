import fc from 'fast-check';
import { keepSame, same } from './same';

const facts = fc.dictionary(
  fc.constantFrom('a', 'b', 'c', 'toString'),
  fc.oneof(
    fc.constantFrom(undefined, null, 0, 1, 'x', ''),
    fc.array(fc.constantFrom('x', 'y'), { maxLength: 2 }),
    fc.record({ at: fc.nat({ max: 1 }) }),
  ),
);

describe('keepSame', () => {
  it('finds equal what same() finds equal, and changes no value', () => {
    fc.assert(
      fc.property(facts, facts, (from, to) => {
        const before = structuredClone(to);
        expect(keepSame(from, to)).toBe(same(from, before));
        expect({ ...to }).toEqual({ ...before });
      }),
      {
        examples: [
          [{ a: undefined }, {}],
          [{}, { a: undefined }],
          [{ toString: undefined }, {}],
        ],
      },
    );
  });

  it('asks the same in both directions', () => {
    fc.assert(
      fc.property(facts, facts, (a, b) => {
        expect(same(a, b)).toBe(same(b, a));
      }),
    );
  });

  it('keeps the values that are as they were', () => {
    const from = { images: ['app:1'], owner: { name: 'a' } };
    const to = { images: ['app:1'], owner: { name: 'b' } };
    expect(keepSame(from, to)).toBe(false);
    expect(to.images).toBe(from.images);
    expect(to.owner).toEqual({ name: 'b' });
  });
});
