import {
  findsNotBackedUp,
  Resource,
} from '@socle/backstage-plugin-socle-model';
import { MayRead } from '../access/authorizer';
import { ClusterEngine } from '../engine/cluster-engine';

const NOT_BACKED_UP = 'notBackedUp';

/**
 * The flags of resources for one answer: those of their rules, and `notBackedUp`, which no rule can tell, as a rule
 * sees one step and a backup is several away. What the reader may not see counts as not read.
 */
export class AnswerFlags {
  private readonly perCluster = new Map<string, (of: Resource) => boolean>();

  constructor(private readonly mayRead: MayRead) {}

  of(engine: ClusterEngine, resource: Resource): string[] {
    const { flags = [] } = resource.verdict;
    return !flags.includes(NOT_BACKED_UP) &&
      this.isNotBackedUp(engine, resource)
      ? [...flags, NOT_BACKED_UP]
      : flags;
  }

  private isNotBackedUp(engine: ClusterEngine, resource: Resource): boolean {
    const { name, store } = engine;
    let find = this.perCluster.get(name);
    if (!find) {
      find = findsNotBackedUp(store, Date.now(), one =>
        this.mayRead(name, one),
      );
      this.perCluster.set(name, find);
    }
    return find(resource);
  }
}
