import { survivesHostileObjects } from '../__testUtils__/hostile-judging';
import { kubelet } from '.';

survivesHostileObjects(kubelet, {
  now: '2026-09-15T12:00:00Z',
  fields: [
    'oven-1',
    'root',
    'images',
    'capacityBytes',
    'usedBytes',
    'availableBytes',
    'inodes',
    'inodesUsed',
    'inodesFree',
    'time',
    'abnormal',
    'wholeDisk',
    'alike',
  ],
  words: ['10737418240', '1', '2026-09-15T11:59:30Z', 'oven-1', 'true'],
});
