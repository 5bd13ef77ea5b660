import { gatewayApi } from '.';
import { testRobustness } from '../__testUtils__/robustness';

testRobustness(gatewayApi, ['Accepted', 'Programmed']);
