import { KindId } from '../definition/kind';
import { Resource } from '../definition/resource';

/** @public One column of a chain, from left to right in the direction of dependence. */
export interface ViewRank {
  title: string;
  kinds: readonly KindId[];
  /** Which objects of the kinds stand here; the first column that takes one has it. */
  where?(resource: Resource): boolean;
  /** What the rest stands on: named as the cause of a break, not as the break, where something on it is broken. */
  ground?: boolean;
  /** Most that are drawn of this rank, newest first. */
  limit?: number;
}

/** @public Something inside an object that a chain shows as a box of its own, such as a disk of a node. */
export interface ViewPart {
  of: KindId;
  rank: string;
  parts(resource: Resource): Array<{
    kind: string;
    name: string;
    health: {
      status: 'healthy' | 'degraded' | 'failed' | 'unknown';
      reason: string;
      message: string;
    };
    facts: Resource['facts'];
    /** Drawn only where something in the chain links to one of these keys; left out: always. */
    keys?: string[];
  }>;
}

/** @public A chain that can be drawn from any of the kinds in it. */
export interface ViewDefinition {
  id: string;
  title: string;
  ranks: readonly ViewRank[];
  parts?: readonly ViewPart[];
}
