import { testRobustness } from '../__testUtils__/robustness';
import { pd } from '.';

testRobustness(pd);
