import { ResourceItem } from '@socle/backstage-plugin-socle-common';
import { Disk, disksOf, diskUse, totalUse } from './disks';

const GIB = 1024 ** 3;
const disk = (of: Partial<Disk>): Disk => ({ id: 'a', name: 'a', ...of });

describe('diskUse', () => {
  it.each([
    [
      { maximum: 100, available: 40, reserved: 10 },
      { maximum: 100, used: 60, reserved: 10, free: 30 },
    ],
    [
      { maximum: 100, available: 5, reserved: 10 },
      { maximum: 100, used: 95, reserved: 5, free: 0 },
    ],
    [
      { maximum: 100, available: 100 },
      { maximum: 100, used: 0, reserved: 0, free: 100 },
    ],
    [
      { maximum: 100, available: 120 },
      { maximum: 100, used: 0, reserved: 0, free: 100 },
    ],
  ])('divides %j', (given, use) => {
    expect(diskUse(disk(given))).toEqual(use);
  });

  it.each([
    {},
    { maximum: 100 },
    { available: 3 },
    { maximum: 0, available: 0 },
  ])('does not guess at %j', given => {
    expect(diskUse(disk(given))).toBeUndefined();
  });
});

describe('totalUse', () => {
  it('adds what is known and counts what is not', () => {
    expect(
      totalUse([
        disk({ maximum: 100 * GIB, available: 40 * GIB, reserved: 10 * GIB }),
        disk({ maximum: 50 * GIB, available: 50 * GIB }),
        disk({}),
      ]),
    ).toEqual({
      maximum: 150 * GIB,
      used: 60 * GIB,
      reserved: 10 * GIB,
      free: 80 * GIB,
      unknown: 1,
    });
  });
});

describe('disksOf', () => {
  const node = (disks: ResourceItem['facts'][string]): ResourceItem => ({
    ref: {
      cluster: 'atlas',
      apiVersion: 'longhorn.io/v1beta2',
      kind: 'Node',
      name: 'oak-1',
    },
    system: 'longhorn',
    area: 'storage',
    health: { status: 'healthy' },
    facts: { disks },
  });

  it('reads what a node says of its disks', () => {
    expect(
      disksOf(
        node([{ name: 'default', uuid: 'u1', maximum: 3, ready: false }]),
      ),
    ).toEqual([
      expect.objectContaining({
        id: 'u1',
        name: 'default',
        maximum: 3,
        ready: false,
      }),
    ]);
  });

  it.each([undefined, null, 'disks', {}, [1, null, 'x', []]])(
    'survives %j',
    disks => {
      expect(disksOf(node(disks))).toEqual([]);
    },
  );
});
