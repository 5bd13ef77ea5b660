import { hostileKinds } from '../__testUtils__/hostile-judging';
import { kubelet } from '.';

const kinds = hostileKinds(kubelet, {
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

describe.each(kinds)('%s', (_, kind) => {
  it('judges whatever it is given, in words and with evidence', () => {
    expect(kind.judgesAnything).not.toThrow();
  });

  it('is never healthy without a status, or with one of another type', () => {
    expect(kind.needsItsStatus).not.toThrow();
  });
});
