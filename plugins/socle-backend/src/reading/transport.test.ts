import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import http from 'node:http';
import { AddressInfo, createServer, Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bodyOf, readJson } from './answer';
import { systemClock } from './clock';
import { ByteStream, ClusterAccess, ClusterResponse } from './connection';
import {
  Credentials,
  CredentialSource,
  inClusterAccess,
  REREAD_MILLIS,
} from './credentials';
import { connectTo } from './connect';
import { HttpConnection } from './transport';
import { ServerCredentials } from './credentials';
import { fastClock } from './__testing__/fast-clock';
import { fail, json } from './__testing__/fake-api';

let folder: string;
let server: http.Server;
let url: string;
let accepted: (authorization: string | undefined) => boolean;
let seen: Array<string | undefined>;
const connections: Array<{ close(): void }> = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'socle-reader-'));
  accepted = () => true;
  seen = [];
  server = http.createServer((request, response) => {
    const { authorization } = request.headers;
    seen.push(authorization);
    if (accepted(authorization)) {
      json(response, 200, { path: request.url });
    } else {
      fail(response, 401, 'Unauthorized');
    }
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(async () => {
  connections.splice(0).forEach(connection => connection.close());
  server.closeAllConnections();
  server.close();
  await rm(folder, { recursive: true });
});

function connect(access: ClusterAccess, clock = systemClock) {
  const connection = connectTo('test', access, clock);
  connections.push(connection);
  return (path: string, query?: Record<string, string>) =>
    readJson(connection, clock, path, { query });
}

describe('connectTo a server', () => {
  it('keeps the path that the API is served below, and encodes the query', async () => {
    const get = connect({ server: { url: `${url}/clusters/a/` } });
    await expect(get('/api', { q: 'a=b,c d' })).resolves.toEqual({
      path: '/clusters/a/api?q=a%3Db%2Cc+d',
    });
  });

  it('sends a token that does not change, once for each request', async () => {
    accepted = authorization => authorization === 'Bearer good';
    await connect({ server: { url, token: 'good' } })('/api');
    await expect(
      connect({ server: { url, token: 'bad' } })('/api'),
    ).rejects.toMatchObject({ status: 401, message: 'Unauthorized' });
    expect(seen).toEqual(['Bearer good', 'Bearer bad']);
  });

  it('takes a rotated token at once after a 401, else in a while', async () => {
    const tokenFile = join(folder, 'token');
    await writeFile(tokenFile, 'one\n');
    const clock = fastClock(100);
    const get = connect({ server: { url, tokenFile } }, clock);
    await get('/api');
    await writeFile(tokenFile, 'two\n');
    await get('/api');
    expect(seen).toEqual(['Bearer one', 'Bearer one']);
    accepted = authorization => authorization === 'Bearer two';
    await get('/api');
    expect(seen.slice(2)).toEqual(['Bearer one', 'Bearer two']);
    await writeFile(tokenFile, 'three\n');
    accepted = () => true;
    await new Promise(resolve => setTimeout(resolve, REREAD_MILLIS / 100 + 20));
    await get('/api');
    expect(seen.at(-1)).toBe('Bearer three');
  });

  it('names a token file that is not there', async () => {
    await expect(
      connect({ server: { url, tokenFile: join(folder, 'none') } })('/api'),
    ).rejects.toThrow(/no credentials: ENOENT/);
  });

  it('says why a server cannot be reached', async () => {
    server.close();
    server.closeAllConnections();
    await expect(connect({ server: { url } })('/api')).rejects.toThrow(
      /ECONNREFUSED/,
    );
  });

  it('waits neither for an answer nor for a connection without end', async () => {
    const sockets = new Set<{ destroy(): void }>();
    const mute: Server = createServer(socket => sockets.add(socket));
    await new Promise<void>(resolve => mute.listen(0, '127.0.0.1', resolve));
    const { port } = mute.address() as AddressInfo;
    const clock = fastClock(100);
    await expect(
      connect({ server: { url: `http://127.0.0.1:${port}` } }, clock)('/api'),
    ).rejects.toThrow('no answer within 30 seconds');
    sockets.forEach(socket => socket.destroy());
    mute.close();
    // An address that is set aside for documentation: nothing answers there.
    const far = new HttpConnection(
      'far',
      new ServerCredentials({ url: 'http://192.0.2.1' }, clock),
      clock,
    );
    await expect(far.request('/api')).rejects.toThrow(
      /no connection within 10 seconds|ENETUNREACH|EHOSTUNREACH|ECONNREFUSED/,
    );
  });

  it('tries again on a kept connection that the server had closed', async () => {
    const get = connect({ server: { url } });
    await get('/api');
    server.prependOnceListener('request', request => request.socket.destroy());
    await expect(get('/api')).resolves.toEqual({ path: '/api' });
  });

  it('ends a request with its signal', async () => {
    const abort = new AbortController();
    abort.abort(new Error('enough'));
    const connection = connectTo('test', { server: { url } });
    connections.push(connection);
    await expect(
      connection.request('/api', { signal: abort.signal }),
    ).rejects.toThrow('enough');
  });
});

describe('a stream', () => {
  const open = async (credentials: CredentialSource) => {
    const connection = new HttpConnection('test', credentials);
    connections.push(connection);
    return connection.stream('/api', { query: { watch: 1 } });
  };
  const source = (tokens: string[], more: Partial<Credentials> = {}) => ({
    get: async () => ({
      url: `${url}/a`,
      headers: { authorization: tokens[0] },
      tls: {},
      ...more,
    }),
    refused: () => tokens.splice(0, 1).length > 0 && tokens.length > 0,
  });
  const textOf = (answer: ByteStream | ClusterResponse) =>
    new Promise<string>((resolve, reject) => {
      let text = '';
      if (!('follow' in answer)) {
        reject(new Error(`answered with ${answer.status}`));
        return;
      }
      answer.follow({
        bytes: bytes => {
          text += bytes.toString();
        },
        end: () => resolve(text),
      });
    });

  it('asks again with other credentials after a 401', async () => {
    accepted = authorization => authorization === 'new';
    const answer = await open(source(['old', 'new']));
    await expect(textOf(answer)).resolves.toBe('{"path":"/a/api?watch=1"}');
    expect(seen).toEqual(['old', 'new']);
  });

  it('gives an answer other than 200 as a request does', async () => {
    accepted = () => false;
    const answer = (await open(source(['old']))) as ClusterResponse;
    await expect(bodyOf(answer, systemClock)).rejects.toMatchObject({
      status: 401,
      message: 'Unauthorized',
    });
    expect(seen).toEqual(['old']);
  });

  it.each([
    ['a proxy', () => ({ agent: new http.Agent() })],
    [
      'a password in the address',
      () => ({ url: url.replace('://', '://ann:secret@'), headers: {} }),
    ],
  ])('leaves %s to an ordinary request', async (_what, more) => {
    const answer = (await open(source(['any'], more()))) as ClusterResponse;
    expect('follow' in answer).toBe(false);
    await expect(bodyOf(answer, systemClock)).resolves.toBeDefined();
    expect(seen).toHaveLength(1);
  });
});

// The client comes as ESM only, which Jest loads with this flag alone; `npm test` sets it.
const withEsm = process.env.NODE_OPTIONS?.includes('experimental-vm-modules')
  ? describe
  : describe.skip;

withEsm('connectTo a kubeconfig', () => {
  const write = async (token: string, at: number) => {
    const path = join(folder, 'config');
    await writeFile(
      path,
      JSON.stringify({
        apiVersion: 'v1',
        kind: 'Config',
        'current-context': 'other',
        clusters: [
          { name: 'here', cluster: { server: `${url}/here` } },
          { name: 'other', cluster: { server: `${url}/other` } },
        ],
        users: [
          { name: 'ann', user: { token } },
          {
            name: 'exec',
            user: {
              exec: {
                apiVersion: 'client.authentication.k8s.io/v1',
                command: process.execPath,
                args: [
                  '-e',
                  'console.log(JSON.stringify({status:{token:"of-"+process.env.WHO}}))',
                ],
                env: [{ name: 'WHO', value: 'plugin' }],
              },
            },
          },
        ],
        contexts: [
          { name: 'here', context: { cluster: 'here', user: 'ann' } },
          { name: 'other', context: { cluster: 'other', user: 'exec' } },
        ],
      }),
    );
    await utimes(path, at, at);
    return path;
  };

  it('takes the named context, and a token that was renewed in the file', async () => {
    const path = await write('first', 1_000);
    const get = connect({ kubeconfig: { path, context: 'here' } });
    await expect(get('/api')).resolves.toEqual({ path: '/here/api' });
    await write('second', 2_000);
    accepted = authorization => authorization === 'Bearer second';
    await get('/api');
    expect(seen).toEqual(['Bearer first', 'Bearer first', 'Bearer second']);
  });

  it('runs an exec plugin', async () => {
    const path = await write('first', 1_000);
    const get = connect({ kubeconfig: { path } });
    await expect(get('/api')).resolves.toEqual({ path: '/other/api' });
    expect(seen).toEqual(['Bearer of-plugin']);
  });

  it('names a context that is not there', async () => {
    const path = await write('first', 1_000);
    await expect(
      connect({ kubeconfig: { path, context: 'none' } })('/api'),
    ).rejects.toThrow(/has no context none/);
  });
});

describe('in a cluster', () => {
  it('takes the service account', () => {
    expect(
      inClusterAccess({
        KUBERNETES_SERVICE_HOST: 'fd00::1',
        KUBERNETES_SERVICE_PORT: '6443',
      }),
    ).toMatchObject({
      url: 'https://[fd00::1]:6443',
      tokenFile: '/var/run/secrets/kubernetes.io/serviceaccount/token',
    });
  });

  it('says where it is not in one', () => {
    expect(() => inClusterAccess({})).toThrow(/KUBERNETES_SERVICE_HOST/);
  });
});
