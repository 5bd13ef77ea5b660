import { ProbeCredential } from '@socle/backstage-plugin-socle-model';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfiguredCredential } from '../config/probes';
import { systemClock } from '../reading/clock';
import { ProbeCredentials } from './probe-credentials';

const folder = mkdtempSync(join(tmpdir(), 'socle-credentials-'));
const file = join(folder, 'secret');
afterAll(() => rmSync(folder, { recursive: true }));

function credentials(
  kind: ProbeCredential,
  credential: ConfiguredCredential | undefined,
) {
  return new ProbeCredentials(
    {
      probe: 'depot',
      name: 'main',
      cluster: 'lab',
      url: 'https://depot',
      namespace: 'main',
      title: 'main',
      endpoints: [],
      everySeconds: 30,
      timeoutSeconds: 10,
      at: 'socle.probes.depot[0]',
      credential,
    },
    kind,
    systemClock,
  );
}

describe('the credential of a probe', () => {
  beforeEach(() => writeFileSync(file, 'from-file\n'));

  it.each<[ProbeCredential, ConfiguredCredential | undefined, object, string]>([
    [
      'bearer',
      { token: 't0' },
      { authorization: 'Bearer t0' },
      'the token of socle.probes.depot[0].credential',
    ],
    [
      'bearer',
      { tokenFile: file },
      { authorization: 'Bearer from-file' },
      `the token with ${file} (socle.probes.depot[0].credential.tokenFile)`,
    ],
    [
      { header: 'X-Depot-Token' },
      { token: 't0' },
      { 'x-depot-token': 't0' },
      'the token of socle.probes.depot[0].credential',
    ],
    [
      'basic',
      { username: 'robot$r', password: 'p' },
      { authorization: `Basic ${Buffer.from('robot$r:p').toString('base64')}` },
      'user robot$r of socle.probes.depot[0].credential',
    ],
    [
      'basic',
      { username: 'u', passwordFile: file },
      {
        authorization: `Basic ${Buffer.from('u:from-file').toString('base64')}`,
      },
      `user u with ${file} (socle.probes.depot[0].credential.passwordFile)`,
    ],
    [
      'bearer',
      undefined,
      {},
      'no credential (socle.probes.depot[0].credential)',
    ],
    ['none', undefined, {}, 'no credential (socle.probes.depot[0].credential)'],
  ])('%j from %j', async (kind, given, headers, title) => {
    const one = credentials(kind, given);
    expect((await one.get()).headers).toEqual(headers);
    expect(one.title).toBe(title);
  });

  it('is asked for anew after a refusal, where it can be another', async () => {
    const rotating = credentials('bearer', { tokenFile: file });
    await rotating.get();
    writeFileSync(file, 'rotated');
    expect(rotating.refused()).toBe(true);
    expect((await rotating.get()).headers.authorization).toBe('Bearer rotated');
    expect(credentials('bearer', { token: 't' }).refused()).toBe(false);
  });

  it.each([
    ['', 'is empty'],
    ['a\nb', 'holds more than one line'],
  ])('does not send what is none: %j', async (text, message) => {
    writeFileSync(file, text);
    const error = await credentials('bearer', { tokenFile: file })
      .get()
      .catch(String);
    expect(error).toBe(
      `Error: socle.probes.depot[0].credential.tokenFile ${file} ${message}`,
    );
  });
});
