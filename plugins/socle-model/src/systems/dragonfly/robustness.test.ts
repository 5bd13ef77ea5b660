import { testRobustness } from '../__testUtils__/robustness';
import { dragonfly } from '.';

testRobustness(dragonfly);
