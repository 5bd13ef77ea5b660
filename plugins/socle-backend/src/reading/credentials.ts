import { readFile } from 'node:fs/promises';
import type { Agent } from 'node:http';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { Clock } from './clock';
import { ServerAccess } from './connection';

/** What a request needs beside its path. */
export interface Credentials {
  url: string;
  headers: Record<string, string>;
  tls: TlsOptions;
  /** Where requests have to go through a proxy. */
  agent?: Agent;
}

export interface TlsOptions {
  ca?: string | Buffer;
  cert?: string | Buffer;
  key?: string | Buffer;
  servername?: string;
  rejectUnauthorized?: boolean;
}

/** Where the credentials of a cluster come from; asked for each request. */
export interface CredentialSource {
  get(): Promise<Credentials>;
  /** They were answered with 401: whether asking again may give others. */
  refused(): boolean;
}

/** How long what was read from a file is used before it is read again. */
export const REREAD_MILLIS = 10_000;

/** Keeps the last value for a while, and asks once however many wait. */
export class Rereading<T> {
  private value: Promise<T> | undefined;
  private readAt = 0;

  constructor(
    private readonly clock: Clock,
    private readonly read: () => Promise<T>,
  ) {}

  get(): Promise<T> {
    const now = this.clock.now();
    if (!this.value || now - this.readAt >= REREAD_MILLIS) {
      this.readAt = now;
      const value = this.read();
      this.value = value;
      value.catch(() => {
        if (this.value === value) {
          this.value = undefined;
        }
      });
    }
    return this.value;
  }

  forget(): void {
    this.value = undefined;
  }
}

/** A server given by its address, with a token that is fixed or in a file that is rotated. */
export class ServerCredentials implements CredentialSource {
  private readonly reading: Rereading<Credentials>;

  constructor(private readonly access: ServerAccess, clock: Clock) {
    this.reading = new Rereading(clock, () => this.read());
  }

  get(): Promise<Credentials> {
    return this.reading.get();
  }

  refused(): boolean {
    this.reading.forget();
    return this.access.tokenFile !== undefined;
  }

  private async read(): Promise<Credentials> {
    const { url, caFile, caData, token, tokenFile, skipTLSVerify } =
      this.access;
    const bearer = tokenFile
      ? (await readFile(atHome(tokenFile), 'utf8')).trim()
      : token;
    let ca: string | undefined;
    if (caData) {
      ca = pem(caData);
    } else if (caFile) {
      ca = await readFile(atHome(caFile), 'utf8');
    }
    return {
      url,
      headers: bearer ? { authorization: `Bearer ${bearer}` } : {},
      tls: {
        ...(ca ? { ca } : {}),
        ...(skipTLSVerify ? { rejectUnauthorized: false } : {}),
      },
    };
  }
}

const SERVICE_ACCOUNT = '/var/run/secrets/kubernetes.io/serviceaccount';

/** The server of the cluster that this process runs in, by its service account. */
export function inClusterAccess(
  env: Record<string, string | undefined> = process.env,
): ServerAccess {
  const host = env.KUBERNETES_SERVICE_HOST;
  if (!host) {
    throw new Error(
      'inCluster is set, but this process does not run in a cluster: KUBERNETES_SERVICE_HOST is not there',
    );
  }
  const port = env.KUBERNETES_SERVICE_PORT ?? '443';
  return {
    url: `https://${host.includes(':') ? `[${host}]` : host}:${port}`,
    caFile: join(SERVICE_ACCOUNT, 'ca.crt'),
    tokenFile: join(SERVICE_ACCOUNT, 'token'),
  };
}

export function atHome(path: string): string {
  return path.startsWith('~/') ? join(homedir(), path.slice(2)) : path;
}

export function pem(data: string): string {
  return data.includes('-----BEGIN')
    ? data
    : Buffer.from(data, 'base64').toString('utf8');
}
