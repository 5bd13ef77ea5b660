import { Chain, ChainNode } from '@socle/backstage-plugin-socle-common';
import { OutsideThing } from '../config/outside';

/**
 * A chain with the origins that only the configuration knows (`socle.outside[].provides`): the Terraform stack that
 * fills Vault stands behind the Vault that a chain ends at. What the chain shows of the system and leads no further
 * points to it.
 */
export function withOrigins(
  chain: Chain,
  cluster: string,
  outside: readonly OutsideThing[],
): Chain {
  const leads = new Set(chain.edges.map(edge => edge.from));
  const rank = Math.max(0, ...chain.nodes.map(node => node.rank)) + 1;
  const nodes: ChainNode[] = [];
  const edges: Chain['edges'] = [];
  for (const { component, provides, ...thing } of outside) {
    const ends = chain.nodes.filter(
      node =>
        thing.cluster === cluster &&
        node.system !== undefined &&
        provides.includes(node.system) &&
        !leads.has(node.id),
    );
    if (ends.length > 0) {
      const node = originNode(component.name, component.title, cluster, rank);
      nodes.push(node);
      ends.forEach(end =>
        edges.push({
          from: end.id,
          to: node.id,
          rel: 'origin',
          broken: false,
        }),
      );
    }
  }
  return nodes.length > 0
    ? {
        ...chain,
        nodes: [...chain.nodes, ...nodes],
        edges: [...chain.edges, ...edges],
      }
    : chain;
}

function originNode(
  name: string,
  title: string,
  cluster: string,
  rank: number,
): ChainNode {
  return {
    id: `outside/${name}`,
    ref: { cluster, apiVersion: 'socle.dev/v1', kind: 'Outside', name: title },
    rank,
    rankTitle: 'Outside',
    state: 'notRead',
    health: {
      status: 'unknown',
      reason: 'NotProbed',
      message: `${title} is declared in the configuration; nothing is asked of it.`,
    },
    facts: {},
  };
}
