import { readFile, stat } from 'node:fs/promises';
import type { RequestOptions } from 'node:https';
import type { KubeConfig } from '@kubernetes/client-node';
import { Clock } from './clock';
import {
  atHome,
  Credentials,
  CredentialSource,
  pem,
  Rereading,
} from './credentials';

/** A context of a kubeconfig file: client certificates, tokens, token files and exec plugins. */
export class KubeconfigCredentials implements CredentialSource {
  private readonly reading: Rereading<Credentials>;
  private config: KubeConfig | undefined;
  private changedAt = 0;

  constructor(
    private readonly path: string,
    private readonly context: string | undefined,
    clock: Clock,
  ) {
    this.reading = new Rereading(clock, () => this.read());
  }

  get(): Promise<Credentials> {
    return this.reading.get();
  }

  refused(): boolean {
    this.reading.forget();
    // An exec plugin's last answer is kept in the configuration, and goes with it.
    this.config = undefined;
    return true;
  }

  private async read(): Promise<Credentials> {
    const config = await this.load();
    const cluster = config.getCurrentCluster();
    if (!cluster) {
      throw new Error(
        `${this.path} has no cluster for context ${
          this.context ?? config.currentContext
        }`,
      );
    }
    const options: RequestOptions = {};
    await config.applyToHTTPSOptions(options);
    let ca: string | undefined;
    if (cluster.caData) {
      ca = pem(cluster.caData);
    } else if (cluster.caFile) {
      ca = await readFile(cluster.caFile, 'utf8');
    }
    const basic = options.auth
      ? `Basic ${Buffer.from(options.auth).toString('base64')}`
      : undefined;
    return {
      url: cluster.server,
      headers: {
        ...(basic ? { authorization: basic } : {}),
        ...textHeaders(options.headers),
      },
      tls: {
        ...(ca ? { ca } : {}),
        ...(options.cert ? { cert: options.cert as string | Buffer } : {}),
        ...(options.key ? { key: options.key as string | Buffer } : {}),
        ...(cluster.tlsServerName ? { servername: cluster.tlsServerName } : {}),
        ...(cluster.skipTLSVerify ? { rejectUnauthorized: false } : {}),
      },
      ...(cluster.proxyUrl && options.agent && options.agent !== true
        ? { agent: options.agent }
        : {}),
    };
  }

  /** The file as it is now; tools rewrite it when a token is renewed. */
  private async load(): Promise<KubeConfig> {
    const path = atHome(this.path);
    const { mtimeMs } = await stat(path);
    if (this.config && mtimeMs === this.changedAt) {
      return this.config;
    }
    // Loaded when needed: the module is large and comes as ESM only.
    const client = await import('@kubernetes/client-node');
    const config = new client.KubeConfig();
    config.loadFromFile(path);
    if (this.context) {
      if (!config.getContextObject(this.context)) {
        throw new Error(`${this.path} has no context ${this.context}`);
      }
      config.setCurrentContext(this.context);
    }
    // The client refuses plain HTTP unless told not to verify what HTTP does not have.
    config.clusters = config.clusters.map(cluster =>
      cluster.server.startsWith('http:')
        ? { ...cluster, skipTLSVerify: true }
        : cluster,
    );
    this.config = config;
    this.changedAt = mtimeMs;
    return config;
  }
}

function textHeaders(headers: unknown): Record<string, string> {
  const result: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers ?? {})) {
    if (typeof value === 'string') {
      result[name.toLowerCase()] = value;
    }
  }
  return result;
}
