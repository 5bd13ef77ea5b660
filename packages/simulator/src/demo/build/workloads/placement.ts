import { DemoNode, DemoWorkload } from '../../platform';
import { isBroken } from './of-workload';

/** How long the taint manager waits before it evicts pods from a node that is silent. */
const TOLERATION_MINUTES = 5;

/** Where a pod runs, and since when if that is not as long as its workload. */
export interface Seat {
  node: DemoNode;
  /** It came here when its predecessor was evicted from a silent node. */
  replaces?: { node: DemoNode; evictedMinutes: number };
  /** Its node went silent, and no other pod may take its name and volume: it stays Terminating. */
  evictedMinutes?: number;
}

/**
 * Spreads pods over the workers, the same at each start. What stood on a silent node was evicted and stands elsewhere.
 */
export class Placement {
  private next = 0;
  private readonly workers: DemoNode[];
  private readonly open: DemoNode[];

  constructor(private readonly nodes: DemoNode[]) {
    this.workers = nodes.filter(node => !node.controlPlane);
    this.open = this.workers.filter(node => !node.silentMinutes);
  }

  seatsOf(workload: DemoWorkload): Seat[] {
    if (workload.kind === 'DaemonSet') {
      return this.nodes.map(node => ({ node }));
    }
    if (workload.on) {
      return workload.on.map(name => this.pinned(name));
    }
    // A pod with a volume could not have moved: its volume would still be attached to the silent node.
    const movable =
      !isBroken(workload) &&
      workload.kind !== 'StatefulSet' &&
      !workload.claims?.length;
    return Array.from({ length: workload.replicas ?? 1 }, () =>
      movable ? this.anySeat() : { node: this.openNode() },
    );
  }

  private anySeat(): Seat {
    this.next += 1;
    const node = this.workers[this.next % this.workers.length];
    return node.silentMinutes === undefined
      ? { node }
      : {
          node: this.openNode(),
          replaces: {
            node,
            evictedMinutes: evictedMinutes(node.silentMinutes),
          },
        };
  }

  private pinned(name: string): Seat {
    const node = this.nodes.find(one => one.name === name);
    if (!node) {
      throw new Error(`No node of the demo is called ${name}.`);
    }
    return node.silentMinutes === undefined
      ? { node }
      : { node, evictedMinutes: evictedMinutes(node.silentMinutes) };
  }

  private openNode(): DemoNode {
    this.next += 1;
    return this.open[this.next % this.open.length];
  }
}

function evictedMinutes(silentMinutes: number): number {
  return Math.max(0, silentMinutes - TOLERATION_MINUTES);
}
