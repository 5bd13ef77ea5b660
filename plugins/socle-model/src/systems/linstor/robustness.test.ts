import { survivesHostileObjects } from '../__testUtils__/hostile-judging';
import { linstor } from '.';

survivesHostileObjects(linstor, {
  now: '2026-09-15T12:00:00Z',
  fields: [
    'conditions',
    'type',
    'status',
    'reason',
    'message',
    'connection',
    'freeBytes',
    'totalBytes',
    'report',
    'provider',
    'node',
    'copies',
    'disk',
    'diskful',
    'suspended',
    'progress',
    'group',
    'placeCount',
    'version',
  ],
  words: [
    'Available',
    'Applied',
    'Configured',
    'True',
    'False',
    'ONLINE',
    'OFFLINE',
    'UpToDate',
    'Inconsistent',
  ],
});
