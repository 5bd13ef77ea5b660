import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { ClusterAccess, ServerAccess } from '../reading/connection';

/** One cluster of the configuration. */
export interface ConfiguredCluster {
  name: string;
  title: string;
  /** How it is reached; `viaKubernetesPlugin` where only the Kubernetes plugin knows. */
  access: ClusterAccess | { viaKubernetesPlugin: string };
}

const NAME = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
const WAYS = ['kubeconfig', 'server', 'inCluster', 'fromKubernetesPlugin'];

/** Reads `socle.clusters`; an error names the cluster and the field and says what is allowed. */
export function readClusters(config: Config): ConfiguredCluster[] {
  const seen = new Set<string>();
  return (config.getOptionalConfigArray('socle.clusters') ?? []).map(
    (cluster, index) => {
      const name = cluster.getString('name');
      const at = `socle.clusters[${index}]`;
      if (!NAME.test(name)) {
        throw new InputError(
          `${at}.name "${name}" must be lower case letters, digits and dashes, 63 at most: it becomes a catalog namespace`,
        );
      }
      if (seen.has(name)) {
        throw new InputError(`${at}.name "${name}" is used twice`);
      }
      seen.add(name);
      const ways = WAYS.filter(way => cluster.has(way));
      if (ways.length !== 1) {
        throw new InputError(
          `${at} (${name}) needs exactly one of ${WAYS.join(', ')}; it has ${
            ways.join(' and ') || 'none'
          }`,
        );
      }
      return {
        name,
        title: cluster.getOptionalString('title') ?? name,
        access: readAccess(config, cluster, ways[0], at),
      };
    },
  );
}

function readAccess(
  root: Config,
  cluster: Config,
  way: string,
  at: string,
): ConfiguredCluster['access'] {
  switch (way) {
    case 'kubeconfig':
      return {
        kubeconfig: {
          path: cluster.getString('kubeconfig.path'),
          context: cluster.getOptionalString('kubeconfig.context'),
        },
      };
    case 'server':
      return {
        server: readServer(cluster.getConfig('server'), `${at}.server`),
      };
    case 'inCluster':
      if (!cluster.getBoolean('inCluster')) {
        throw new InputError(`${at}.inCluster is true or left out`);
      }
      return { inCluster: true };
    default:
      return fromKubernetesPlugin(
        root,
        cluster.getString('fromKubernetesPlugin'),
      );
  }
}

function readServer(server: Config, at: string): ServerAccess {
  const url = server.getString('url');
  if (!/^https?:\/\/[^/]/.test(url) || !URL.canParse(url)) {
    throw new InputError(
      `${at}.url must be an address such as https://10.0.0.5:6443, not "${url}"`,
    );
  }
  for (const [one, other] of [
    ['token', 'tokenFile'],
    ['caData', 'caFile'],
  ]) {
    if (server.has(one) && server.has(other)) {
      throw new InputError(`${at} needs one of ${one} and ${other}, not both`);
    }
  }
  return {
    url,
    caFile: server.getOptionalString('caFile'),
    caData: server.getOptionalString('caData'),
    tokenFile: server.getOptionalString('tokenFile'),
    token: server.getOptionalString('token'),
    skipTLSVerify: server.getOptionalBoolean('skipTLSVerify'),
  };
}

/**
 * A cluster of the Kubernetes plugin: those that its configuration lists are read by us with the same credentials;
 * those that other locators find go through the plugin's proxy. A user's own credentials cannot keep a watch.
 */
function fromKubernetesPlugin(
  root: Config,
  name: string,
): ConfiguredCluster['access'] {
  const methods =
    root.getOptionalConfigArray('kubernetes.clusterLocatorMethods') ?? [];
  for (const method of methods) {
    if (method.getString('type') !== 'config') continue;
    const found = (method.getOptionalConfigArray('clusters') ?? []).find(
      cluster => cluster.getString('name') === name,
    );
    if (!found) continue;
    const provider =
      found.getOptionalString('authProvider') ?? 'serviceAccount';
    if (provider !== 'serviceAccount' && provider !== 'localKubectlProxy') {
      throw new InputError(
        `socle.clusters: "${name}" of the Kubernetes plugin signs in as ${provider}, which is bound to a user and cannot be watched; give Socle a service account by socle.clusters[].server`,
      );
    }
    return {
      server: {
        url: found.getString('url'),
        token: found.getOptionalString('serviceAccountToken'),
        caData: found.getOptionalString('caData'),
        caFile: found.getOptionalString('caFile'),
        skipTLSVerify: found.getOptionalBoolean('skipTLSVerify'),
      },
    };
  }
  return { viaKubernetesPlugin: name };
}
