import { KindId, Resource } from '@socle/backstage-plugin-socle-model';
import { describeCluster, Expected } from './expectations';
import { demoPlatform } from './demo-platform';
import { ReadPlatform, readPlatform } from './read-platform';

const HONCHO = 'ai-platform/honcho';
const HINDSIGHT = 'ai-platform/hindsight';

/** The platform of the seeds, with the faults that its table and its folder name, one incident each. */
const EXPECTED: Expected = {
  cluster: 'edgit-k8s',
  faults: [
    {
      root: 'Node /worker-151',
      reason: 'NodeSilent',
      minutes: 25,
      affects: [
        'Node longhorn-system/worker-151',
        'Replica longhorn-system/pvc-*',
        'Volume longhorn-system/pvc-*',
        'PersistentVolumeClaim *',
        'DaemonSet kube-system/cilium',
        'Lease kube-node-lease/worker-151',
      ],
    },
    {
      root: `Pod ${HONCHO}-*`,
      reason: 'PodCrashLooping',
      minutes: 105,
      affects: [
        `Deployment ${HONCHO}`,
        `Service ${HONCHO}`,
        `HTTPRoute ${HONCHO}`,
        'Application argocd/honcho',
      ],
    },
    {
      root: `Pod ${HINDSIGHT}-*`,
      reason: 'PodImagePullFailed',
      minutes: 55,
      affects: [
        `Deployment ${HINDSIGHT}`,
        `Service ${HINDSIGHT}`,
        `HTTPRoute ${HINDSIGHT}`,
        'Application argocd/hindsight',
      ],
    },
    {
      root: 'PersistentVolumeClaim ai-platform/firecrawl-cache',
      reason: 'ClaimClassMissing',
      minutes: 200,
      affects: [
        'Pod ai-platform/firecrawl-worker-*',
        'Deployment ai-platform/firecrawl-worker',
        'Application argocd/firecrawl',
      ],
    },
    {
      root: 'ExternalSecret n8n/n8n-smtp',
      reason: 'ExternalSecretNeverSynced',
      minutes: 410,
      affects: ['Application argocd/n8n'],
    },
    {
      root: 'Backup longhorn-system/backup-*',
      reason: 'LonghornBackupFailed',
      affects: [],
    },
    {
      root: 'Application argocd/paperless-ngx',
      reason: 'ArgoComparisonError',
      minutes: 95,
      affects: ['Application argocd/root'],
    },
    {
      root: 'Application argocd/matomo',
      reason: 'ArgoOutOfSync',
      affects: ['Application argocd/root'],
    },
    {
      root: 'Cluster backstage/backstage-db',
      reason: 'CnpgClusterArchivingFails',
      minutes: 150,
      affects: [],
    },
    {
      root: 'KafkaTopic kafka/audit',
      reason: 'KafkaTopicNotReady',
      minutes: 5 * 24 * 60,
      affects: [],
    },
    // What is asked over HTTP says how it is, and not since when.
    {
      root: 'Collection qdrant/images',
      reason: 'QdrantShardDead',
      affects: ['Qdrant qdrant/qdrant'],
    },
    {
      root: 'Bucket garage/loki',
      reason: 'GarageBucketNearlyFull',
      affects: [],
    },
    { root: 'Key garage/velero-*', reason: 'GarageKeyExpiring', affects: [] },
    { root: 'Quota harbor/ai', reason: 'HarborQuotaNearlyUsedUp', affects: [] },
    {
      root: 'Artifact harbor/ai/embedder@*',
      reason: 'HarborArtifactCritical',
      affects: [],
    },
  ],
  systems: {
    longhorn: 'failed',
    garage: 'degraded',
    harbor: 'degraded',
    velero: 'healthy',
    'cloudnative-pg': 'degraded',
    dragonfly: 'healthy',
    strimzi: 'degraded',
    'tidb-operator': 'healthy',
    pd: 'healthy',
    surrealdb: 'healthy',
    qdrant: 'degraded',
    supabase: 'healthy',
    s3: 'healthy',
    vault: 'healthy',
    'external-secrets': 'failed',
    'argo-cd': 'degraded',
    'gateway-api': 'failed',
    kubernetes: 'failed',
    talos: 'failed',
    'control-plane': 'healthy',
    'metrics-server': 'healthy',
    kubelet: 'healthy',
    workloads: 'failed',
    'persistent-storage': 'failed',
    'http-sources': 'healthy',
    devtron: 'healthy',
  },
  findings: [
    ['/Node', '/controlplane-100', 'healthy', 'NodeReady'],
    ['/Node', '/controlplane-101', 'healthy', 'NodeReady'],
    ['/Node', '/controlplane-102', 'healthy', 'NodeReady'],
    ['/Node', '/worker-103', 'healthy', 'NodeReady'],
    ['/Node', '/worker-104', 'healthy', 'NodeReady'],
    ['/Node', '/worker-150', 'healthy', 'NodeReady'],
    ['/Node', '/worker-151', 'failed', 'NodeSilent'],
    ['/Node', '/gx10', 'healthy', 'NodeReady'],
    [
      'control-plane.socle.dev/ControlPlane',
      'edgit-k8s/edgit-k8s',
      'healthy',
      'ControlPlaneRuns',
    ],
    [
      'control-plane.socle.dev/EtcdCluster',
      'edgit-k8s/edgit-k8s',
      'healthy',
      'EtcdAnswers',
    ],
    // Garage: three nodes, four buckets, one of them nearly at its quota.
    ['garage.socle.dev/Cluster', 'garage/garage', 'healthy', 'GarageHealthy'],
    [
      'garage.socle.dev/Worker',
      'garage/7f31b2c94e5a6d80-1',
      'healthy',
      'GarageWorkerRuns',
    ],
    [
      'garage.socle.dev/Bucket',
      'garage/longhorn-backup',
      'healthy',
      'GarageBucketHasRoom',
    ],
    [
      'garage.socle.dev/Bucket',
      'garage/cnpg-backup',
      'healthy',
      'GarageBucketHasRoom',
    ],
    [
      'garage.socle.dev/Bucket',
      'garage/cluster-backups',
      'healthy',
      'GarageBucketHasRoom',
    ],
    [
      'garage.socle.dev/Bucket',
      'garage/loki',
      'degraded',
      'GarageBucketNearlyFull',
    ],
    [
      'longhorn.io/BackupTarget',
      'longhorn-system/default',
      'healthy',
      'LonghornBackupTargetAvailable',
    ],
    [
      'velero.io/BackupStorageLocation',
      'velero/default',
      'healthy',
      'VeleroLocationAvailable',
    ],
    // Harbor: itself, its proxy caches, and what is nearly used up.
    ['harbor.socle.dev/Harbor', 'harbor/harbor', 'healthy', 'HarborHealthy'],
    [
      'harbor.socle.dev/Project',
      'harbor/proxy-dockerhub',
      'healthy',
      'HarborProjectServed',
    ],
    [
      'harbor.socle.dev/Project',
      'harbor/proxy-ghcr',
      'healthy',
      'HarborProjectServed',
    ],
    [
      'harbor.socle.dev/Project',
      'harbor/proxy-quay',
      'healthy',
      'HarborProjectServed',
    ],
    [
      'harbor.socle.dev/Project',
      'harbor/proxy-gcr',
      'healthy',
      'HarborProjectServed',
    ],
    [
      'harbor.socle.dev/Quota',
      'harbor/ai',
      'degraded',
      'HarborQuotaNearlyUsedUp',
    ],
    [
      'harbor.socle.dev/Robot',
      'harbor/robot$ci',
      'healthy',
      'HarborRobotValid',
    ],
    [
      'harbor.socle.dev/ReplicationPolicy',
      'harbor/policy-1',
      'healthy',
      'HarborReplicationSucceeded',
    ],
    // Vault tells what it holds, and External Secrets what it got.
    ['vault.socle.dev/Vault', 'vault/vault', 'healthy', 'VaultUnsealed'],
    ['vault.socle.dev/Mount', 'vault/kv', 'healthy', 'VaultMountThere'],
    [
      'vault.socle.dev/SecretPath',
      'vault/kv/n8n/encryption',
      'healthy',
      'VaultPathHasVersion',
    ],
    [
      'vault.socle.dev/SecretPath',
      'vault/kv/harbor/registry',
      'healthy',
      'VaultPathHasVersion',
    ],
    [
      'vault.socle.dev/KubernetesAuthRole',
      'vault/kubernetes/external-secrets',
      'healthy',
      'VaultRoleBound',
    ],
    [
      'external-secrets.io/ClusterSecretStore',
      '/vault-backend',
      'healthy',
      'ClusterSecretStoreValid',
    ],
    [
      'external-secrets.io/ExternalSecret',
      'n8n/n8n-encryption',
      'healthy',
      'ExternalSecretSynced',
    ],
    [
      'external-secrets.io/ExternalSecret',
      'n8n/n8n-smtp',
      'failed',
      'ExternalSecretNeverSynced',
    ],
    // Databases, caches and streams.
    [
      'postgresql.cnpg.io/Cluster',
      'keycloak/keycloak-db',
      'healthy',
      'CnpgClusterReady',
    ],
    [
      'postgresql.cnpg.io/Cluster',
      'backstage/backstage-db',
      'degraded',
      'CnpgClusterArchivingFails',
    ],
    ['/Service', 'keycloak/keycloak-db-rw', 'healthy', 'ServiceHasEndpoints'],
    [
      'dragonflydb.io/Dragonfly',
      'dragonfly/dragonfly',
      'healthy',
      'DragonflyReady',
    ],
    ['kafka.strimzi.io/Kafka', 'kafka/events', 'healthy', 'KafkaReady'],
    [
      'kafka.strimzi.io/KafkaTopic',
      'kafka/orders',
      'healthy',
      'KafkaTopicReady',
    ],
    [
      'kafka.strimzi.io/KafkaTopic',
      'kafka/audit',
      'degraded',
      'KafkaTopicNotReady',
    ],
    ['pingcap.com/TidbCluster', 'tikv/basic', 'healthy', 'TidbClusterReady'],
    ['pd.socle.dev/Cluster', 'tikv/basic', 'healthy', 'PdWell'],
    ['pd.socle.dev/Store', 'tikv/store-1', 'healthy', 'PdStoreUp'],
    [
      'surrealdb.socle.dev/SurrealDB',
      'surrealdb/surrealdb',
      'healthy',
      'SurrealDbHealthy',
    ],
    [
      'qdrant.socle.dev/Collection',
      'qdrant/documents',
      'healthy',
      'QdrantCollectionWell',
    ],
    [
      'qdrant.socle.dev/Collection',
      'qdrant/images',
      'degraded',
      'QdrantShardDead',
    ],
    ['s3.socle.dev/Endpoint', 'rustfs/rustfs', 'healthy', 'S3Ready'],
    // Entrance.
    [
      'gateway.networking.k8s.io/Gateway',
      'gateway/platform',
      'healthy',
      'GatewayProgrammed',
    ],
    [
      'gateway.networking.k8s.io/HTTPRoute',
      'monitoring/grafana',
      'healthy',
      'HTTPRouteAttached',
    ],
    ['argoproj.io/Application', 'argocd/keycloak', 'healthy', 'ArgoSynced'],
  ],
  // That kubelets of a node that is down are not heard is told by the node.
  silent: [],
};

