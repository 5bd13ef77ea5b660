import { Conventions, ConventionsInput } from './conventions';

/**
 * The hosts and domains of the demo platform, and for the rest what most public repositories do.
 * @public
 */
export const defaultConventions: Conventions = {
  gitops: {
    repository: 'https://github.com/edgeprime/platform-gitops.git',
    revision: 'main',
    appsRoot: 'apps',
    applicationFile: 'application.yaml',
    rootInclude: '*/application.yaml',
    valuesFile: 'values.yaml',
    configsFolder: 'configs',
    namespace: 'argocd',
    destination: 'https://kubernetes.default.svc',
  },
  projects: { default: 'platform', allowed: ['platform', 'workloads'] },
  waves: {
    crds: -20,
    infrastructure: -10,
    vault: 0,
    'external-secrets': 5,
    'secret-store': 6,
    gateway: 10,
    database: 15,
    platform: 20,
    workload: 30,
  },
  reserved: {
    names: ['default', 'root', 'apps', 'in-cluster', 'argocd', 'kube-*'],
    namespaces: ['default', 'argocd', 'gateway', 'kube-*'],
  },
  domains: [
    { name: 'apps.edgeprime.io', listener: 'https' },
    { name: 'exitthecloud.eu', listener: 'https' },
  ],
  gateway: { name: 'platform', namespace: 'gateway' },
  network: {
    cilium: true,
    dns: { namespace: 'kube-system', podLabels: { 'k8s-app': 'kube-dns' } },
  },
  secrets: {
    store: { kind: 'ClusterSecretStore', name: 'vault-backend' },
    refreshInterval: '1h0m0s',
    nullBytePolicy: true,
  },
  vault: {
    mount: 'secret',
    authMount: 'kubernetes',
    terraformFolder: 'terraform/vault',
    tokenTtlSeconds: 3600,
  },
  images: {
    rewrite: 'admission',
    registry: 'harbor.apps.edgeprime.io',
    proxies: {
      'docker.io': 'proxy-dockerhub',
      'ghcr.io': 'proxy-ghcr',
      'quay.io': 'proxy-quay',
      'gcr.io': 'proxy-gcr',
    },
    curl: 'docker.io/curlimages/curl:8.14.1',
  },
  monitoring: {
    namespace: 'monitoring',
    podLabels: { 'app.kubernetes.io/name': 'prometheus' },
    serviceMonitorLabels: { release: 'prometheus' },
  },
  storage: { className: 'longhorn' },
  databases: {
    image: 'ghcr.io/cloudnative-pg/postgresql',
    version: '17.6',
    backupPlugin: 'barman-cloud.cloudnative-pg.io',
  },
  kafka: {
    cluster: 'kafka',
    namespace: 'kafka',
    apiVersion: 'kafka.strimzi.io/v1',
  },
  objectStorage: {
    endpoint: 'http://garage.garage.svc:3900',
    backupBucket: 'backups',
    garageAdmin: 'http://garage.garage.svc:3903',
  },
  vectors: { url: 'http://qdrant.qdrant.svc:6333' },
  backups: {
    velero: 'velero',
    location: 'default',
    longhorn: 'longhorn-system',
  },
  catalog: {
    file: 'catalog-info.yaml',
    owner: 'group:default/platform',
    lifecycle: 'production',
  },
};

/**
 * The conventions that configuration states, over the default ones.
 * @public
 */
export function conventionsFrom(given: ConventionsInput = {}): Conventions {
  return merge(defaultConventions, given) as Conventions;
}

/** What a name maps to (proxies, labels) is replaced as a whole, since leaving one out must be possible. */
const WHOLE = new Set([
  'proxies',
  'podLabels',
  'serviceMonitorLabels',
  'store',
]);

function merge(base: unknown, over: unknown): unknown {
  if (over === undefined) {
    return base;
  }
  if (!isRecord(base) || !isRecord(over)) {
    return over;
  }
  const merged: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(over)) {
    merged[key] =
      WHOLE.has(key) && value !== undefined ? value : merge(base[key], value);
  }
  return merged;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
