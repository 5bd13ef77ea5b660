import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

export interface Binaries {
  apiserver: string;
  etcd: string;
}

/** A cold build on two cores takes some minutes; a machine that needs longer goes without. */
const BUILD_MILLIS = 20 * 60_000;

/**
 * A real API server and etcd: those of KUBEBUILDER_ASSETS, else built once from their Go modules. Says in a word why
 * there are none. `SOCLE_KUBERNETES=off` goes without at once.
 */
export function findBinaries(): Binaries | string {
  if (process.env.SOCLE_KUBERNETES === 'off') {
    return 'SOCLE_KUBERNETES is off';
  }
  const assets = process.env.KUBEBUILDER_ASSETS;
  if (assets) {
    const binaries = inFolder(assets);
    return isThere(binaries)
      ? binaries
      : `KUBEBUILDER_ASSETS holds no kube-apiserver and etcd`;
  }
  const source = dirname(require.resolve('../../go/go.mod'));
  const version = /k8s\.io\/kubernetes (v\S+)/.exec(
    readFileSync(join(source, 'go.mod'), 'utf8'),
  )?.[1];
  if (!version) {
    return 'go.mod names no Kubernetes';
  }
  const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache');
  const folder = join(cache, 'socle', `kubernetes-${version}`);
  const binaries = inFolder(folder);
  if (isThere(binaries)) {
    return binaries;
  }
  if (spawnSync('go', ['version']).status !== 0) {
    return 'neither KUBEBUILDER_ASSETS nor go is here';
  }
  return build(source, folder, version) ? binaries : 'the build failed';
}

function inFolder(folder: string): Binaries {
  return {
    apiserver: join(folder, 'kube-apiserver'),
    etcd: join(folder, 'etcd'),
  };
}

function isThere({ apiserver, etcd }: Binaries): boolean {
  return existsSync(apiserver) && existsSync(etcd);
}

function build(source: string, folder: string, version: string): boolean {
  process.stderr.write(
    `Building kube-apiserver ${version} and etcd into ${folder}, once …\n`,
  );
  mkdirSync(folder, { recursive: true });
  const stamp = 'k8s.io/component-base/version';
  const [major, minor] = version.slice(1).split('.');
  const flags = [
    `-s -w -X ${stamp}.gitVersion=${version}`,
    `-X ${stamp}.gitMajor=${major} -X ${stamp}.gitMinor=${minor}`,
  ].join(' ');
  return [
    { module: 'go.etcd.io/etcd/server/v3', to: 'etcd' },
    { module: 'k8s.io/kubernetes/cmd/kube-apiserver', to: 'kube-apiserver' },
  ].every(({ module, to }) => {
    const part = join(folder, `${to}.${process.pid}`);
    const { status } = spawnSync(
      'go',
      ['build', '-trimpath', '-ldflags', flags, '-o', part, module],
      {
        cwd: source,
        env: { ...process.env, CGO_ENABLED: '0', GOFLAGS: '-buildvcs=false' },
        stdio: ['ignore', 'ignore', 'inherit'],
        timeout: BUILD_MILLIS,
      },
    );
    if (status === 0) {
      renameSync(part, join(folder, to));
    }
    return status === 0;
  });
}
