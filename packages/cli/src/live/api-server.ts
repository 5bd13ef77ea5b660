import http from 'node:http';
import https, { RequestOptions } from 'node:https';
import { messageOf } from '../input/find-files';
import { parseJson } from '@socle/backstage-plugin-socle-model';
import { UsageError } from '../usage-error';

const ANSWER_MILLIS = 30_000;

/** An answer of an error status. */
export class ApiError extends Error {
  constructor(readonly status: number, message: string) {
    super(message);
  }
}

/** Reads from one API server. There is no way to write with it. */
export interface ApiServer {
  /** The context's name. */
  readonly name: string;
  get(path: string, accept?: string): Promise<unknown>;
  close(): void;
}

class HttpApiServer implements ApiServer {
  private readonly agent: https.Agent | undefined;

  constructor(
    readonly name: string,
    private readonly url: string,
    private readonly options: RequestOptions,
  ) {
    const { agent } = options;
    this.agent = typeof agent === 'object' ? (agent as https.Agent) : undefined;
    if (this.agent) {
      this.agent.options.keepAlive = true;
    }
  }

  async get(path: string, accept = 'application/json'): Promise<unknown> {
    const { status, text } = await this.request(path, accept);
    if (status < 200 || status > 299) {
      throw new ApiError(status, explain(status, text));
    }
    return parseJson(text);
  }

  close(): void {
    this.agent?.destroy();
  }

  private request(
    path: string,
    accept: string,
  ): Promise<{ status: number; text: string }> {
    const url = new URL(this.url.replace(/\/+$/, '') + path);
    const send = url.protocol === 'http:' ? http.request : https.request;
    return new Promise((resolve, reject) => {
      const sent = send(
        url,
        {
          ...this.options,
          method: 'GET',
          headers: { ...this.options.headers, accept, 'user-agent': 'socle' },
          signal: AbortSignal.timeout(ANSWER_MILLIS),
        },
        answer => {
          const chunks: Buffer[] = [];
          answer.on('data', (chunk: Buffer) => chunks.push(chunk));
          answer.on('error', reject);
          answer.on('end', () =>
            resolve({
              status: answer.statusCode ?? 0,
              text: Buffer.concat(chunks).toString('utf8'),
            }),
          );
        },
      );
      sent.on('error', error =>
        reject(
          error.name === 'TimeoutError' || error.name === 'AbortError'
            ? new Error(`no answer within ${ANSWER_MILLIS / 1000} seconds`)
            : error,
        ),
      );
      sent.end();
    });
  }
}

/** The server's own words where it has some. */
function explain(status: number, text: string): string {
  try {
    const { message } = JSON.parse(text) as { message?: unknown };
    if (typeof message === 'string' && message) {
      return message;
    }
  } catch {
    // Proxies answer in HTML.
  }
  return `HTTP ${status}`;
}

/** The server of a kubeconfig's context. Its configuration and credentials are read by the Kubernetes client. */
export async function connect(
  file: string,
  context: string | undefined,
): Promise<ApiServer> {
  const { KubeConfig } = await import('@kubernetes/client-node');
  const config = new KubeConfig();
  try {
    config.loadFromFile(file);
  } catch (error) {
    throw new UsageError(
      `The kubeconfig ${file} cannot be read: ${messageOf(error)}.`,
    );
  }
  if (context !== undefined) {
    if (!config.getContextObject(context)) {
      const known = config
        .getContexts()
        .map(one => one.name)
        .join(', ');
      throw new UsageError(
        `${file} has no context "${context}", but: ${known || 'none'}.`,
      );
    }
    config.setCurrentContext(context);
  }
  const cluster = config.getCurrentCluster();
  if (!cluster) {
    throw new UsageError(
      `${file} has no cluster for the context "${config.getCurrentContext()}".`,
    );
  }
  if (cluster.server.startsWith('http:')) {
    // There is no TLS to verify; without this the client refuses to speak plain HTTP, which kubectl does.
    config.clusters = config.clusters.map(one =>
      one === cluster ? { ...one, skipTLSVerify: true } : one,
    );
  }
  const options: RequestOptions = {};
  await config.applyToHTTPSOptions(options);
  return new HttpApiServer(config.getCurrentContext(), cluster.server, options);
}
