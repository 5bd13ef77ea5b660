import { testRobustness } from '../__testUtils__/robustness';
import { kastenK10 } from '.';

testRobustness(kastenK10);
