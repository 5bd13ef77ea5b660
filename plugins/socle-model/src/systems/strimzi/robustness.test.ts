import { testRobustness } from '../__testUtils__/robustness';
import { strimzi } from '.';

testRobustness(strimzi, [
  'Ready',
  'Unmanaged',
  'ProposalReady',
  'ReconciliationPaused',
]);
