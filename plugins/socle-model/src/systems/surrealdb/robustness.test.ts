import { testRobustness } from '../__testUtils__/robustness';
import { surrealdb } from '.';

testRobustness(surrealdb);
