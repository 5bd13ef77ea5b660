import { testRobustness } from '../__testUtils__/robustness';
import { qdrant } from '.';

testRobustness(qdrant);
