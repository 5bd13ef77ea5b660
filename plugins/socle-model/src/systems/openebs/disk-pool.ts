import { defineKind } from '../../definition/kind';
import { linkTo } from '../../definition/link';
import { Resource } from '../../definition/resource';
import { managedBy, trackingIdOf } from '../../definition/ownership';
import {
  degraded,
  failed,
  HealthContext,
  healthy,
  progressing,
  unknown,
  Verdict,
} from '../../judging/verdict';
import { formatBytes, quantityAt } from '../../reading/quantities';
import { RawObject, stringAt, stringsAt } from '../../reading/raw';

export type DiskPoolFacts = {
  node?: string;
  disks: string[];
  /** What the operator has done. */
  creation?: string;
  /** How the storage engine finds the pool. */
  state?: string;
  capacity?: number;
  used?: number;
  /** The mark of the Application, Kustomization or HelmRelease that it comes from. */
  trackingId?: string;
};

/** A disk of a node that Mayastor keeps replicas on. */
export const diskPool = defineKind<DiskPoolFacts>({
  group: 'openebs.io',
  kind: 'DiskPool',
  plural: 'diskpools',
  versions: ['v1beta3', 'v1beta2', 'v1beta1'],
  namespaced: true,
  title: 'Disk pools',
  judgesMissingStatus: true,
  project: projectPool,
  links: ({ facts }) => [
    ...managedBy(facts.trackingId),
    ...(facts.node
      ? [
          linkTo(
            'runsOn',
            { group: '', kind: 'Node', name: facts.node },
            'target',
          ),
        ]
      : []),
  ],
  health: judgePool,
  reasons: [
    {
      code: 'DiskPoolOnline',
      cause: 'The pool takes replicas.',
      evidence: 'status.pool_status',
      remedy: false,
    },
    {
      code: 'DiskPoolNearlyFull',
      cause: 'The pool is nearly full.',
      evidence: 'status.used',
    },
    {
      code: 'DiskPoolDegraded',
      cause: 'The storage engine finds the pool impaired.',
      evidence: 'status.pool_status',
    },
    {
      code: 'DiskPoolFaulted',
      cause: 'The pool is lost to the storage engine.',
      evidence: 'status.pool_status',
    },
    {
      code: 'DiskPoolChanging',
      cause: 'The pool is being made or taken down.',
      evidence: 'status.cr_state',
      remedy: false,
    },
    {
      code: 'DiskPoolStateUnknown',
      cause: 'How the pool is, is not told.',
      evidence: 'status.pool_status',
      remedy: false,
    },
  ],
  shows: ['disks'],
});

function projectPool(raw: RawObject): DiskPoolFacts {
  return {
    node: stringAt(raw, 'spec', 'node'),
    disks: stringsAt(raw, 'spec', 'disks'),
    creation: stringAt(raw, 'status', 'cr_state'),
    state: stringAt(raw, 'status', 'pool_status'),
    capacity: quantityAt(raw, 'status', 'capacity'),
    used: quantityAt(raw, 'status', 'used'),
    trackingId: trackingIdOf(raw, 'openebs.io', 'DiskPool'),
  };
}

function judgePool(
  { facts, meta }: Resource<DiskPoolFacts>,
  { thresholds, now }: HealthContext,
): Verdict {
  const { state, creation, node } = facts;
  const where = node ? ` of node ${node}` : '';
  const evidence = [
    { path: 'status.pool_status', value: state ?? null },
    { path: 'status.cr_state', value: creation ?? null },
  ];
  switch (state) {
    case 'Faulted':
      return failed(
        'DiskPoolFaulted',
        `The pool${where} is faulted: its replicas are lost to the volumes they are of.`,
        { evidence },
      );
    case 'Degraded':
      return degraded('DiskPoolDegraded', `The pool${where} is degraded.`, {
        evidence,
      });
    case 'Online':
      return onlinePool(facts, thresholds.diskPoolUsedPercent);
    default:
  }
  if (creation === 'Creating' || creation === 'Terminating') {
    return progressing(
      'DiskPoolChanging',
      creation === 'Creating'
        ? `The pool${where} is being made.`
        : `The pool${where} is being taken down.`,
      {
        evidence,
        ...(creation === 'Terminating'
          ? { progressingSince: meta.deleting ?? now }
          : {}),
      },
    );
  }
  return unknown(
    'DiskPoolStateUnknown',
    state === undefined
      ? `How the pool${where} is, is not told.`
      : `The storage engine reports "${state}" of the pool${where}.`,
    { evidence },
  );
}

function onlinePool(
  { capacity, used, node }: DiskPoolFacts,
  limit: number,
): Verdict {
  const where = node ? ` on node ${node}` : '';
  if (capacity === undefined || used === undefined || capacity <= 0) {
    return healthy('DiskPoolOnline', `Online${where}; its use is not told.`);
  }
  const percent = (used / capacity) * 100;
  const figures = `${Math.floor(percent)} % used (${formatBytes(
    used,
  )} of ${formatBytes(capacity)})`;
  return percent >= limit
    ? degraded('DiskPoolNearlyFull', `Online${where}, ${figures}.`, {
        evidence: [
          { path: 'status.used', value: used },
          { path: 'status.capacity', value: capacity },
        ],
      })
    : healthy('DiskPoolOnline', `Online${where}, ${figures}.`);
}
