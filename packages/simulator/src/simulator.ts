import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { Life } from './behaviour/life';
import { ClusterControl } from './cluster-control';
import { GithubStandIn } from './github/github';
import { readClusterFolder } from './manifests/cluster-folder';
import { parseScenario, Player, Scenario } from './scenario/scenario';
import { ScaleFill } from './scale/scale-cluster';
import { ScaleSizes } from './scale/sizes';
import { Cluster } from './server/cluster';
import { controlHandler } from './server/control';
import { RecordedAnswer } from './server/recorded-answers';
import { API_SERVER } from './server/own-answers';
import { HttpServer } from './server/http-server';
import { KubeObject } from './storage/object';

/**
 * One cluster to simulate: its objects, or a folder of manifests, or both.
 * @public
 */
export interface SimulatedCluster {
  name: string;
  title?: string;
  objects?: KubeObject[];
  dir?: string;
  /** A scenario document of this cluster alone, played where the simulator is living. */
  scenario?: unknown;
  /** What systems beside the cluster answer over HTTP, by their name. */
  systems?: Record<string, RecordedAnswer[]>;
  /** Whether the metrics API and the kubelets tell what nodes, pods and claims use; off where left out. */
  figures?: boolean;
  /** Of Kubernetes, such as `v1.35.3`. */
  version?: string;
  token?: string;
  /** How many changes watches can resume from; 10,000 where left out. */
  historySize?: number;
  /** How often a watch that asked for bookmarks gets one; a minute where left out. */
  bookmarkEveryMs?: number;
}

/** @public */
export interface SimulatorOptions {
  clusters: SimulatedCluster[];
  /** Any free port where left out. */
  port?: number;
  /** For all clusters without their own, and for `/control`; made up where left out. */
  token?: string;
  /** Whether heartbeats, leaders and operators move by themselves and folders play their scenario; off where left out. */
  living?: boolean;
  /** How much faster than real time a dead node is noticed and a copy rebuilt. */
  pace?: number;
  /** Adds a generated cluster `scale`. */
  scale?: ScaleSizes;
  /** A scenario document; steps without a cluster belong to the only one. */
  scenario?: unknown;
  /** What messages call it. */
  scenarioName?: string;
  /** Served on the same port, and closed with the simulator; where it is living, Argo CD follows its repositories. */
  github?: GithubStandIn;
  now?: () => number;
  /** Told of scenario steps that fail. */
  onProblem?: (message: string) => void;
}

/** @public A running simulator. */
export interface Simulator {
  port: number;
  /** The token of clusters without their own. */
  token: string;
  /** The base path of a cluster's API, as a kubeconfig's `server`. */
  url(cluster: string): string;
  /** The base path of a system beside a cluster, such as its registry. */
  systemUrl(cluster: string, system: string): string;
  cluster(name: string): ClusterControl;
  clusters(): {
    name: string;
    title: string;
    url: string;
    token: string;
    /** Addresses of the systems beside it, by their name. */
    systems?: Record<string, string>;
  }[];
  close(): Promise<void>;
}

interface Made {
  cluster: Cluster;
  control: ClusterControl;
  life: Life;
  scenario?: Scenario;
}

function make(
  wanted: SimulatedCluster,
  token: string,
  options: SimulatorOptions,
): Made {
  const now = options.now ?? Date.now;
  const folder = wanted.dir ? readClusterFolder(wanted.dir, now()) : undefined;
  const cluster = new Cluster(wanted.name, {
    token: wanted.token ?? token,
    title: wanted.title ?? folder?.title,
    version: wanted.version ?? folder?.version,
    figures: wanted.figures ?? folder?.figures,
    historySize: wanted.historySize,
    bookmarkEveryMs: wanted.bookmarkEveryMs,
    now,
  });
  cluster.load([...(folder?.objects ?? []), ...(wanted.objects ?? [])]);
  for (const { system, answer } of folder?.systems ?? [])
    cluster.systems.record(system, answer);
  for (const [system, answers] of Object.entries(wanted.systems ?? {})) {
    for (const answer of answers) cluster.systems.record(system, answer);
  }
  const life = new Life(cluster, options.pace ?? 1);
  const document = wanted.scenario ?? folder?.scenario;
  const scenario =
    document === undefined
      ? undefined
      : parseScenario(
          document,
          join(wanted.dir ?? wanted.name, 'scenario.yaml'),
        );
  return {
    cluster,
    life,
    control: new ClusterControl(cluster, life),
    scenario,
  };
}

/**
 * Serves clusters as Kubernetes API servers on one port of this machine.
 * @public
 */
export async function startSimulator(
  options: SimulatorOptions,
): Promise<Simulator> {
  const now = options.now ?? Date.now;
  const token = options.token ?? randomBytes(16).toString('hex');
  const made = options.clusters.map(wanted => make(wanted, token, options));
  let filled: ScaleFill | undefined;
  if (options.scale) {
    const scaled = make({ name: 'scale', title: 'Scale' }, token, options);
    filled = new ScaleFill(scaled.cluster, options.scale);
    filled.fill();
    made.push(scaled);
  }
  const clusters = new Map(made.map(({ cluster }) => [cluster.name, cluster]));
  const controls = new Map(made.map(({ control }) => [control.name, control]));
  if (clusters.size < made.length)
    throw new Error('Two clusters have the same name.');

  const controlOf = (name: string): ClusterControl => {
    const control = controls.get(name);
    if (!control)
      throw new Error(`There is no cluster "${name}" in this simulator.`);
    return control;
  };
  const only = (
    name = made.length === 1 ? made[0].cluster.name : '',
  ): ClusterControl => {
    if (!name) throw new Error('the step does not say on which cluster');
    return controlOf(name);
  };
  const common =
    options.scenario === undefined
      ? undefined
      : parseScenario(options.scenario, options.scenarioName ?? 'The scenario');

  const server = new HttpServer(
    clusters,
    controlHandler(controls, token, options.github),
    options.github,
  );
  await server.listen(options.port ?? 0);
  const problem = options.onProblem ?? (() => {});
  const players = made.map(
    ({ control }) =>
      new Player(name => (name ? controlOf(name) : control), now, problem),
  );
  const commonPlayer = new Player(only, now, problem);
  made.forEach(({ life, scenario }, i) => {
    if (options.living) life.start();
    if (options.living && options.github)
      life.follow(
        options.github.hosted.map(({ repository }) => repository),
        problem,
      );
    if (options.living && scenario) players[i].play(scenario);
  });
  if (common) commonPlayer.play(common);
  filled?.startChurn();

  return {
    port: server.port,
    token,
    url: name => server.url(name),
    systemUrl: (cluster, system) => server.systemUrl(cluster, system),
    cluster: controlOf,
    clusters: () =>
      [...clusters.values()].map(cluster => ({
        name: cluster.name,
        title: cluster.title,
        url: server.url(cluster.name),
        token: cluster.token,
        ...systemsOf(cluster, server),
      })),
    close: async () => {
      filled?.stop();
      for (const player of [...players, commonPlayer]) player.stop();
      for (const control of controls.values()) control.stop();
      await server.close();
      options.github?.close();
    },
  };
}

function systemsOf(cluster: Cluster, server: HttpServer) {
  const names = cluster.systems.names().filter(name => name !== API_SERVER);
  return names.length > 0
    ? {
        systems: Object.fromEntries(
          names.map(name => [name, server.systemUrl(cluster.name, name)]),
        ),
      }
    : {};
}
