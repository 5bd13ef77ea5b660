import { ClusterEngine } from '@socle/backstage-plugin-socle-backend/src/engine/cluster-engine';
import {
  connectTo,
  HttpClusterReader,
} from '@socle/backstage-plugin-socle-backend/src/reading';
import {
  HealthChange,
  SystemRegistry,
  systems,
} from '@socle/backstage-plugin-socle-model';
import { ClusterControl, startSimulator } from '@socle/simulator';
import { demoPlatform } from './demo-platform';

/** One change of health, as the engine told it. */
export interface Told {
  kind: string;
  namespace: string | undefined;
  name: string;
  from: string | undefined;
  to: string | undefined;
  reason: string | undefined;
}

/** The demo platform in a simulator that lives, read by the portal's own engine. */
export interface LivingDemo {
  control: ClusterControl;
  engine: ClusterEngine;
  /** Everything that changed since it was read for the first time, in order. */
  told: Told[];
  stop(): Promise<void>;
}

export const silentLogger = {
  error: () => {},
  warn: () => {},
  info: () => {},
  debug: () => {},
  child: () => silentLogger,
};

export async function startLivingDemo(
  name: string,
  options: { pace?: number; now?: () => number } = {},
): Promise<LivingDemo> {
  const { now = Date.now, pace } = options;
  const simulator = await startSimulator({
    clusters: [{ name, objects: demoPlatform(name, now()).objects }],
    living: true,
    pace,
    now,
  });
  const told: Told[] = [];
  const connection = connectTo(name, {
    server: { url: simulator.url(name), token: simulator.token },
  });
  const engine = new ClusterEngine({
    name,
    title: name,
    reader: new HttpClusterReader(connection),
    registry: new SystemRegistry(systems),
    logger: silentLogger,
    onChange: changes => told.push(...changes.map(toldOf)),
    now,
  });
  engine.start();
  await eventually(() => engine.complete, 'the first reading is complete');
  await eventually(
    () => [...engine.store.all()].every(({ verdict }) => verdict.reason !== ''),
    'everything is judged',
  );
  // Lists come one after the other: what was judged between two of them is no change of the platform.
  await pause(1_500);
  told.length = 0;
  return {
    control: simulator.cluster(name),
    engine,
    told,
    stop: async () => {
      engine.stop();
      await simulator.close();
    },
  };
}

function toldOf({ resource, from, to }: HealthChange): Told {
  return {
    kind: `${resource.kind.group}/${resource.kind.kind}`,
    namespace: resource.meta.namespace,
    name: resource.meta.name,
    from: from?.status,
    to: to?.status,
    reason: to?.reason,
  };
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, milliseconds));
}

/** Waits until something holds; fails with what was waited for. */
export async function eventually(
  holds: () => boolean,
  what: string,
  milliseconds = 15_000,
): Promise<void> {
  const until = Date.now() + milliseconds;
  while (!holds()) {
    if (Date.now() > until) {
      throw new Error(`Waited in vain: ${what}.`);
    }
    await pause(20);
  }
}
