import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A key and a certificate that signs itself; undefined where there is no openssl. */
export function selfSigned(
  names = 'DNS:localhost',
): { key: Buffer; cert: Buffer } | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'socle-tls-'));
  const [key, cert] = ['key', 'cert'].map(name => join(folder, name));
  try {
    execFileSync(
      'openssl',
      [
        ...'req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1'.split(
          ' ',
        ),
        ...'-nodes -days 2 -subj /CN=localhost'.split(' '),
        ...['-addext', `subjectAltName=${names}`],
        ...['-keyout', key, '-out', cert],
      ],
      { stdio: 'ignore' },
    );
    return { key: readFileSync(key), cert: readFileSync(cert) };
  } catch {
    return undefined;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
