import { resourceKey } from '../discovery/resource-type';
import { Cluster } from '../server/cluster';
import { KubeObject } from '../storage/object';
import { Stored } from '../storage/stored';
import { Generated } from './generated';
import { appsPerTeam, GeneratedPod, PodPress } from './pods';
import { ScaleSizes } from './sizes';
import { volumeObjects } from './volumes';
import { application, namespace, node, workloadOf } from './workloads';

/** Fills a cluster with objects that are written only when somebody asks for them. */
export class ScaleFill {
  private readonly press: PodPress;
  private readonly restarts = new Map<number, number>();
  private timer?: NodeJS.Timeout;

  constructor(
    private readonly cluster: Cluster,
    private readonly sizes: ScaleSizes,
  ) {
    this.press = new PodPress(this.nodes);
  }

  private get nodes(): number {
    return Math.max(1, this.sizes.nodes ?? 10);
  }

  fill(): void {
    const { pods = 0, volumes = 0, apps = 0 } = this.sizes;
    const podApps = Math.ceil(pods / 10);
    const allApps = Math.max(podApps, volumes, apps);
    const namespaces = Array.from(
      { length: Math.ceil(allApps / appsPerTeam) },
      (_, n) => namespace(n),
    );
    this.cluster.load(namespaces);
    this.generate(this.nodes, n => [node(n)]);
    this.generate(podApps, n => workloadOf(n, Math.min(10, pods - n * 10)));
    this.generate(volumes, v => volumeObjects(v, this.nodes));
    this.generate(apps, n => [application(n)]);
    const rows: Stored[] = [];
    for (let i = 0; i < pods; i++)
      rows.push(
        new GeneratedPod(this.press, i, this.cluster.storage.next(), 0),
      );
    this.cluster.storage.fill('pods', rows);
    this.cluster.storage.compact();
  }

  /** Changes so many pods per second: a container of each is restarted. */
  startChurn(): void {
    const { churn = 0, pods = 0 } = this.sizes;
    if (churn <= 0 || pods <= 0) return;
    let owed = 0;
    this.timer = setInterval(() => {
      for (owed += churn / 20; owed >= 1; owed--)
        this.change(Math.floor(Math.random() * pods));
    }, 50);
    this.timer.unref();
  }

  /** Restarts the container of pod number `i`. */
  change(i: number): void {
    const { storage } = this.cluster;
    const current = new GeneratedPod(this.press, i, 0, 0);
    // Deleted or written by somebody else meanwhile: leave it.
    const stored = storage.get('pods', current.key);
    if (!stored || !(stored instanceof GeneratedPod)) return;
    const restarts = (this.restarts.get(i) ?? 0) + 1;
    this.restarts.set(i, restarts);
    storage.putStored(
      'pods',
      new GeneratedPod(this.press, i, storage.next(), restarts),
    );
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private generate(count: number, make: (n: number) => KubeObject[]): void {
    const rows = new Map<string, Stored[]>();
    for (let n = 0; n < count; n++) {
      make(n).forEach((object, place) => {
        const resource = resourceKey(this.cluster.types.ofObject(object));
        const { namespace: scope, name } = object.metadata;
        const resourceVersion = this.cluster.storage.next();
        const row = new Generated(
          scope,
          name,
          resourceVersion,
          () => make(n)[place],
        );
        const others = rows.get(resource);
        if (others) others.push(row);
        else rows.set(resource, [row]);
      });
    }
    for (const [resource, all] of rows)
      this.cluster.storage.fill(resource, all);
  }
}
