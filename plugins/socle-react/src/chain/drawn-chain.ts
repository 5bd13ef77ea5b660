import {
  Chain,
  ChainNode,
  refPath,
} from '@socle/backstage-plugin-socle-common';
import { markOf } from '../health/health-mark';

/** A box of the drawing: one resource, or several healthy ones of one kind drawn as one. */
export interface ChainBox {
  id: string;
  rank: number;
  rankTitle: string;
  nodes: ChainNode[];
  isBreak: boolean;
}

/** An arrow of the drawing. */
export interface ChainArrow {
  id: string;
  from: string;
  to: string;
  broken: boolean;
}

/** A chain as it is drawn. */
export interface DrawnChain {
  boxes: ChainBox[];
  arrows: ChainArrow[];
}

function isQuiet(node: ChainNode): boolean {
  const mark = markOf(node.health);
  return node.state === 'present' && (mark === 'healthy' || mark === 'noState');
}

/** Nodes that are in trouble, or from which something in trouble can be reached. */
function leadingToTrouble(chain: Chain): Set<string> {
  const causes = [chain.break?.ref, chain.break?.cause?.ref]
    .filter(ref => ref !== undefined)
    .map(refPath);
  const leading = new Set<string>();
  const waiting = chain.nodes
    .filter(node => !isQuiet(node) || causes.includes(refPath(node.ref)))
    .map(node => node.id);
  const dependants = new Map<string, string[]>();
  for (const edge of chain.edges) {
    dependants.set(edge.to, [...(dependants.get(edge.to) ?? []), edge.from]);
    if (edge.broken) {
      waiting.push(edge.from, edge.to);
    }
  }
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (!leading.has(id)) {
      leading.add(id);
      waiting.push(...(dependants.get(id) ?? []));
    }
  }
  return leading;
}

/**
 * Decides what is drawn: healthy resources of one kind and rank that lead to no trouble become one box,
 * unless their group was opened.
 */
export function drawnChain(
  chain: Chain,
  options: { collapse: boolean; opened: ReadonlySet<string> },
): DrawnChain {
  const leading = leadingToTrouble(chain);
  const boxes = new Map<string, ChainBox>();
  const boxOf = new Map<string, string>();
  const breakPath = chain.break && refPath(chain.break.ref);

  const groupIdOf = (node: ChainNode) =>
    `group:${node.rank}:${node.ref.apiVersion}:${node.ref.kind}`;
  const groupSizes = new Map<string, number>();
  for (const node of chain.nodes) {
    if (isQuiet(node) && !leading.has(node.id)) {
      const id = groupIdOf(node);
      groupSizes.set(id, (groupSizes.get(id) ?? 0) + 1);
    }
  }

  for (const node of chain.nodes) {
    const groupId = groupIdOf(node);
    const grouped =
      options.collapse &&
      isQuiet(node) &&
      !leading.has(node.id) &&
      (groupSizes.get(groupId) ?? 0) > 1 &&
      !options.opened.has(groupId);
    const id = grouped ? groupId : node.id;
    const box = boxes.get(id) ?? {
      id,
      rank: node.rank,
      rankTitle: node.rankTitle,
      nodes: [],
      isBreak: refPath(node.ref) === breakPath,
    };
    box.nodes.push(node);
    boxes.set(id, box);
    boxOf.set(node.id, id);
  }

  const arrows = new Map<string, ChainArrow>();
  for (const edge of chain.edges) {
    const from = boxOf.get(edge.from);
    const to = boxOf.get(edge.to);
    if (from === undefined || to === undefined || from === to) {
      continue;
    }
    const id = `${from} ${to}`;
    arrows.set(id, {
      id,
      from,
      to,
      broken: edge.broken || (arrows.get(id)?.broken ?? false),
    });
  }
  return { boxes: [...boxes.values()], arrows: [...arrows.values()] };
}
