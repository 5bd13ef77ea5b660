import { robustnessOf } from '../__testUtils__/robustness';
import { gatewayApi } from '.';

describe.each(robustnessOf(gatewayApi, ['Accepted', 'Programmed']))(
  '%s',
  (_, kind) => {
    it('is never healthy without a status, whatever the rest, and never throws', () => {
      expect(kind.outOfNothing).not.toThrow();
    });

    it('is never healthy where the status is of a wrong type', () => {
      expect(kind.mistyped).not.toThrow();
    });
  },
);
