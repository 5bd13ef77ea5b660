import { factValues, withFactValues } from './fact-filters';

const WORDS = ['pattern:A', 'to.namespace:shop:2', 'pattern:B', 'patterns:C'];

it.each([
  ['pattern', ['A', 'B']],
  ['to.namespace', ['shop:2']],
  ['sync', []],
])('the values of %s', (fact, values) => {
  expect(factValues(WORDS, fact)).toEqual(values);
});

it.each([
  ['pattern', ['D'], ['to.namespace:shop:2', 'patterns:C', 'pattern:D']],
  ['pattern', [], ['to.namespace:shop:2', 'patterns:C']],
  ['sync', ['Synced'], [...WORDS, 'sync:Synced']],
])('other values of %s: %j', (fact, values, words) => {
  expect(withFactValues(WORDS, fact, values)).toEqual(words);
});

it('begins with none', () => {
  expect(withFactValues(undefined, 'sync', ['Synced'])).toEqual([
    'sync:Synced',
  ]);
});
