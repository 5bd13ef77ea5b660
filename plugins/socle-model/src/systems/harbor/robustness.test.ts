import { hostileKinds } from '../__testUtils__/hostile-judging';
import { harbor } from '.';

const kinds = hostileKinds(harbor, {
  fields: [
    'instance',
    'endpoints',
    'id',
    'registryId',
    'metadata',
    'prevent_vul',
    'severity',
    'enable_content_trust',
    'health',
    'status',
    'components',
    'name',
    'error',
    'readOnly',
    'version',
    'refused',
    'hard',
    'used',
    'disable',
    'expiresAt',
    'enabled',
    'trigger',
    'cron',
    'source',
    'destination',
    'runs',
    'run',
    'start',
    'end',
    'total',
    'failed',
    'told',
    'scan',
    'critical',
    'high',
    'ended',
    'signature',
    'repository',
    'type',
  ],
  words: [
    'healthy',
    'unhealthy',
    'Success',
    'Succeed',
    'Failed',
    'InProgress',
    'Critical',
    'scheduled',
    '0 0 0 * * *',
    'none',
    '2026-09-14T00:00:00Z',
    '1788220800',
  ],
  // A limit below nought and a term below nought are all there is to say.
  statusless: ['Quota', 'Robot'],
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
