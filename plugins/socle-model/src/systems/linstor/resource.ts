import { defineKind } from '../../definition/kind';
import { Link, linkTo } from '../../definition/link';
import { Resource } from '../../definition/resource';
import { booleanAt, numberAt, objectsAt, stringAt } from '../../reading/raw';
import { judgeResource } from './resource-health';
import { TOLD } from './told';

/** One copy, or one node without a copy that uses the resource. */
export type Copy = {
  node: string;
  /** Worst `disk_state` of its volumes. */
  disk: string;
  diskful: boolean;
  suspended?: boolean;
  /** Percent of a synchronisation that runs. */
  progress?: number;
};

export type ResourceFacts = { group?: string; copies?: Copy[] };

/** A replicated block device; its name is the handle of the PersistentVolume. */
export const linstorResource = defineKind<ResourceFacts>({
  ...TOLD,
  kind: 'Resource',
  plural: 'resources',
  title: 'LINSTOR resources',
  project: raw => {
    const copies = objectsAt(raw, 'status', 'copies').map(one => ({
      node: stringAt(one, 'node') ?? '',
      disk: stringAt(one, 'disk') ?? '',
      diskful: booleanAt(one, 'diskful') ?? false,
      ...(booleanAt(one, 'suspended') ? { suspended: true } : {}),
      ...(numberAt(one, 'progress') === undefined
        ? {}
        : { progress: numberAt(one, 'progress') }),
    }));
    return {
      group: stringAt(raw, 'spec', 'group'),
      ...(copies.length > 0 ? { copies } : {}),
    };
  },
  provides: ({ meta }) => [`volumeHandle:linstor.csi.linbit.com/${meta.name}`],
  links: resourceLinks,
  health: judgeResource,
  reasons: [
    {
      code: 'LinstorResourceInSync',
      cause: 'All wanted copies are up to date.',
      evidence: 'status.copies',
      remedy: false,
    },
    {
      code: 'LinstorResourceDegraded',
      cause: 'Fewer copies are up to date than wanted.',
      evidence: 'status.copies',
    },
    {
      code: 'LinstorResourceFailed',
      cause: 'No copy is up to date.',
      evidence: 'status.copies',
    },
    {
      code: 'LinstorResourceSuspended',
      cause: 'Input and output are suspended, as for want of a quorum.',
      evidence: 'status.copies.suspended',
    },
    {
      code: 'LinstorResourceNotTold',
      cause: 'Nothing is told of its copies.',
      evidence: 'status.copies',
      remedy: false,
    },
  ],
});

function resourceLinks({ meta, facts }: Resource<ResourceFacts>): Link[] {
  const { namespace } = meta;
  const to = (rel: string, kind: string, name: string, needs: boolean) =>
    linkTo(
      rel,
      { group: TOLD.group, kind, namespace, name },
      needs ? 'target' : undefined,
    );
  return [
    ...(facts.group ? [to('group', 'ResourceGroup', facts.group, false)] : []),
    ...(facts.copies ?? [])
      .filter(({ diskful, node }) => diskful && node)
      .map(({ node }) => to('storedOn', 'Node', node, true)),
  ];
}