/** What one thing must lead to, so that a person can follow it: store to Vault, backup to bucket. */
const LINKS: Array<[from: [KindId, string, string], to: string]> = [
  [
    ['external-secrets.io/ClusterSecretStore', '', 'vault-backend'],
    'Vault vault/vault',
  ],
  [
    ['velero.io/BackupStorageLocation', 'velero', 'default'],
    'Bucket garage/cluster-backups',
  ],
  [
    ['postgresql.cnpg.io/Cluster', 'keycloak', 'keycloak-db'],
    'Bucket garage/cnpg-backup',
  ],
  [
    ['longhorn.io/BackupTarget', 'longhorn-system', 'default'],
    'Bucket garage/longhorn-backup',
  ],
];

/** What cannot be known while a node is silent, and what has no health of its own. */
const UNKNOWN = new Set([
  'LonghornInstanceManagerNodeDown',
  'LonghornReplicaNodeSilent',
  'NoState',
  'PodNodeSilent',
  'ServiceSelectsNoPods',
]);

const HOSTS = `
  argo vault grafana harbor keycloak homepage supabase longhorn hubble-ui onedev matomo n8n surrealdb qdrant garage
  rustfs.apps.edgeprime.io opencost ai policy-reporter firecrawl it-tools paperless stirling-pdf devtron honcho
  hindsight.apps.edgeprime.io rclone mailpit`
  .trim()
  .split(/\s+/)
  .map(host => (host.includes('.') ? host : `${host}.exitthecloud.eu`));

