import { Repository } from '../github/git/repository';
import { Cluster } from '../server/cluster';
import { ArgoCd } from './argo-cd/argo-cd';
import { Controllers } from './controllers/controllers';
import { Hands, Silence } from './hands';
import { Leases } from './leases';
import { NodeFailure } from './node-failure';
import { RepeatedEvents } from './repeated-events';
import { StatusTimes } from './status-times';
import { Timers } from './timers';

/** What moves by itself in a cluster: heartbeats, leaders, operators, and nodes that die and come back. */
export class Life {
  private readonly hands: Hands;
  private readonly timers: Timers;
  private readonly failures = new Map<string, NodeFailure>();
  private readonly controllers: Controllers;
  private argoCd?: ArgoCd;
  private leases?: Leases;

  constructor(cluster: Cluster, pace: number) {
    this.hands = new Hands(cluster);
    this.timers = new Timers(pace);
    this.controllers = new Controllers(this.hands, this.timers);
  }

  /** Without this nothing moves but what is done on purpose. */
  start(): void {
    const leases = new Leases(this.hands);
    this.leases = leases;
    const times = new StatusTimes(this.hands);
    const events = new RepeatedEvents(this.hands);
    leases.beatOfKubelets();
    this.timers.every(10_000, () => leases.beatOfKubelets());
    this.timers.every(300_000, () => leases.beatOfNodeStatus());
    this.timers.every(2_000, () => leases.beatOfLeaders());
    this.timers.every(5_000, () => times.beat());
    this.timers.every(5_000, () => events.beat());
  }

  /** Argo CD makes the cluster what these repositories say, whenever they change. */
  follow(
    repositories: readonly Repository[],
    onProblem: (message: string) => void,
  ): void {
    this.controllers.start();
    this.argoCd = new ArgoCd(
      repositories,
      this.hands,
      this.controllers,
      this.timers,
      onProblem,
    );
    this.argoCd.start();
  }

  writeSecret(path: string, keys: string[]): void {
    this.controllers.writeSecret(path, keys);
  }

  nodeDown(node: string, immediately: boolean): void {
    if (this.failures.has(node)) return;
    if (!this.hands.get({ apiVersion: 'v1', kind: 'Node', name: node })) {
      throw new Error(`There is no Node "${node}".`);
    }
    const failure = new NodeFailure(node, this.hands, this.timers);
    this.failures.set(node, failure);
    failure.begin(immediately);
  }

  nodeUp(node: string): void {
    this.failures.get(node)?.end();
    this.failures.delete(node);
    // A kubelet that is back renews its Lease first of all.
    this.leases?.beatOfKubelets();
  }

  silence(silence: Silence): void {
    this.hands.silence(silence);
  }

  speak(silence?: Silence): void {
    this.hands.speak(silence);
  }

  freeze(on: boolean): void {
    this.hands.frozen = on;
  }

  after(milliseconds: number, act: () => void): void {
    this.timers.after(milliseconds, act);
  }

  stop(): void {
    this.argoCd?.stop();
    this.timers.stop();
  }
}
