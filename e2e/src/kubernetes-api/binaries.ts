import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildWithGo, cacheFolder, hasGo, requiredVersion } from './go-build';

export interface Binaries {
  apiserver: string;
  etcd: string;
}

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
  const version = requiredVersion(source, 'k8s.io/kubernetes');
  if (!version) {
    return 'go.mod names no Kubernetes';
  }
  const folder = cacheFolder(`kubernetes-${version}`);
  const binaries = inFolder(folder);
  if (isThere(binaries)) {
    return binaries;
  }
  if (!hasGo()) {
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
  const stamp = 'k8s.io/component-base/version';
  const [major, minor] = version.slice(1).split('.');
  const flags = [
    `-s -w -X ${stamp}.gitVersion=${version}`,
    `-X ${stamp}.gitMajor=${major} -X ${stamp}.gitMinor=${minor}`,
  ].join(' ');
  const { apiserver, etcd } = inFolder(folder);
  return (
    buildWithGo(source, 'go.etcd.io/etcd/server/v3', etcd, flags) &&
    buildWithGo(
      source,
      'k8s.io/kubernetes/cmd/kube-apiserver',
      apiserver,
      flags,
    )
  );
}
