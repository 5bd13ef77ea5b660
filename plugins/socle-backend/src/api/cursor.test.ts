import fc from 'fast-check';
import { decodeCursor, encodeCursor } from './cursor';

const encoded = (value: unknown) =>
  Buffer.from(JSON.stringify(value)).toString('base64url');

describe('a cursor', () => {
  it('is read as it was written, and fits into an address', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.oneof(
          fc.string(),
          fc.integer(),
          fc.boolean(),
          fc.constant(undefined),
        ),
        fc.string(),
        (sort, value, id) => {
          const cursor = encodeCursor(sort, value, id);
          expect(cursor).toMatch(/^[A-Za-z0-9_-]+$/);
          expect(decodeCursor(cursor, sort)).toEqual({ value, id });
        },
      ),
    );
  });

  it.each([
    ['rubbish', 'rubbish'],
    ['nothing', ''],
    ['another form', encoded({ sort: 'name' })],
    ['too little', encoded(['name', 'x'])],
    ['no identity', encoded(['name', 'x', 7])],
    ['a value that is none', encoded(['name', { a: 1 }, 'x'])],
  ])('that is %s is refused', (_, cursor) => {
    expect(() => decodeCursor(cursor, 'name')).toThrow(
      /cursor is not one that this API gave/,
    );
  });

  it('of another sort is refused, and says of which', () => {
    expect(() => decodeCursor(encodeCursor('name', 'x', 'y'), '-name')).toThrow(
      /cursor belongs to sort=name, not to sort=-name/,
    );
  });

  it('is never more than an error, whatever it is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json().map(encoded)), cursor => {
        let name = 'InputError';
        try {
          decodeCursor(cursor, 'name');
        } catch (error) {
          name = (error as Error).name;
        }
        expect(name).toBe('InputError');
      }),
    );
  });
});
