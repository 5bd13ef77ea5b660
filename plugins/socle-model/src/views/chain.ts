import {
  Chain,
  ChainEdge,
  ChainNode,
} from '@socle/backstage-plugin-socle-common';
import { KindId, kindId } from '../definition/kind';
import { Link } from '../definition/link';
import { Resource } from '../definition/resource';
import { neighboursAt } from '../graph/context';
import { healthOf } from '../graph/health-of';
import type { ResourceStore } from '../graph/store';
import { refOf } from '../graph/stored-resource';
import { findBreak } from './break';
import { boxId, missingNode } from './missing';
import { withoutDetours } from './reduce';
import { ViewDefinition } from './view';

const DEFAULT_LIMIT = 30;
/** What a link is called by who makes the object at its other end. */
const WRITES = 'creates';

/** A box while the chain is put together. */
export interface Box {
  node: ChainNode;
  resource?: Resource;
}

/**
 * The chain through one resource: what it needs to the right of it, and what needs it to the left.
 * What a link names and is not there is a box too, absent or not read.
 * @public
 */
export function buildChain(
  store: ResourceStore,
  cluster: string,
  view: ViewDefinition,
  start: Resource,
): Chain {
  const ranks = new Map<KindId, number[]>();
  view.ranks.forEach((rank, index) =>
    rank.kinds.forEach(kind =>
      ranks.set(kind, [...(ranks.get(kind) ?? []), index]),
    ),
  );
  const rankOf = (resource: Resource): number | undefined =>
    ranks.get(kindId(resource.kind))?.find(index => {
      const { where } = view.ranks[index];
      return !where || where(resource);
    });
  const boxes = new Map<string, Box>();
  const edges = new Map<string, ChainEdge>();
  const drawn = new Map<number, number>();

  const place = (resource: Resource): boolean => {
    const ref = refOf(resource, cluster);
    const id = boxId(ref);
    if (boxes.has(id)) {
      return false;
    }
    const rank = rankOf(resource)!;
    const already = drawn.get(rank) ?? 0;
    if (already >= (view.ranks[rank].limit ?? DEFAULT_LIMIT)) {
      return false;
    }
    drawn.set(rank, already + 1);
    boxes.set(id, {
      resource,
      node: {
        id,
        ref,
        rank,
        rankTitle: view.ranks[rank].title,
        area: resource.area,
        system: resource.system,
        state: 'present',
        health: healthOf(resource, cluster, store.registry),
        facts: resource.facts,
      },
    });
    return true;
  };

  /** What is not read (a Secret, where its list is not permitted) still has others that name it: the chain goes on. */
  const placeBeyond = (through: Link, rank: number, id: string): Resource[] => {
    const found: Resource[] = [];
    for (const { from, link } of store.linkersTo(through.to)) {
      if ((rankOf(from) ?? -1) > rank) {
        if (place(from)) found.push(from);
        connect(edges, boxes, id, boxId(refOf(from, cluster)), link.rel);
      }
    }
    return found;
  };

  const placeMissing = (
    link: Link,
    state: 'absent' | 'notRead',
    from: Resource,
  ): Resource[] => {
    const kind = link.kinds.find(one => ranks.has(one));
    // What an object that is not there would be like cannot be told: it stands in the last column of its kind.
    const rank = kind === undefined ? undefined : ranks.get(kind)!.at(-1);
    const fromRank = rankOf(from)!;
    if (kind === undefined || rank === undefined || rank <= fromRank) return [];
    const node = missingNode(cluster, kind, link, state);
    if (!node) return [];
    const isNew = !boxes.has(node.id);
    if (isNew) {
      const { title } = view.ranks[rank];
      boxes.set(node.id, { node: { ...node, rank, rankTitle: title } });
    }
    connect(edges, boxes, boxId(refOf(from, cluster)), node.id, link.rel);
    return isNew ? placeBeyond(link, rank, node.id) : [];
  };

  /** What it should have written and is not there stands before it, and before that who waits for it. */
  const placeMissingBefore = (
    link: Link,
    state: 'absent' | 'notRead',
    writer: Resource,
  ): Resource[] => {
    const kind = link.kinds.find(one => ranks.has(one));
    const rank = kind === undefined ? undefined : ranks.get(kind)!.at(-1);
    if (
      link.rel !== WRITES ||
      kind === undefined ||
      rank === undefined ||
      rank >= rankOf(writer)!
    ) {
      return [];
    }
    const users = [...store.linkersTo(link.to)].filter(
      ({ from }) => (rankOf(from) ?? rank) < rank,
    );
    const needed = users.find(one => one.link.depends === 'target')?.link;
    const node = missingNode(cluster, kind, needed ?? link, state);
    if (!node) return [];
    if (!boxes.has(node.id)) {
      const { title } = view.ranks[rank];
      boxes.set(node.id, { node: { ...node, rank, rankTitle: title } });
    }
    connect(edges, boxes, node.id, boxId(refOf(writer, cluster)), link.rel);
    return users.flatMap(({ from, link: use }) => {
      const isNew = place(from);
      connect(edges, boxes, boxId(refOf(from, cluster)), node.id, use.rel);
      return isNew ? [from] : [];
    });
  };

  const walk = (resource: Resource, down: boolean) => {
    const rank = rankOf(resource)!;
    const next: Resource[] = [];
    const meet = (other: Resource, rel: string) => {
      const otherRank = rankOf(other);
      if (otherRank === undefined || otherRank === rank) return;
      if (otherRank > rank !== down) return;
      const isNew = place(other);
      const [from, to] = down ? [resource, other] : [other, resource];
      connect(
        edges,
        boxes,
        boxId(refOf(from, cluster)),
        boxId(refOf(to, cluster)),
        rel,
      );
      if (isNew) next.push(other);
    };
    for (const link of store.linksOf(resource)) {
      for (const neighbour of neighboursAt(store, link)) {
        if (neighbour.state === 'present') {
          meet(neighbour.resource, link.rel);
        } else {
          const placeIt = down ? placeMissing : placeMissingBefore;
          next.push(...placeIt(link, neighbour.state, resource));
        }
      }
    }
    const incoming = [...store.linkersOf(resource)].sort(
      (a, b) => (b.from.meta.created ?? 0) - (a.from.meta.created ?? 0),
    );
    incoming.forEach(({ from, link }) => meet(from, link.rel));
    next.forEach(other => walk(other, down));
  };

  if (rankOf(start) !== undefined) {
    place(start);
    walk(start, true);
    walk(start, false);
  }
  placeParts(store, view, boxes, edges);
  const kept = withoutDetours([...edges.values()]);
  const nodes = [...boxes.values()]
    .map(box => box.node)
    .sort((a, b) => a.rank - b.rank || a.ref.name.localeCompare(b.ref.name));
  const found = findBreak(store, cluster, view, boxes, kept, start);
  return {
    view: view.id,
    nodes,
    edges: kept,
    ...(found ? { break: found } : {}),
    sources: [],
  };
}

