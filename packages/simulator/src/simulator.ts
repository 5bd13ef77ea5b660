import { randomBytes } from 'node:crypto';
import { ClusterControl } from './cluster-control';
import { readClusterFolder } from './manifests/cluster-folder';
import { Cluster } from './server/cluster';
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
  /** For all clusters without their own; made up where left out. */
  token?: string;
  now?: () => number;
}

/** @public A running simulator. */
export interface Simulator {
  port: number;
  /** The token of clusters without their own. */
  token: string;
  /** The base path of a cluster's API, as a kubeconfig's `server`. */
  url(cluster: string): string;
  cluster(name: string): ClusterControl;
  clusters(): { name: string; title: string; url: string; token: string }[];
  close(): Promise<void>;
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
  const clusters = new Map<string, Cluster>();
  const controls = new Map<string, ClusterControl>();
  for (const wanted of options.clusters) {
    const folder = wanted.dir
      ? readClusterFolder(wanted.dir, now())
      : undefined;
    const cluster = new Cluster(wanted.name, {
      token: wanted.token ?? token,
      title: wanted.title ?? folder?.title,
      version: wanted.version ?? folder?.version,
      historySize: wanted.historySize,
      bookmarkEveryMs: wanted.bookmarkEveryMs,
      now,
    });
    cluster.load([...(folder?.objects ?? []), ...(wanted.objects ?? [])]);
    clusters.set(wanted.name, cluster);
    controls.set(wanted.name, new ClusterControl(cluster));
  }
  const server = new HttpServer(clusters);
  await server.listen(options.port ?? 0);
  return {
    port: server.port,
    token,
    url: name => server.url(name),
    cluster: name => {
      const control = controls.get(name);
      if (!control)
        throw new Error(`There is no cluster "${name}" in this simulator.`);
      return control;
    },
    clusters: () =>
      [...clusters.values()].map(cluster => ({
        name: cluster.name,
        title: cluster.title,
        url: server.url(cluster.name),
        token: cluster.token,
      })),
    close: () => server.close(),
  };
}
