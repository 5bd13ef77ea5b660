import { Resource } from '../../definition/resource';
import {
  degraded,
  failed,
  HealthContext,
  Verdict,
} from '../../judging/verdict';
import type { VolumeFacts } from './persistent-volume';
import { homesOf, isUntied } from './volume-homes';

type Volume = Resource<VolumeFacts>;

/** The nodes that hold the data, where none of them works; undefined where one does or it cannot be told. */
export function nodesDown(
  { facts }: Volume,
  context: HealthContext,
): { names: string; how: string } | undefined {
  const nodes = context.targets('storedOn');
  const gone = nodes.filter(node => node.state === 'absent').length;
  const down = nodes.flatMap(node =>
    node.state === 'present' && node.resource.verdict.status === 'failed'
      ? [node.resource]
      : [],
  );
  if (nodes.length === 0 || gone + down.length < nodes.length) {
    return undefined;
  }
  return {
    names: homesOf(facts).join(', '),
    how: down.length > 0 ? 'which is down' : 'which does not exist any more',
  };
}

/** The data are on nodes of which none works. */
export function onDeadNode(
  volume: Volume,
  context: HealthContext,
): Verdict | undefined {
  const down = nodesDown(volume, context);
  return (
    down &&
    failed(
      'PersistentVolumeNodeDown',
      `The data are on node ${down.names} only, ${down.how}.`,
      {
        evidence: [
          volume.facts.hosts
            ? { path: 'spec.nodeAffinity', value: volume.facts.hosts }
            : {
                path: 'metadata.annotations.hostPathProvisionerIdentity',
                value: volume.facts.identityNode,
              },
        ],
      },
    )
  );
}

/** A pod may start on another node than that which holds the directory, and there find an empty one. */
export function notTied(
  { facts }: Volume,
  context: HealthContext,
): Verdict | undefined {
  if (!isUntied(facts)) {
    return undefined;
  }
  const nodes = context
    .targets('couldStartOn')
    .flatMap(node => (node.state === 'present' ? node.resource.meta.name : []));
  return nodes.length > 1
    ? degraded(
        'PersistentVolumeNotTied',
        `The volume is not tied to ${
          facts.identityNode
            ? `node ${facts.identityNode}, where its directory is`
            : 'the node that holds its directory'
        }: on another of the ${
          nodes.length
        } nodes a pod would find an empty one.`,
        { evidence: [{ path: 'spec.nodeAffinity', value: null }] },
      )
    : undefined;
}

/** Directories and logical volumes of a node share its disk with everything else there. */
export function underDiskPressure(
  { facts }: Volume,
  context: HealthContext,
): Verdict | undefined {
  if (facts.source !== 'hostPath' && facts.source !== 'local') {
    return undefined;
  }
  for (const node of context.targets('storedOn')) {
    const verdict =
      node.state === 'present' ? node.resource.verdict : undefined;
    if (
      node.state === 'present' &&
      verdict?.status === 'degraded' &&
      JSON.stringify([verdict.reason, verdict.message]).includes('DiskPressure')
    ) {
      const { name } = node.resource.meta;
      return degraded(
        'PersistentVolumeNodeDiskPressure',
        `The disk of node ${name}, which holds the data, is nearly full.`,
        {
          evidence: [
            {
              of: node.resource,
              path: 'status.conditions[type=DiskPressure].status',
              value: 'True',
            },
          ],
        },
      );
    }
  }
  return undefined;
}
