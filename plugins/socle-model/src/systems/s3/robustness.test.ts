import { hostileKinds } from '../__testUtils__/hostile-judging';
import { s3 } from '.';

const kinds = hostileKinds(s3, {
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

describe.each(kinds)('%s', (_, kind) => {
  it('judges whatever it is given, in words and with evidence', () => {
    expect(kind.judgesAnything).not.toThrow();
  });

  it('is never healthy without a status, or with one of another type', () => {
    expect(kind.needsItsStatus).not.toThrow();
  });
});
