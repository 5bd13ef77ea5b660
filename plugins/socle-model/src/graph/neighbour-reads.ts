import { KindDefinition, KindId, kindId } from '../definition/kind';

/** Kinds whose objects the rules of one kind have looked at so far. */
export interface KindReads {
  readonly id: KindId;
  /** As targets of links, whether there were any or not. */
  targets: Set<KindId>;
  /** As those that state links to them. */
  incoming: Set<KindId>;
}

/**
 * What the rules of each kind look at. A rule sees its neighbours through its context alone, so an object that has been
 * judged need not be judged again for a neighbour of a kind that no rule of its kind ever looked at.
 */
export class NeighbourReads {
  private readonly byKind = new Map<KindDefinition, KindReads>();

  of(kind: KindDefinition): KindReads {
    let reads = this.byKind.get(kind);
    if (!reads) {
      reads = { id: kindId(kind), targets: new Set(), incoming: new Set() };
      this.byKind.set(kind, reads);
    }
    return reads;
  }
}
