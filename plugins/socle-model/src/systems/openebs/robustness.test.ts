import { hostileKinds } from '../__testUtils__/hostile-judging';
import { openebs } from '.';

const kinds = hostileKinds(openebs, {
  now: '2026-09-15T12:00:00Z',
  statusless: ['LVMNode', 'ZFSNode'],
  fields: [
    'state',
    'error',
    'code',
    'message',
    'ownerNodeID',
    'capacity',
    'volGroup',
    'poolName',
    'volumeGroups',
    'pools',
    'name',
    'size',
    'free',
    'used',
    'missingPvCount',
    'pool_status',
    'cr_state',
    'node',
    'disks',
  ],
  words: [
    'Ready',
    'Pending',
    'Failed',
    'Online',
    'Degraded',
    'Faulted',
    'Creating',
    'Terminating',
    'Unknown',
    '10Gi',
    '1073741824',
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
