import { ConfiguredProbe } from '../config/probes';
import { eventually } from '../reading/__testing__/fast-clock';
import { selfSigned } from '../reading/__testing__/self-signed';
import { credential, leads, serving } from './__testing__/serving';

const { pathOf, file, depot, probing } = serving();

const pair = selfSigned('DNS:localhost,IP:127.0.0.1,IP:::1');
const other = selfSigned('DNS:localhost,IP:127.0.0.1');
if (!pair || !other) {
  process.stderr.write('No openssl: probes over TLS are not tested.\n');
}

(pair && other ? describe : describe.skip)('over TLS', () => {
  const named = () => selfSigned('DNS:registry.example.org')!;

  it.each<[string, () => Partial<ConfiguredProbe>]>([
    ['by its caFile', () => ({ caFile: file('ca.pem', pair!.cert) })],
    [
      'by a caFile of several',
      () => ({ caFile: file('cas.pem', `${other!.cert}\n${pair!.cert}`) }),
    ],
    ['by its caData', () => ({ caData: pair!.cert.toString('base64') })],
    ['unseen, where that is configured', () => ({ skipTLSVerify: true })],
  ])('trusts a certificate that signs itself %s', async (_by, more) => {
    const server = await depot(pair);
    const at = probing({ url: server.url, credential, ...more() });
    await eventually(() => expect(at.state()).toBe('live'));
    expect(server.authorizations[0]).toBe('Bearer secret-1');
  });

  it.each<[string, () => Partial<ConfiguredProbe>, RegExp]>([
    [
      'no authority is given',
      () => ({}),
      /self-signed certificate: .*caFile or caData/,
    ],
    [
      'another one is given',
      () => ({ caFile: file('other.pem', other!.cert) }),
      /self-signed certificate: .*caFile or caData/,
    ],
    [
      'its file is not there',
      () => ({ caFile: pathOf('gone.pem') }),
      /socle\.probes\.depot\[0\]\.caFile: ENOENT.*gone\.pem/,
    ],
    [
      'its file holds no certificate',
      () => ({ caFile: file('key.pem', pair!.key) }),
      /key\.pem holds no certificate/,
    ],
    [
      'what is given is none',
      () => ({ caData: 'bm90aGluZw==' }),
      /socle\.probes\.depot\[0\]\.caData holds no certificate/,
    ],
  ])('says so where %s, and sends nothing', async (_what, more, message) => {
    const server = await depot(pair);
    const at = probing({ url: server.url, credential, ...more() });
    await eventually(() => expect(at.state()).toBe('unreachable'));
    expect(at.message()).toMatch(message);
    expect(server.asked).toEqual([]);
  });

  it('says which names a certificate is for', async () => {
    const registry = named();
    const server = await depot(registry);
    const at = probing({
      url: server.url,
      credential,
      caFile: file('named.pem', registry.cert),
    });
    await eventually(() => expect(at.state()).toBe('unreachable'));
    expect(at.message()).toMatch(
      /is for DNS:registry\.example\.org, not for 127\.0\.0\.1/,
    );
    expect(server.asked).toEqual([]);
  });

  it('says that a port does not speak TLS', async () => {
    const plain = await depot();
    const at = probing({
      url: plain.url.replace('http:', 'https:'),
      credential,
    });
    await eventually(() => expect(at.state()).toBe('unreachable'));
    expect(at.message()).toMatch(/does not speak TLS.*http:\/\//);
  });

  it.each([
    [400, 'Client sent an HTTP request to an HTTPS server.\n'],
    [
      400,
      '<html><center>The plain HTTP request was sent to HTTPS port</center></html>',
    ],
  ])('says that a port speaks nothing but TLS', async (status, text) => {
    const server = await depot();
    server.always((_, response) => response.writeHead(status).end(text));
    const at = probing({ url: server.url });
    await eventually(() => expect(at.state()).toBe('unreachable'));
    expect(at.message()).toMatch(/speaks TLS only.*https:\/\//);
  });

  it('takes a new authority from its file without a restart', async () => {
    const server = await depot(pair);
    const caFile = file('rotated.pem', other!.cert);
    const at = probing({ url: server.url, caFile });
    await eventually(() => expect(at.state()).toBe('unreachable'));
    file('rotated.pem', pair!.cert);
    await eventually(() => expect(at.state()).toBe('live'));
  });

  it('is not led from HTTP to HTTPS with a credential', async () => {
    const secure = await depot(pair);
    const plain = await depot();
    plain.always((request, response) =>
      leads(`${secure.url}${request.url}`, 308)(request, response),
    );
    const at = probing({
      url: plain.url,
      credential,
      caFile: file('ca.pem', pair!.cert),
    });
    await eventually(() => expect(at.state()).toBe('unreachable'));
    expect(at.message()).toContain(
      `redirects to ${secure.url}/state, which is not followed`,
    );
    expect(secure.asked).toEqual([]);
  });
});
