import { execFile } from 'node:child_process';
import { createServer, IncomingMessage, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build, Metafile } from 'esbuild';
import { NEVER_SYNCED, SYNCED } from './__testing__/run-command';

/** In the workspace, so that what is left out of the bundle is found from it. */
const workspace = path.resolve(__dirname, '../../..');
let folder: string;
let bundle: string;
let metafile: Metafile;

beforeAll(async () => {
  folder = await mkdtemp(path.join(workspace, 'node_modules/.socle-cli-test-'));
  bundle = path.join(folder, 'cli.cjs');
  const result = await build({
    absWorkingDir: workspace,
    entryPoints: ['packages/cli/src/main.ts'],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    target: 'node22',
    format: 'cjs',
    metafile: true,
    external: ['@kubernetes/client-node'],
  });
  metafile = result.metafile;
});

afterAll(() => rm(folder, { recursive: true, force: true }));

function socle(
  args: string[],
  stdin = '',
): Promise<{ code: number; out: string; err: string }> {
  return new Promise(resolve => {
    const child = execFile(
      process.execPath,
      [bundle, ...args],
      (error, out, err) =>
        resolve({ code: error ? Number(error.code) : 0, out, err }),
    );
    child.stdin?.end(stdin);
  });
}

it('takes in nothing but the model, the emitter, the shared words and readers of YAML', () => {
  const [output] = Object.values(metafile.outputs);
  const packages = Object.entries(output.inputs)
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .map(([file]) =>
      file
        .replace(/^.*node_modules\/((@[^/]+\/)?[^/]+).*$/, '$1')
        .replace(/^((?:plugins|packages)\/[^/]+).*$/, '$1'),
    );
  expect([...new Set(packages)].sort()).toEqual([
    'js-yaml',
    'packages/cli',
    'packages/emitter',
    'plugins/socle-common',
    'plugins/socle-model',
    'yaml',
  ]);
});

it('reads a pipe, prints only JSON on standard output and ends with the code', async () => {
  const failed = await socle(
    ['assess', '--json', '--at', '2026-09-15T12:00:00Z'],
    `${SYNCED}---\n${NEVER_SYNCED}`,
  );
  expect([failed.code, failed.err]).toEqual([1, '']);
  expect(JSON.parse(failed.out)).toHaveLength(2);
  expect((await socle(['assess', '--json'], '')).code).toBe(2);
});

describe('with a kubeconfig', () => {
  let server: Server;
  let kubeconfig: string;
  const seen: IncomingMessage[] = [];

  beforeAll(async () => {
    const answers: Record<string, unknown> = {
      '/lab/api': { versions: ['v1'] },
      '/lab/apis': { groups: [] },
      '/lab/api/v1': {
        resources: [
          { name: 'serviceaccounts', kind: 'ServiceAccount', namespaced: true },
        ],
      },
      '/lab/api/v1/serviceaccounts': {
        items: [{ metadata: { name: 'one', namespace: 'shop', uid: 'u' } }],
      },
    };
    server = createServer((request, response) => {
      seen.push(request);
      const answer = answers[request.url!.split('?')[0]];
      response.statusCode = answer ? 200 : 404;
      response.end(JSON.stringify(answer ?? { message: 'not found' }));
    });
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
    kubeconfig = path.join(folder, 'kubeconfig');
    const config = {
      apiVersion: 'v1',
      kind: 'Config',
      'current-context': 'lab',
      clusters: [
        {
          name: 'lab',
          cluster: {
            server: `http://127.0.0.1:${
              (server.address() as AddressInfo).port
            }/lab`,
          },
        },
        { name: 'gone', cluster: { server: 'http://127.0.0.1:9/' } },
      ],
      users: [{ name: 'reader', user: { token: 'not-a-real-token' } }],
      contexts: ['lab', 'gone'].map(name => ({
        name,
        context: { cluster: name, user: 'reader' },
      })),
    };
    await writeFile(kubeconfig, JSON.stringify(config));
  });

  afterAll(
    () =>
      new Promise(resolve => {
        server.close(resolve);
      }),
  );

  it('judges the cluster, reading only, with its credentials', async () => {
    const { code, out, err } = await socle([
      'assess',
      '--kubeconfig',
      kubeconfig,
      '--json',
    ]);
    expect([code, err]).toEqual([0, '']);
    expect(JSON.parse(out)).toMatchObject([
      {
        file: 'lab',
        ref: { cluster: 'lab', kind: 'ServiceAccount', name: 'one' },
      },
    ]);
    expect(new Set(seen.map(request => request.method))).toEqual(
      new Set(['GET']),
    );
    expect(
      seen.every(
        request => request.headers.authorization === 'Bearer not-a-real-token',
      ),
    ).toBe(true);
    const text = await socle(['assess', '--kubeconfig', kubeconfig]);
    expect(text.out).toBe('1 object: 1 unknown\n');
  });

  it.each([
    [['--kube-context', 'nowhere'], 'has no context "nowhere", but: lab, gone'],
    [['--kube-context', 'gone'], 'Could not read gone: '],
  ])('ends with 2 and says why: %j', async (args, message) => {
    const { code, err } = await socle([
      'assess',
      '--kubeconfig',
      kubeconfig,
      ...args,
      '--json',
    ]);
    expect(code).toBe(2);
    expect(err).toContain(message);
  });
});
