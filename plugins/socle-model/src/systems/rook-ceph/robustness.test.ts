import { hostileKinds } from '../__testUtils__/hostile-judging';
import { rookCeph } from '.';

const kinds = hostileKinds(rookCeph, {
  now: '2026-09-15T12:00:00Z',
  fields: [
    'ceph',
    'health',
    'details',
    'severity',
    'message',
    'lastChecked',
    'capacity',
    'bytesTotal',
    'bytesUsed',
    'phase',
    'state',
    'conditions',
    'type',
    'status',
    'replicated',
    'size',
    'failureDomain',
    'mirroringStatus',
    'summary',
    'info',
    'endpoint',
    'endpoints',
    'secure',
  ],
  words: [
    'HEALTH_OK',
    'HEALTH_WARN',
    'HEALTH_ERR',
    'Ready',
    'Progressing',
    'Failure',
    'Deleting',
    'Error',
    'http://store.example:80',
    '2026-09-15T11:00:00Z',
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
