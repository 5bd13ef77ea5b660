import {
  AuthService,
  DiscoveryService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import {
  SystemRegistry,
  Thresholds,
} from '@socle/backstage-plugin-socle-model';
import { ConfiguredCluster } from '../config/clusters';
import { ConfiguredProbe } from '../config/probes';
import { KubernetesPluginCredentials } from '../config/kubernetes-plugin-credentials';
import { ClusterConnection } from '../reading/connection';
import { connectTo } from '../reading/connect';
import { HttpConnection } from '../reading/transport';
import { ClusterEngine } from './cluster-engine';
import { Engine } from './engine';
import { HttpClusterReader } from '../reading/http-cluster-reader';

export interface CreateEngineOptions {
  auth: AuthService;
  clusters: ConfiguredCluster[];
  discovery: DiscoveryService;
  logger: LoggerService;
  registry: SystemRegistry;
  thresholds: Partial<Thresholds>;
  probes: readonly ConfiguredProbe[];
}

/** The engine of all configured clusters, not yet started. */
export function createEngine(options: CreateEngineOptions): Engine {
  const engine = new Engine();
  for (const { name, title, access } of options.clusters) {
    const reader = new HttpClusterReader(connectionOf(name, access, options), {
      onNotServed: () => engine.cluster(name)?.rediscover(),
    });
    const cluster: ClusterEngine = new ClusterEngine({
      name,
      title,
      reader,
      registry: options.registry,
      thresholds: options.thresholds,
      probes: options.probes.filter(probe => probe.cluster === name),
      logger: options.logger,
      onChange: changes => engine.changed(cluster, changes),
    });
    engine.add(cluster);
  }
  return engine;
}

function connectionOf(
  name: string,
  access: ConfiguredCluster['access'],
  { auth, discovery }: CreateEngineOptions,
): ClusterConnection {
  return 'viaKubernetesPlugin' in access
    ? new HttpConnection(
        name,
        new KubernetesPluginCredentials(
          access.viaKubernetesPlugin,
          auth,
          discovery,
        ),
      )
    : connectTo(name, access);
}
