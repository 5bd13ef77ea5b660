import { robustnessOf } from '../__testUtils__/robustness';
import { qdrant } from '.';

describe.each(robustnessOf(qdrant))('%s', (_, kind) => {
  it('is never healthy without a status, whatever the rest, and never throws', () => {
    expect(kind.outOfNothing).not.toThrow();
  });

  it('is never healthy where the status is of a wrong type', () => {
    expect(kind.mistyped).not.toThrow();
  });
});