const PATTERNS = {
  A: ['keycloak', 'cilium', 'external-secrets', 'longhorn'],
  B: ['surrealdb', 'qdrant', 'garage', 'supabase'],
  C: ['homepage', 'harbor', 'backstage', 'falco'],
  D: ['argocd', 'dragonfly', 'aibrix', 'matomo'],
};

const named = (ref: { kind: string; namespace?: string; name: string }) =>
  `${ref.kind} ${ref.namespace ?? ''}/${ref.name}`;
const nameOf = ({ kind: { kind }, meta }: Resource) =>
  named({ kind, namespace: meta.namespace, name: meta.name });

describeCluster(EXPECTED, platform => {
  const of = (kind: KindId) => [...platform().store.ofKind(kind)];

  it.each(LINKS)('leads from %s to %s', ([kind, namespace, name], to) => {
    const { store } = platform();
    const from = store.get(kind, namespace || undefined, name)!;
    const led = store
      .linksOf(from)
      .flatMap(link => [...store.providersOf(link.to)].map(nameOf));
    expect(led).toContain(to);
  });

  it('knows the health of everything else', () => {
    const strange = [...platform().store.all()]
      .filter(({ verdict }) => verdict.status === 'unknown')
      .filter(({ verdict }) => !UNKNOWN.has(verdict.reason))
      .map(resource => [nameOf(resource), resource.verdict.reason]);
    expect(strange).toEqual([]);
  });

  it('has lost one backup of one volume', () => {
    const failed = of('longhorn.io/Backup').filter(
      ({ verdict }) => verdict.status !== 'healthy',
    );
    expect(failed).toHaveLength(1);
    for (const volume of of('longhorn.io/BackupVolume')) {
      expect(volume.verdict.status).toBe('healthy');
    }
  });

  it('has degraded volumes, none that is lost, and a copy of each failed on the silent node', () => {
    const volumes = of('longhorn.io/Volume');
    const degraded = volumes.filter(
      ({ verdict }) => verdict.status === 'degraded',
    );
    expect(volumes.length).toBeGreaterThan(35);
    expect(degraded.length).toBeGreaterThan(5);
    expect(
      volumes.filter(({ verdict }) => verdict.status === 'failed'),
    ).toEqual([]);
    const lost = of('longhorn.io/Replica').filter(
      ({ verdict }) => verdict.reason === 'LonghornReplicaFailed',
    );
    expect(new Set(lost.map(({ facts }) => facts.nodeID))).toEqual(
      new Set(['worker-151']),
    );
    expect(lost).toHaveLength(degraded.length);
  });

  it('leaves only pods of DaemonSets on the silent node, and those that wait for its kubelet to end them', () => {
    const there = of('/Pod').filter(
      ({ facts }) => facts.nodeName === 'worker-151',
    );
    expect(there.length).toBeGreaterThan(5);
    for (const pod of there) {
      const owner = pod.meta.owners?.[0].kind;
      expect([owner, pod.meta.deleting !== undefined]).toEqual(
        owner === 'DaemonSet' ? ['DaemonSet', false] : ['ReplicaSet', true],
      );
    }
    for (const set of of('apps/StatefulSet')) {
      expect(set.verdict.status).toBe('healthy');
    }
  });
});

