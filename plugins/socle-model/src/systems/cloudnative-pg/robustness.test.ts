import { robustnessOf } from '../__testUtils__/robustness';
import { cloudNativePg } from '.';

describe.each(robustnessOf(cloudNativePg))('%s', (_, kind) => {
  it('is never healthy without a status, whatever the rest, and never throws', () => {
    expect(kind.outOfNothing).not.toThrow();
  });

  it('is never healthy where the status is of a wrong type', () => {
    expect(kind.mistyped).not.toThrow();
  });
});
