import { robustnessOf } from '../__testUtils__/robustness';
import { velero } from '.';

// Velero writes no status to these: that they are there is all that can be told.
const judged = {
  ...velero,
  kinds: velero.kinds.filter(({ kind }) => kind !== 'VolumeSnapshotLocation'),
};

describe.each(robustnessOf(judged))('%s', (_, kind) => {
  it('is never healthy without a status, whatever the rest, and never throws', () => {
    expect(kind.outOfNothing).not.toThrow();
  });

  it('is never healthy where the status is of a wrong type', () => {
    expect(kind.mistyped).not.toThrow();
  });
});
