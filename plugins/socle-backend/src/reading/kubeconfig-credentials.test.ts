import { mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileFunction } from 'node:vm';
import { dump } from 'js-yaml';
import { fastClock } from './__testing__/fast-clock';
import { build } from 'esbuild';
import type * as Connect from './connect';
import type * as KubeconfigCredentialsModule from './kubeconfig-credentials';

type Bundle = typeof Connect & typeof KubeconfigCredentialsModule;

/** The Kubernetes client comes as ESM only, which this runner does not load: it is bundled with what uses it. */
async function bundle(directory: string): Promise<Bundle> {
  const outfile = join(directory, 'bundle.cjs');
  await build({
    stdin: {
      contents: `export * from './connect'; export * from './kubeconfig-credentials';`,
      resolveDir: __dirname,
      loader: 'ts',
    },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    logLevel: 'error',
  });
  const loaded = { exports: {} as Bundle };
  const run = compileFunction(await readFile(outfile, 'utf8'), [
    'module',
    'exports',
    'require',
    '__dirname',
  ]);
  run(loaded, loaded.exports, require, directory);
  return loaded.exports;
}

describe('KubeconfigCredentials', () => {
  let directory: string;
  let connectTo: Bundle['connectTo'];
  let KubeconfigCredentials: Bundle['KubeconfigCredentials'];
  let server: Server;
  let url: string;
  const authorizations: Array<string | undefined> = [];

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'kubeconfig-'));
    ({ connectTo, KubeconfigCredentials } = await bundle(directory));
    server = createServer((request, response) => {
      authorizations.push(request.headers.authorization);
      response.setHeader('Content-Type', 'application/json');
      response.end(JSON.stringify({ path: request.url }));
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise(resolve => server.close(resolve));
    await rm(directory, { recursive: true });
  });
  beforeEach(() => {
    authorizations.length = 0;
  });

  async function kubeconfig(
    name: string,
    {
      cluster,
      user = { token: 'made-up' },
    }: { cluster?: object; user?: object },
  ): Promise<string> {
    const path = join(directory, name);
    await writeFile(
      path,
      dump({
        apiVersion: 'v1',
        kind: 'Config',
        'current-context': 'lab',
        clusters: [{ name: 'lab', cluster: { server: url, ...cluster } }],
        users: [{ name: 'me', user }],
        contexts: [
          { name: 'lab', context: { cluster: 'lab', user: 'me' } },
          { name: 'lost', context: { cluster: 'gone', user: 'me' } },
        ],
      }),
    );
    return path;
  }

  it.each([
    ['a token', { token: 'made-up' }, 'Bearer made-up'],
    [
      'name and password',
      { username: 'ann', password: 'x' },
      `Basic ${Buffer.from('ann:x').toString('base64')}`,
    ],
    ['nothing', {}, undefined],
  ])('speaks plain HTTP with %s', async (_, user, authorization) => {
    const path = await kubeconfig('plain', { user });
    const connection = connectTo('c', { kubeconfig: { path } });
    const answer = await connection.request('/version');
    expect(answer.status).toBe(200);
    answer.body.resume();
    expect(authorizations).toEqual([authorization]);
    connection.close();
  });

  it('reads what it needs for HTTPS, and does not verify only where told so', async () => {
    const ca = Buffer.from('-----BEGIN CERTIFICATE-----').toString('base64');
    const read = async (cluster: object) =>
      new KubeconfigCredentials(
        await kubeconfig('tls', {
          cluster: { server: 'https://10.9.8.7:6443', ...cluster },
        }),
        undefined,
        fastClock(1),
      ).get();
    expect(
      await read({
        'certificate-authority-data': ca,
        'tls-server-name': 'api',
      }),
    ).toMatchObject({
      url: 'https://10.9.8.7:6443',
      headers: { authorization: 'Bearer made-up' },
      tls: { ca: '-----BEGIN CERTIFICATE-----', servername: 'api' },
    });
    expect((await read({})).tls).not.toHaveProperty('rejectUnauthorized');
    expect(
      (await read({ 'insecure-skip-tls-verify': true })).tls,
    ).toHaveProperty('rejectUnauthorized', false);
  });

  it('reads the file again when it was refused, or later', async () => {
    const path = await kubeconfig('rotated', {});
    const credentials = new KubeconfigCredentials(path, 'lab', fastClock(1));
    expect((await credentials.get()).headers.authorization).toBe(
      'Bearer made-up',
    );
    await kubeconfig('rotated', { user: { token: 'renewed' } });
    await utimes(path, new Date(), new Date(Date.now() + 5_000));
    expect((await credentials.get()).headers.authorization).toBe(
      'Bearer made-up',
    );
    expect(credentials.refused()).toBe(true);
    expect((await credentials.get()).headers.authorization).toBe(
      'Bearer renewed',
    );
  });

  it.each([
    [
      'a context that is not there',
      'plain',
      'prod',
      /plain has no context prod/,
    ],
    [
      'a context without its cluster',
      'plain',
      'lost',
      /plain has no cluster for context lost/,
    ],
    ['a file that is not there', 'nowhere', undefined, /ENOENT.*nowhere/],
  ])('names %s', async (_, file, context, message) => {
    await kubeconfig('plain', {});
    const credentials = new KubeconfigCredentials(
      join(directory, file),
      context,
      fastClock(1),
    );
    await expect(credentials.get()).rejects.toThrow(message);
  });
});
