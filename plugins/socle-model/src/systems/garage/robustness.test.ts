import { hostileKinds } from '../__testUtils__/hostile-judging';
import { garage } from '.';

const kinds = hostileKinds(garage, {
  fields: [
    'health',
    'status',
    'storageNodes',
    'storageNodesOk',
    'partitions',
    'partitionsQuorum',
    'partitionsAllOk',
    'nodes',
    'nodesTold',
    'id',
    'isUp',
    'role',
    'zone',
    'capacity',
    'draining',
    'garageVersion',
    'dataPartition',
    'available',
    'total',
    'layout',
    'roles',
    'history',
    'active',
    'workers',
    'consecutiveErrors',
    'state',
    'blockErrors',
    'count',
    'refused',
    'plain',
    'bytes',
    'objects',
    'quotas',
    'maxSize',
    'expired',
    'expiration',
    'cluster',
  ],
  words: ['healthy', 'degraded', 'unavailable', 'idle', '2026-09-20T00:00:00Z'],
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
