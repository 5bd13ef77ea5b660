import { readMeta } from './meta';

const of = (status: Record<string, unknown>, generation: unknown) => {
  const {
    generation: wanted,
    observedGeneration,
    observedByConditions,
  } = readMeta({ metadata: { name: 'pump', uid: 'u', generation }, status });
  return [wanted, observedGeneration, observedByConditions];
};

it.each<[string, Record<string, unknown>, unknown, unknown[]]>([
  ['the status says it', { observedGeneration: 4 }, 5, [5, 4, undefined]],
  [
    'the status says it, and a condition is older',
    { observedGeneration: 5, conditions: [{ observedGeneration: 2 }] },
    5,
    [5, 5, undefined],
  ],
  [
    'only conditions say it: the newest counts',
    { conditions: [{ observedGeneration: 2 }, { observedGeneration: 4 }, {}] },
    5,
    [5, 4, true],
  ],
  [
    'nobody says it',
    { conditions: [{ type: 'Ready' }] },
    5,
    [undefined, undefined, undefined],
  ],
  [
    'zero and what is no number is nothing said',
    { conditions: [{ observedGeneration: 0 }, { observedGeneration: 'x' }] },
    5,
    [undefined, undefined, undefined],
  ],
  [
    'the conditions are none',
    { conditions: 'x' },
    5,
    [undefined, undefined, undefined],
  ],
  [
    'the object has no generation',
    { conditions: [{ observedGeneration: 4 }] },
    undefined,
    [undefined, undefined, undefined],
  ],
])('%s', (_, status, generation, expected) => {
  expect(of(status, generation)).toEqual(expected);
});
