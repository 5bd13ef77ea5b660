import { testRobustness } from '../__testUtils__/robustness';
import { cloudNativePg } from '.';

testRobustness(cloudNativePg);
