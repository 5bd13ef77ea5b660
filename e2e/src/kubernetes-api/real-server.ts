import { ChildProcess, spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  ClusterConnection,
  connectTo,
  readJson,
  systemClock,
} from '@socle/backstage-plugin-socle-backend/src/reading';
import { ApiServer } from './api-server';
import { Binaries } from './binaries';

const READY_MILLIS = 90_000;

/**
 * A kube-apiserver with an etcd of its own on the loopback interface. It keeps no watch cache of PodTemplates, so that
 * compaction of etcd shows at once.
 */
export async function startRealServer(binaries: Binaries): Promise<ApiServer> {
  const folder = await mkdtemp(join(tmpdir(), 'socle-apiserver-'));
  const [client, peer, secure] = await freePorts(3);
  const etcdUrl = `http://127.0.0.1:${client}`;
  const processes: Running[] = [];
  const stop = async () => {
    await Promise.all(processes.reverse().map(one => one.stop()));
    await rm(folder, { recursive: true, force: true });
  };
  try {
    processes.push(
      run(binaries.etcd, [
        `--data-dir=${join(folder, 'etcd')}`,
        `--listen-client-urls=${etcdUrl}`,
        `--advertise-client-urls=${etcdUrl}`,
        `--listen-peer-urls=http://127.0.0.1:${peer}`,
        `--initial-advertise-peer-urls=http://127.0.0.1:${peer}`,
        `--initial-cluster=default=http://127.0.0.1:${peer}`,
        '--unsafe-no-fsync',
        '--log-level=error',
      ]),
    );
    await writeIdentities(folder);
    const certificates = join(folder, 'certificates');
    const apiserver = run(binaries.apiserver, [
      `--etcd-servers=${etcdUrl}`,
      `--secure-port=${secure}`,
      '--bind-address=127.0.0.1',
      `--cert-dir=${certificates}`,
      '--service-account-issuer=https://kubernetes.default.svc',
      `--service-account-key-file=${join(folder, 'sa.pub')}`,
      `--service-account-signing-key-file=${join(folder, 'sa.key')}`,
      `--token-auth-file=${join(folder, 'tokens.csv')}`,
      '--authorization-mode=RBAC',
      '--service-cluster-ip-range=10.43.0.0/24',
      '--endpoint-reconciler-type=none',
      '--watch-cache-sizes=podtemplates#0',
    ]);
    processes.push(apiserver);
    const connect = (name: string) =>
      connectTo(name, {
        server: {
          url: `https://127.0.0.1:${secure}`,
          caFile: join(certificates, 'apiserver.crt'),
          tokenFile: join(folder, `${name}.token`),
        },
      });
    const admin = connect('admin');
    const limited = connect('limited');
    await untilReady(admin, apiserver);
    await permitLimited(admin);
    return {
      admin,
      limited,
      compact: () => compact(etcdUrl),
      stop: async () => {
        admin.close();
        limited.close();
        await stop();
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Two callers known by token, and the key that service account tokens are signed with. */
async function writeIdentities(folder: string): Promise<void> {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
  });
  const rows = [
    'admin-token,admin,admin,system:masters',
    'limited-token,limited,limited',
  ];
  await Promise.all([
    writeFile(join(folder, 'sa.pub'), publicKey),
    writeFile(join(folder, 'sa.key'), privateKey),
    writeFile(join(folder, 'tokens.csv'), `${rows.join('\n')}\n`),
    writeFile(join(folder, 'admin.token'), 'admin-token\n'),
    writeFile(join(folder, 'limited.token'), 'limited-token\n'),
  ]);
}

async function permitLimited(admin: ClusterConnection): Promise<void> {
  const path = '/apis/rbac.authorization.k8s.io/v1';
  const create = (plural: string, body: object) =>
    readJson(admin, systemClock, `${path}/${plural}`, { method: 'POST', body });
  const metadata = { name: 'limited' };
  await create('clusterroles', {
    metadata,
    rules: [
      {
        apiGroups: [''],
        resources: ['configmaps', 'podtemplates'],
        verbs: ['get', 'list', 'watch'],
      },
    ],
  });
  await create('clusterrolebindings', {
    metadata,
    roleRef: {
      apiGroup: 'rbac.authorization.k8s.io',
      kind: 'ClusterRole',
      name: 'limited',
    },
    subjects: [
      {
        apiGroup: 'rbac.authorization.k8s.io',
        kind: 'User',
        name: 'limited',
      },
    ],
  });
}

async function untilReady(
  admin: ClusterConnection,
  apiserver: Running,
): Promise<void> {
  const until = Date.now() + READY_MILLIS;
  for (;;) {
    const status = await admin.request('/readyz').then(
      answer => {
        answer.body.resume();
        return answer.status;
      },
      () => 0,
    );
    if (status === 200) {
      return;
    }
    if (Date.now() > until || apiserver.ended()) {
      throw new Error(`kube-apiserver is not ready:\n${apiserver.said()}`);
    }
    await new Promise(resolve => setTimeout(resolve, 250));
  }
}

/** Compacts at etcd's revision of now, through its HTTP gateway. */
async function compact(etcdUrl: string): Promise<void> {
  const call = async (path: string, body: object) => {
    const answer = await fetch(`${etcdUrl}/v3/kv/${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
    });
    return answer.json();
  };
  const { header } = await call('range', { key: 'AA==' });
  await call('compaction', { revision: header.revision, physical: true });
}

interface Running {
  ended(): boolean;
  said(): string;
  stop(): Promise<void>;
}

function run(command: string, args: string[]): Running {
  const child: ChildProcess = spawn(command, args, {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr!.setEncoding('utf8');
  child.stderr!.on('data', text => {
    said = (said + text).slice(-4_000);
  });
  const ended = () => child.exitCode !== null || child.signalCode !== null;
  return {
    ended,
    said: () => said,
    stop: () =>
      new Promise(resolve => {
        if (ended()) {
          resolve();
          return;
        }
        child.once('exit', () => resolve());
        child.kill('SIGKILL');
      }),
  };
}

async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer();
      await new Promise<void>(resolve =>
        server.listen(0, '127.0.0.1', resolve),
      );
      return server;
    }),
  );
  const ports = servers.map(server => (server.address() as AddressInfo).port);
  await Promise.all(
    servers.map(server => new Promise(resolve => server.close(resolve))),
  );
  return ports;
}
