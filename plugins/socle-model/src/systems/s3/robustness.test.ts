import { survivesHostileObjects } from '../__testUtils__/hostile-judging';
import { s3 } from '.';

survivesHostileObjects(s3, {
  fields: [
    'endpoints',
    'endpoint',
    'product',
    'version',
    'errorCode',
    'listed',
    'live',
    'busy',
    'ready',
    'liveness',
    'readiness',
    'storage',
    'reasons',
    'writeQuorum',
    'readQuorum',
  ],
  words: ['MinIO', 'RustFS', 'AccessDenied', 'SlowDown', 'InternalError'],
  now: '2026-09-15T12:00:00Z',
});
