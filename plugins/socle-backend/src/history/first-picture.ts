import { HealthChange, Resource } from '@socle/backstage-plugin-socle-model';
import { ClusterEngine } from '../engine/cluster-engine';

/** So long after the last list is in, the systems beside it have been asked for the first time. */
const SETTLING_MILLIS = 5_000;
/** A cluster of which something cannot be listed is not waited for any longer. */
const LONGEST_MILLIS = 120_000;
const LOOK_MILLIS = 500;

interface Held {
  since: number;
  completeAt?: number;
  changes: Map<Resource, HealthChange>;
}

/**
 * Holds back what changes while a cluster is read for the first time since the start, and then tells what came of it.
 * A claim whose pods are not read yet looks well: that it was, and a second later no longer is, never happened.
 */
export class FirstPicture {
  private readonly held = new Map<ClusterEngine, Held>();
  private readonly done = new Set<ClusterEngine>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly tell: (
      cluster: ClusterEngine,
      changes: HealthChange[],
    ) => void,
    private readonly now: () => number = Date.now,
  ) {}

  changed(cluster: ClusterEngine, changes: HealthChange[]): void {
    if (this.done.has(cluster)) {
      this.tell(cluster, changes);
    } else if (changes.length > 0) {
      this.hold(cluster, changes);
    }
  }

  stop(): void {
    clearInterval(this.timer);
    this.timer = undefined;
  }

  private hold(cluster: ClusterEngine, changes: HealthChange[]): void {
    const held = this.held.get(cluster) ?? {
      since: this.now(),
      changes: new Map(),
    };
    this.held.set(cluster, held);
    for (const change of changes) {
      const before = held.changes.get(change.resource);
      held.changes.set(
        change.resource,
        before ? { ...change, from: before.from } : change,
      );
    }
    if (!this.timer) {
      this.timer = setInterval(() => this.look(), LOOK_MILLIS);
      this.timer.unref();
    }
  }

  private look(): void {
    const now = this.now();
    for (const [cluster, held] of this.held) {
      if (cluster.complete) held.completeAt ??= now;
      if (
        now >= (held.completeAt ?? Infinity) + SETTLING_MILLIS ||
        now >= held.since + LONGEST_MILLIS
      ) {
        this.held.delete(cluster);
        this.done.add(cluster);
        this.tell(cluster, [...held.changes.values()]);
      }
    }
    if (this.held.size === 0) this.stop();
  }
}
