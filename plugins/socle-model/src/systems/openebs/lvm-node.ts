import { defineKind } from '../../definition/kind';
import { linkTo } from '../../definition/link';
import { Resource } from '../../definition/resource';
import {
  degraded,
  failed,
  HealthContext,
  healthy,
  unknown,
  Verdict,
} from '../../judging/verdict';
import { formatBytes, quantityAt } from '../../reading/quantities';
import { numberAt, objectsAt, RawObject, stringAt } from '../../reading/raw';

/** A volume group; sizes are bytes. */
export type VolumeGroup = {
  name: string;
  size?: number;
  free?: number;
  missing?: number;
};

export type LVMNodeFacts = { groups: VolumeGroup[] };

/** The volume groups that LVM finds on a node. It has no status: what is found stands at the top. */
export const lvmNode = defineKind<LVMNodeFacts>({
  group: 'local.openebs.io',
  kind: 'LVMNode',
  plural: 'lvmnodes',
  versions: ['v1alpha1'],
  namespaced: true,
  statusless: true,
  project: raw => ({ groups: groupsOf(raw) }),
  links: ({ meta }) => [
    linkTo('runsOn', { group: '', kind: 'Node', name: meta.name }, 'target'),
  ],
  health: judgeLVMNode,
  reasons: [
    {
      code: 'LVMNodeDiskMissing',
      cause: 'A disk of a volume group is missing.',
      evidence: 'volumeGroups.missingPvCount',
    },
    {
      code: 'LVMNodeNearlyFull',
      cause: 'A volume group is nearly full.',
      evidence: 'volumeGroups.free',
    },
    {
      code: 'LVMNodeReady',
      cause: 'The volume groups are whole and have space.',
      evidence: 'volumeGroups',
      remedy: false,
    },
    {
      code: 'LVMNodeNoGroups',
      cause: 'No volume group was found on the node.',
      evidence: 'volumeGroups',
      remedy: false,
    },
  ],
});

function groupsOf(raw: RawObject): VolumeGroup[] {
  return objectsAt(raw, 'volumeGroups').map(group => ({
    name: stringAt(group, 'name') ?? '',
    size: quantityAt(group, 'size'),
    free: quantityAt(group, 'free'),
    missing: numberAt(group, 'missingPvCount'),
  }));
}

function judgeLVMNode(
  { facts, meta }: Resource<LVMNodeFacts>,
  { thresholds }: HealthContext,
): Verdict {
  const { groups } = facts;
  const lost = groups.find(({ missing = 0 }) => missing > 0);
  if (lost) {
    return failed(
      'LVMNodeDiskMissing',
      `${
        lost.missing === 1 ? '1 disk is' : `${lost.missing} disks are`
      } missing in volume group ${lost.name} of node ${meta.name}.`,
      {
        evidence: [
          {
            path: `volumeGroups[name=${lost.name}].missingPvCount`,
            value: lost.missing ?? null,
          },
        ],
      },
    );
  }
  const full = groups.find(
    ({ size, free }) =>
      size !== undefined &&
      size > 0 &&
      free !== undefined &&
      (free / size) * 100 < thresholds.volumeGroupFreePercent,
  );
  if (full) {
    return degraded(
      'LVMNodeNearlyFull',
      `${formatBytes(full.free!)} of ${formatBytes(
        full.size!,
      )} are left in volume group ${full.name} of node ${meta.name}.`,
      {
        evidence: [
          {
            path: `volumeGroups[name=${full.name}].free`,
            value: full.free ?? null,
          },
        ],
      },
    );
  }
  const told = groups.filter(
    ({ size, free }) => size !== undefined && free !== undefined,
  );
  if (told.length === 0 || told.length < groups.length) {
    return unknown(
      'LVMNodeNoGroups',
      groups.length === 0
        ? `No volume group was found on node ${meta.name}: it can take no volumes.`
        : 'The size of a volume group is not told.',
      { evidence: [{ path: 'volumeGroups', value: groups }] },
    );
  }
  return healthy(
    'LVMNodeReady',
    `${told
      .map(
        ({ name, size, free }) =>
          `${name}: ${formatBytes(free!)} of ${formatBytes(size!)} free`,
      )
      .join('; ')}.`,
  );
}
