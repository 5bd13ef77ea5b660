import { defineKind } from '../../definition/kind';
import { linkTo } from '../../definition/link';
import { Condition, condition } from '../../reading/conditions';
import { booleanAt, RawObject, stringAt } from '../../reading/raw';
import { inLonghorn, LONGHORN } from './api';
import { longhornConditions } from './longhorn-conditions';
import { DiskFacts, disksOf } from './node-disks';
import { judgeNode } from './node-health';

/** What Socle keeps of a Longhorn Node: the Kubernetes node as a place for copies. */
export type NodeFacts = {
  /** Status of the condition Ready. */
  ready?: string;
  conditions: Condition[];
  allowScheduling: boolean;
  /** By wish, or by Longhorn itself before the node is drained. */
  evicting?: 'requested' | 'automatic';
  region?: string;
  zone?: string;
  disks: DiskFacts[];
};

export const node = defineKind<NodeFacts>({
  ...LONGHORN,
  kind: 'Node',
  plural: 'nodes',
  project: raw => {
    const conditions = longhornConditions(raw);
    return {
      ready: condition(conditions, 'Ready')?.status,
      // What is well needs no words.
      conditions: conditions.map(one =>
        one.status === 'True' ? { type: one.type, status: one.status } : one,
      ),
      allowScheduling: booleanAt(raw, 'spec', 'allowScheduling') ?? true,
      ...evictingOf(raw),
      region: stringAt(raw, 'status', 'region'),
      zone: stringAt(raw, 'status', 'zone'),
      disks: disksOf(raw),
    };
  },
  provides: ({ facts }) =>
    facts.disks
      .filter(disk => disk.uuid)
      .map(disk => `longhornDisk:${disk.uuid}`),
  links: of => [
    linkTo('runsOn', { group: '', kind: 'Node', name: of.meta.name }, 'target'),
    ...[
      'storage-minimal-available-percentage',
      'storage-over-provisioning-percentage',
      'v2-data-engine',
    ].flatMap(name => inLonghorn('setting', of, 'Setting', name)),
  ],
  health: judgeNode,
  reasons: [
    {
      code: 'LonghornNodeNotReady',
      cause: 'Longhorn cannot use the node.',
      evidence: 'status.conditions[type=Ready]',
    },
    {
      code: 'LonghornNodeMountPropagation',
      cause: 'Mounts do not propagate, so no volume can be attached.',
      evidence: 'status.conditions[type=MountPropagation]',
    },
    {
      code: 'LonghornNodeNoDiskReady',
      cause: 'No disk of the node is usable.',
      evidence: 'status.diskStatus.*.conditions[type=Ready]',
    },
    {
      code: 'LonghornNodeDiskNotReady',
      cause: 'A disk of the node is not usable.',
      evidence: 'status.diskStatus.*.conditions[type=Ready]',
    },
    {
      code: 'LonghornNodeEvicting',
      cause: 'Copies are being moved away on request.',
      evidence: 'spec.evictionRequested',
      remedy: false,
    },
    {
      code: 'LonghornNodeMaintenance',
      cause: 'Takes no new copies on purpose.',
      evidence: 'spec.allowScheduling',
      remedy: false,
    },
    {
      code: 'LonghornNodeFull',
      cause: 'No disk of the node takes new copies.',
      evidence: 'status.diskStatus.*.conditions[type=Schedulable]',
    },
    {
      code: 'LonghornNodeDiskFull',
      cause: 'One disk of the node takes no new copies.',
      evidence: 'status.diskStatus.*.conditions[type=Schedulable]',
    },
    {
      code: 'LonghornNodeDiskFailing',
      cause: 'A disk says that it is failing.',
      evidence: 'status.diskStatus.*.healthData.*.healthStatus',
    },
    {
      code: 'LonghornNodeCheckFailed',
      cause: 'The node lacks something that Longhorn needs.',
      evidence: 'status.conditions',
    },
    {
      code: 'LonghornNodeCheckNotMade',
      cause: 'Longhorn could not check the node.',
      evidence: 'status.conditions',
    },
    {
      code: 'LonghornNodeStateUnknown',
      cause: 'Longhorn says nothing about the node or a disk.',
      evidence: 'status.conditions',
      remedy: false,
    },
    {
      code: 'LonghornNodeReady',
      cause: 'The node takes copies.',
      evidence: 'status.conditions[type=Ready]',
      remedy: false,
    },
  ],
  shows: ['region', 'zone'],
});

function evictingOf(raw: RawObject): Pick<NodeFacts, 'evicting'> {
  if (booleanAt(raw, 'spec', 'evictionRequested')) {
    return { evicting: 'requested' };
  }
  return booleanAt(raw, 'status', 'autoEvicting')
    ? { evicting: 'automatic' }
    : {};
}