function connect(
  edges: Map<string, ChainEdge>,
  boxes: Map<string, Box>,
  from: string,
  to: string,
  rel: string,
) {
  const id = `${from}>${to}`;
  const target = boxes.get(to);
  if (target && boxes.has(from) && !edges.has(id)) {
    const { status } = target.node.health;
    edges.set(id, { from, to, rel, broken: status === 'failed' });
  }
}

/** Boxes for what is inside an object, between it and what links to it. */
function placeParts(
  store: ResourceStore,
  view: ViewDefinition,
  boxes: Map<string, Box>,
  edges: Map<string, ChainEdge>,
) {
  for (const part of view.parts ?? []) {
    const rank = view.ranks.findIndex(one => one.title === part.rank);
    for (const { resource, node } of [...boxes.values()]) {
      if (!resource || kindId(resource.kind) !== part.of) continue;
      for (const piece of part.parts(resource)) {
        const users = [...boxes.values()].filter(
          box =>
            box.resource &&
            store
              .linksOf(box.resource)
              .some(link => piece.keys?.includes(link.to)),
        );
        if (piece.keys && users.length === 0) continue;
        const ref = {
          ...node.ref,
          uid: undefined,
          kind: piece.kind,
          name: piece.name,
        };
        const id = `${node.id}#${piece.name}`;
        boxes.set(id, {
          node: {
            id,
            ref,
            rank,
            rankTitle: part.rank,
            area: resource.area,
            system: resource.system,
            state: 'present',
            health: piece.health,
            facts: piece.facts,
          },
        });
        const outward = rank > node.rank ? [node.id, id] : [id, node.id];
        connect(edges, boxes, outward[0], outward[1], 'holds');
        if (rank < node.rank) {
          users.forEach(user =>
            connect(edges, boxes, user.node.id, id, 'disk'),
          );
        }
      }
    }
  }
}