describe('edgit-k8s, the platform of the seeds', () => {
  let store: ReadPlatform['store'];
  beforeAll(async () => {
    ({ store } = await readPlatform('edgit-k8s'));
  }, 60_000);
  const { objects } = demoPlatform('edgit-k8s');

  it('exposes exactly the 28 services that it lists, each by the listener of its domain', () => {
    const routes = objects.filter(({ kind }) => kind === 'HTTPRoute');
    const exposed = routes.flatMap(
      ({ spec }) => (spec as { hostnames?: string[] }).hostnames ?? [],
    );
    expect(exposed.sort()).toEqual([...HOSTS].sort());
    expect(HOSTS).toHaveLength(28);
  });

  it('routes to Services that exist', () => {
    for (const { metadata, spec } of objects.filter(
      ({ kind }) => kind === 'HTTPRoute',
    )) {
      const { rules } = spec as {
        rules: Array<{ backendRefs?: Array<{ name: string }> }>;
      };
      for (const { name } of rules.flatMap(rule => rule.backendRefs ?? [])) {
        expect(store.get('/Service', metadata.namespace, name)).toBeDefined();
      }
    }
  });

  it('has 8 nodes, 35 namespaces and more than 43 applications', () => {
    expect(store.count('/Node')).toBe(8);
    expect(store.count('/Namespace')).toBe(35);
    expect(store.count('argoproj.io/Application')).toBeGreaterThan(43);
  });

  it.each(Object.entries(PATTERNS))(
    'deploys in pattern %s what it says',
    (pattern, names) => {
      for (const name of names) {
        const found = store.get('argoproj.io/Application', 'argocd', name);
        expect([name, found?.facts.pattern]).toEqual([name, pattern]);
      }
    },
  );

  it('deploys everything but the root in one of the four patterns', () => {
    const others = [...store.ofKind('argoproj.io/Application')]
      .filter(({ facts }) => !'ABCD'.includes(String(facts.pattern)))
      .map(({ meta, facts }) => [meta.name, facts.patternReason]);
    expect(others).toEqual([['root', 'app-of-apps']]);
  });

  it('holds the first volume where its picture shows it', () => {
    const replicas = [...store.ofKind('longhorn.io/Replica')];
    const { volumeName } = replicas[0].facts;
    expect(
      replicas
        .filter(({ facts }) => facts.volumeName === volumeName)
        .map(({ facts }) => facts.nodeID)
        .sort(),
    ).toEqual(['controlplane-102', 'worker-103', 'worker-104']);
  });
});
