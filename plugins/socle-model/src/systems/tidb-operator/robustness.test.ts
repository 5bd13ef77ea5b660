import { testRobustness } from '../__testUtils__/robustness';
import { tidbOperator } from '.';

testRobustness(tidbOperator, ['Ready', 'Available', 'Synced']);
