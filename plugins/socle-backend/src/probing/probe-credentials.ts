import { ProbeCredential } from '@socle/backstage-plugin-socle-model';
import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { ConfiguredProbe } from '../config/probes';
import { reasonOf } from '../reading/api-error';
import { Clock } from '../reading/clock';
import {
  atHome,
  Credentials,
  CredentialSource,
  pem,
  Rereading,
} from '../reading/credentials';

/** Signs in to one configured instance; what stands in files is read again when it changes. */
export class ProbeCredentials implements CredentialSource {
  private readonly reading: Rereading<Credentials>;

  constructor(
    private readonly instance: ConfiguredProbe,
    private readonly kind: ProbeCredential,
    clock: Clock,
  ) {
    this.reading = new Rereading(clock, () => this.read());
  }

  get(): Promise<Credentials> {
    return this.reading.get();
  }

  refused(): boolean {
    this.reading.forget();
    const { tokenFile, passwordFile } = this.instance.credential ?? {};
    return tokenFile !== undefined || passwordFile !== undefined;
  }

  /** Which credential it is, for a person; never what it is. */
  get title(): string {
    const { credential, at } = this.instance;
    if (!credential) {
      return `no credential (${at}.credential)`;
    }
    const { username, tokenFile, passwordFile } = credential;
    const file = tokenFile ?? passwordFile;
    const what = username === undefined ? 'the token' : `user ${username}`;
    const key = tokenFile === undefined ? 'passwordFile' : 'tokenFile';
    return file === undefined
      ? `${what} of ${at}.credential`
      : `${what} with ${file} (${at}.credential.${key})`;
  }

  private async read(): Promise<Credentials> {
    const { url, skipTLSVerify } = this.instance;
    const ca = await this.authority();
    return {
      url,
      headers: await this.headers(),
      tls: {
        ...(ca ? { ca } : {}),
        ...(skipTLSVerify ? { rejectUnauthorized: false } : {}),
      },
    };
  }

  private async authority(): Promise<string | undefined> {
    const { caFile, caData, at } = this.instance;
    if (!caData && !caFile) {
      return undefined;
    }
    const key = `${at}.${caData ? 'caData' : 'caFile'}`;
    const text = caData ? pem(caData) : await textOf(caFile!, key);
    try {
      // Node would take what is none for no authority at all, and only say that nobody is trusted.
      void new X509Certificate(text);
    } catch {
      throw new Error(
        `${key}${caData ? '' : ` ${caFile}`} holds no certificate`,
      );
    }
    return text;
  }

  private async headers(): Promise<Record<string, string>> {
    const { credential, at } = this.instance;
    const { kind } = this;
    const where = `${at}.credential`;
    if (!credential || kind === 'none') {
      return {};
    }
    if (kind === 'basic') {
      const password = await secret(
        credential.password,
        credential.passwordFile,
        `${where}.password`,
      );
      const pair = Buffer.from(`${credential.username}:${password}`);
      return { authorization: `Basic ${pair.toString('base64')}` };
    }
    const token = await secret(
      credential.token,
      credential.tokenFile,
      `${where}.token`,
    );
    return kind === 'bearer'
      ? { authorization: `Bearer ${token}` }
      : { [kind.header.toLowerCase()]: token };
  }
}

async function secret(
  value: string | undefined,
  file: string | undefined,
  key: string,
): Promise<string> {
  const where = value === undefined ? `${key}File ${file}` : key;
  const text = value ?? (await textOf(file!, `${key}File`));
  const found = text.trim();
  if (/[\r\n\0]/.test(found)) {
    // Node would name the header, and others print what they send.
    throw new Error(`${where} holds more than one line`);
  }
  if (!found) {
    throw new Error(`${where} is empty`);
  }
  return found;
}

async function textOf(file: string, key: string): Promise<string> {
  try {
    return await readFile(atHome(file), 'utf8');
  } catch (error) {
    throw new Error(`${key}: ${reasonOf(error)}`);
  }
}
