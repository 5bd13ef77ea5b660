import {
  degraded,
  failed,
  healthy,
  unknown,
  Verdict,
} from '../../judging/verdict';
import type { ClusterFacts } from './cluster';
import { namesOf } from './node-names';

/**
 * What GetClusterHealth says. Garage computes its word from the figures; where the two do not agree, the worse counts.
 */
export function judgeFigures(facts: ClusterFacts): Verdict {
  const { status, storageNodes: nodes, storageNodesOk: up } = facts;
  const {
    partitions,
    partitionsQuorum: quorum,
    partitionsAllOk: whole,
  } = facts;
  const evidence = [
    { path: 'status.health.status', value: status ?? null },
    { path: 'status.health.storageNodesOk', value: up ?? null },
    { path: 'status.health.partitionsQuorum', value: quorum ?? null },
  ];
  if (nodes === 0) {
    // The figures of an empty layout say that all of nothing is well.
    return unknown('GarageNoLayout', 'No layout: no storage node is set up.', {
      evidence: [{ path: 'status.health.storageNodes', value: 0 }],
    });
  }
  const lost = below(quorum, partitions);
  if (status === 'unavailable' || lost) {
    const missing = (partitions ?? 0) - (quorum ?? 0);
    return failed(
      'GarageQuorumLost',
      `Quorum lost${
        lost ? ` for ${missing} of ${partitions} partitions` : ''
      }; reads and writes fail there${aside(facts)}.`,
      { evidence },
    );
  }
  if (status !== 'healthy' && status !== 'degraded') {
    return unknown(
      'GarageHealthUnclear',
      status === undefined
        ? 'The health answer has no status.'
        : `The status "${status}" is not known.`,
      { evidence },
    );
  }
  if (status === 'degraded' || below(up, nodes) || below(whole, partitions)) {
    const counted =
      nodes !== undefined && up !== undefined
        ? `${up} of ${nodes} storage nodes up`
        : 'Some storage nodes are away';
    const copies =
      partitions !== undefined && whole !== undefined
        ? `; all ${partitions} partitions have a quorum, ${whole} are fully copied`
        : '';
    return degraded(
      'GarageNodesMissing',
      `${counted}${aside(facts)}${copies}.`,
      { evidence },
    );
  }
  if (nodes === undefined || partitions === undefined) {
    return unknown(
      'GarageHealthUnclear',
      'The status is healthy, but the figures that it rests on are missing.',
      { evidence },
    );
  }
  return healthy(
    'GarageHealthy',
    `${
      up ?? nodes
    } of ${nodes} storage nodes up, all ${partitions} partitions complete.`,
  );
}

function below(part: number | undefined, all: number | undefined): boolean {
  return part !== undefined && all !== undefined && part < all;
}

/** Which nodes are away, where the list of nodes is there as well. */
function aside(facts: ClusterFacts): string {
  const down = facts.nodes.filter(node => node.storage && node.isUp === false);
  return down.length > 0 ? ` (${namesOf(down)})` : '';
}
