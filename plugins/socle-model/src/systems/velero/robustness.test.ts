import { testRobustness } from '../__testUtils__/robustness';
import { velero } from '.';

testRobustness({
  ...velero,
  // Velero writes no status to these: that they are there is all that can be told.
  kinds: velero.kinds.filter(({ kind }) => kind !== 'VolumeSnapshotLocation'),
});
