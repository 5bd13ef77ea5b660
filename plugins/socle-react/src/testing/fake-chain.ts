import {
  Chain,
  ChainNode,
  SourceStatus,
} from '@socle/backstage-plugin-socle-common';
import { ListedResource } from '../api/socle-api';
import { onlyClass, stacks, storageNodes } from './platform';

function node(
  id: string,
  rank: number,
  rankTitle: string,
  of: ListedResource,
): ChainNode {
  return {
    id,
    rank,
    rankTitle,
    ref: of.ref,
    area: of.area,
    system: of.system,
    state: 'present',
    health: of.health,
    facts: of.facts,
  };
}

/** The storage chain of one of the invented stacks. */
export function fakeChain(index: number, sources: SourceStatus[]): Chain {
  const { pod, claim, persistentVolume, volume, replicas } = stacks[index];
  const nodeOf = (replica: ListedResource) =>
    storageNodes.find(one => one.ref.name === replica.facts.nodeID) ??
    storageNodes[0];
  const nodes = [
    node('pod', 0, 'Pod', pod),
    node('claim', 1, 'Claim', claim),
    node('pv', 2, 'Persistent volume', persistentVolume),
    node('class', 3, 'Storage class', onlyClass),
    node('volume', 5, 'Volume', volume),
    ...replicas.map((one, at) => node(`replica-${at}`, 7, 'Replica', one)),
    ...replicas.map((one, at) =>
      node(`node-${at}`, 9, 'Storage node', nodeOf(one)),
    ),
  ];
  const edge = (from: string, to: string, rel: string, broken = false) => ({
    from,
    to,
    rel,
    broken,
  });
  const down = replicas.findIndex(one => one.health.status === 'failed');
  return {
    view: 'storage',
    nodes,
    edges: [
      edge('pod', 'claim', 'mounts'),
      edge('claim', 'pv', 'volume'),
      edge('pv', 'class', 'class'),
      edge('pv', 'volume', 'handle'),
      ...replicas.flatMap((_, at) => [
        edge('volume', `replica-${at}`, 'replica', at === down),
        edge(`replica-${at}`, `node-${at}`, 'node'),
      ]),
    ],
    break:
      volume.health.status === 'failed'
        ? {
            ref: volume.ref,
            reason: volume.health.reason ?? '',
            message: volume.health.message ?? '',
            runbook: volume.health.runbook,
            cause: {
              ref: nodeOf(replicas[down]).ref,
              reason: 'LonghornNodeDown',
              message: 'Storage node oak-3 is down.',
            },
          }
        : undefined,
    sources,
  };
}
