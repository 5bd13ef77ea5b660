import { defineKind } from '../../definition/kind';
import { linkTo } from '../../definition/link';
import { Resource } from '../../definition/resource';
import {
  degraded,
  HealthContext,
  healthy,
  unknown,
  Verdict,
} from '../../judging/verdict';
import { formatBytes, quantityAt } from '../../reading/quantities';
import { objectsAt, stringAt } from '../../reading/raw';

export type ZFSNodeFacts = {
  pools: { name: string; free?: number; used?: number }[];
};

/** The ZFS pools of a node. It has no status: what is found stands at the top. */
export const zfsNode = defineKind<ZFSNodeFacts>({
  group: 'zfs.openebs.io',
  kind: 'ZFSNode',
  plural: 'zfsnodes',
  versions: ['v1', 'v1alpha1'],
  namespaced: true,
  statusless: true,
  project: raw => ({
    pools: objectsAt(raw, 'pools').map(pool => ({
      name: stringAt(pool, 'name') ?? '',
      free: quantityAt(pool, 'free'),
      used: quantityAt(pool, 'used'),
    })),
  }),
  links: ({ meta }) => [
    linkTo('runsOn', { group: '', kind: 'Node', name: meta.name }, 'target'),
  ],
  health: judgeZFSNode,
  reasons: [
    {
      code: 'ZFSNodeNearlyFull',
      cause: 'A ZFS pool is nearly full.',
      evidence: 'pools.free',
    },
    {
      code: 'ZFSNodeReady',
      cause: 'The pools have space.',
      evidence: 'pools',
      remedy: false,
    },
    {
      code: 'ZFSNodeNoPools',
      cause: 'No pool was found, or its space is not told.',
      evidence: 'pools',
      remedy: false,
    },
  ],
});

function judgeZFSNode(
  { facts, meta }: Resource<ZFSNodeFacts>,
  { thresholds }: HealthContext,
): Verdict {
  const { pools } = facts;
  const full = pools.find(
    ({ free, used }) =>
      free !== undefined &&
      used !== undefined &&
      free + used > 0 &&
      (free / (free + used)) * 100 < thresholds.volumeGroupFreePercent,
  );
  if (full) {
    return degraded(
      'ZFSNodeNearlyFull',
      `${formatBytes(full.free!)} are left in pool ${full.name} of node ${
        meta.name
      }, ${formatBytes(full.used!)} are used.`,
      {
        evidence: [
          { path: `pools[name=${full.name}].free`, value: full.free ?? null },
        ],
      },
    );
  }
  const told = pools.filter(({ free }) => free !== undefined);
  if (told.length === 0 || told.length < pools.length) {
    return unknown(
      'ZFSNodeNoPools',
      pools.length === 0
        ? `No pool was found on node ${meta.name}: it can take no volumes.`
        : 'The space of a pool is not told.',
      { evidence: [{ path: 'pools', value: pools }] },
    );
  }
  return healthy(
    'ZFSNodeReady',
    `${told
      .map(({ name, free }) => `${name}: ${formatBytes(free!)} free`)
      .join('; ')}.`,
  );
}
