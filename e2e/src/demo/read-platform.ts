import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ConfigReader } from '@backstage/config';
import { systemSummaries } from '@socle/backstage-plugin-socle-backend/src/api/summaries';
import {
  ConfiguredProbe,
  readProbes,
} from '@socle/backstage-plugin-socle-backend/src/config/probes';
import { ClusterEngine } from '@socle/backstage-plugin-socle-backend/src/engine/cluster-engine';
import {
  connectTo,
  HttpClusterReader,
  systemClock,
} from '@socle/backstage-plugin-socle-backend/src/reading';
import {
  findIncidents,
  kindId,
  ResourceStore,
  SystemRegistry,
  systems,
} from '@socle/backstage-plugin-socle-model';
import { KubeObject, Simulator, startSimulator } from '@socle/simulator';
import { load } from 'js-yaml';
import { demoPlatform } from './demo-platform';
import { eventually, silentLogger } from './living-demo';

/** What the portal asks of each cluster beside its objects. */
const ASKED_OF_EACH_CLUSTER = ['control-plane', 'kubelet', 'metrics-server'];

/** A demo cluster as the portal's engine found it at one moment: its objects, and what the systems beside it tell. */
export type ReadPlatform = Awaited<ReturnType<typeof readPlatform>>;

/** Serves a demo cluster that stands still at `now`, and reads all of it as the portal of the demo is set up to. */
export async function readPlatform(name: string, now = Date.now()) {
  const demo = demoPlatform(name, now);
  const simulator = await startSimulator({ clusters: [demo], now: () => now });
  const registry = new SystemRegistry(systems);
  const { url, token } = simulator.clusters()[0];
  const probes = configuredProbes(name, registry, simulator);
  const engine = new ClusterEngine({
    name,
    title: demo.title,
    reader: new HttpClusterReader(connectTo(name, { server: { url, token } })),
    registry,
    probes,
    probeClock: { ...systemClock, now: () => now },
    logger: silentLogger,
    onChange: () => {},
    now: () => now,
  });
  const asked = [
    ...probes.map(({ probe, name: of }) => `probe:${probe}/${of}`),
    ...ASKED_OF_EACH_CLUSTER.map(probe => `probe:${probe}/${name}`),
  ];
  const isHeard = (source: string) => {
    const state = engine.freshness.get(source)?.state;
    return state !== undefined && state !== 'syncing';
  };
  engine.start();
  await eventually(
    () => engine.complete && asked.every(isHeard),
    `${name} is read`,
    30_000,
  );
  engine.stop();
  await simulator.close();
  const store = judgedAtOnce(engine, demo.objects, now);
  return {
    store,
    sources: engine.freshness.list(),
    incidents: findIncidents(store, name),
    systems: systemSummaries(
      Object.create(engine, { store: { value: store } }),
      () => true,
    ),
  };
}

/**
 * What was read, judged in one go: lists come one after the other, and what was judged between two of them would say
 * of some things that they are so only since then.
 */
function judgedAtOnce(
  engine: ClusterEngine,
  objects: readonly KubeObject[],
  now: number,
): ResourceStore {
  const { registry } = engine.store;
  const store = new ResourceStore(registry);
  for (const object of objects) {
    store.apply(object);
  }
  for (const resource of engine.store.all()) {
    const raw = engine.probing.raw(resource);
    if (resource.kind.source === 'probe' && raw) store.apply(raw);
  }
  for (const { kind } of registry.ofApi()) {
    store.setListed(kindId(kind), true);
  }
  for (const { kind } of registry.all()) {
    const id = kindId(kind);
    if (kind.source === 'probe') store.setListed(id, engine.store.isListed(id));
  }
  store.settle(now);
  return store;
}

/** `socle.probes` of the demo's configuration, with the addresses of this simulator. */
function configuredProbes(
  name: string,
  registry: SystemRegistry,
  simulator: Simulator,
): ConfiguredProbe[] {
  const simulators = dirname(require.resolve('@socle/simulator/package.json'));
  const text = readFileSync(
    join(simulators, '../../app-config.demo.yaml'),
    'utf8',
  );
  const url = `http://127.0.0.1:${simulator.port}`;
  const { socle } = load(text.replaceAll('${SOCLE_DEMO_URL}', url)) as {
    socle: { clusters: Array<{ name: string }>; probes: object };
  };
  const config = new ConfigReader({
    socle: { probes: JSON.parse(JSON.stringify(socle.probes)) },
  });
  const clusters = socle.clusters.map(cluster => cluster.name);
  return readProbes(config, registry, clusters).filter(
    probe => probe.cluster === name,
  );
}
