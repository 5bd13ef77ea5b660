import { HealthChange } from '@socle/backstage-plugin-socle-model';
import { ClusterEngine } from './cluster-engine';

type Listener = (cluster: ClusterEngine, changes: HealthChange[]) => void;

/** All clusters of the portal. */
export class Engine {
  private readonly engines = new Map<string, ClusterEngine>();
  private readonly listeners = new Set<Listener>();
  private counter = 0;

  add(engine: ClusterEngine): void {
    this.engines.set(engine.name, engine);
  }

  start(): void {
    this.engines.forEach(engine => engine.start());
  }

  stop(): void {
    this.engines.forEach(engine => engine.stop());
  }

  clusters(): ClusterEngine[] {
    return [...this.engines.values()];
  }

  cluster(name: string): ClusterEngine | undefined {
    return this.engines.get(name);
  }

  /** Grows with each change. */
  get revision(): number {
    return this.counter;
  }

  onChange(listener: Listener): void {
    this.listeners.add(listener);
  }

  changed(cluster: ClusterEngine, changes: HealthChange[]): void {
    this.counter += 1;
    this.listeners.forEach(listener => listener(cluster, changes));
  }
}
