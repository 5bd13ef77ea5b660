import { hostileKinds } from '../__testUtils__/hostile-judging';
import { linstor } from '.';

const kinds = hostileKinds(linstor, {
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

describe.each(kinds)('%s', (_, kind) => {
  it('judges whatever it is given, in words and with evidence', () => {
    expect(kind.judgesAnything).not.toThrow();
  });

  it('is never healthy without a status, or with one of another type', () => {
    expect(kind.needsItsStatus).not.toThrow();
  });
});
