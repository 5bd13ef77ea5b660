import { ProbeCredential } from '@socle/backstage-plugin-socle-model';
import { readFile } from 'node:fs/promises';
import { ConfiguredProbe } from '../config/probes';
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
    return file === undefined
      ? `${what} of ${at}.credential`
      : `${what} with ${file}`;
  }

  private async read(): Promise<Credentials> {
    const { url, caFile, caData, skipTLSVerify } = this.instance;
    let ca: string | undefined;
    if (caData) {
      ca = pem(caData);
    } else if (caFile) {
      ca = await readFile(atHome(caFile), 'utf8');
    }
    return {
      url,
      headers: await this.headers(),
      tls: {
        ...(ca ? { ca } : {}),
        ...(skipTLSVerify ? { rejectUnauthorized: false } : {}),
      },
    };
  }

  private async headers(): Promise<Record<string, string>> {
    const { credential } = this.instance;
    const { kind } = this;
    if (!credential || kind === 'none') {
      return {};
    }
    if (kind === 'basic') {
      const password = await secret(
        credential.password,
        credential.passwordFile,
      );
      const pair = Buffer.from(`${credential.username}:${password}`);
      return { authorization: `Basic ${pair.toString('base64')}` };
    }
    const token = await secret(credential.token, credential.tokenFile);
    return kind === 'bearer'
      ? { authorization: `Bearer ${token}` }
      : { [kind.header.toLowerCase()]: token };
  }
}

async function secret(
  value: string | undefined,
  file: string | undefined,
): Promise<string> {
  const text = value ?? (await readFile(atHome(file!), 'utf8'));
  const found = text.trim();
  if (/[\r\n\0]/.test(found)) {
    // Node would name the header, and others print what they send.
    throw new Error(`${file ?? 'the credential'} holds more than one line`);
  }
  if (!found) {
    throw new Error(`${file ?? 'the credential'} is empty`);
  }
  return found;
}
