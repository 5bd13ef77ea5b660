import { KindId, Resource } from '@socle/backstage-plugin-socle-model';
import { demoPlatform } from './demo-platform';
import { judgedPlatform } from './judged-platform';

const MINUTE = 60_000;

/** The faults of the demo, as its table tells them: what is at the root, since when, and how much it takes along. */
const FAULTS: Array<{
  root: RegExp;
  reason: string;
  /** Left out where no field says it, or the hour of the night decides. */
  minutes?: number;
  affects: RegExp[];
}> = [
  {
    root: /^Node \/worker-151$/,
    reason: 'NodeSilent',
    minutes: 25,
    affects: [
      /^Node longhorn-system\/worker-151$/,
      /^Replica longhorn-system\/pvc-/,
      /^Volume longhorn-system\/pvc-/,
      /^PersistentVolumeClaim /,
      /^DaemonSet kube-system\/cilium$/,
      /^Lease kube-node-lease\/worker-151$/,
    ],
  },
  {
    root: /^Pod ai-platform\/honcho-/,
    reason: 'PodCrashLooping',
    minutes: 105,
    affects: [
      /^Deployment ai-platform\/honcho$/,
      /^Service ai-platform\/honcho$/,
      /^Application argocd\/honcho$/,
    ],
  },
  {
    root: /^Pod ai-platform\/hindsight-/,
    reason: 'PodImagePullFailed',
    minutes: 55,
    affects: [
      /^Deployment ai-platform\/hindsight$/,
      /^Service ai-platform\/hindsight$/,
      /^Application argocd\/hindsight$/,
    ],
  },
  {
    root: /^PersistentVolumeClaim ai-platform\/firecrawl-cache$/,
    reason: 'ClaimClassMissing',
    minutes: 200,
    affects: [
      /^Pod ai-platform\/firecrawl-worker-/,
      /^Deployment ai-platform\/firecrawl-worker$/,
      /^Application argocd\/firecrawl$/,
    ],
  },
  {
    root: /^ExternalSecret n8n\/n8n-smtp$/,
    reason: 'ExternalSecretNeverSynced',
    minutes: 410,
    affects: [/^Application argocd\/n8n$/],
  },
  {
    root: /^Backup longhorn-system\/backup-/,
    reason: 'LonghornBackupFailed',
    affects: [],
  },
  {
    root: /^Application argocd\/paperless-ngx$/,
    reason: 'ArgoComparisonError',
    minutes: 95,
    affects: [/^Application argocd\/root$/],
  },
  {
    root: /^Application argocd\/matomo$/,
    reason: 'ArgoOutOfSync',
    affects: [/^Application argocd\/root$/],
  },
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

// Whenever the demo is started, before and after its nightly backups.
describe.each([
  '2026-03-01T00:00:00Z',
  '2026-03-01T02:04:59Z',
  '2026-03-01T02:05:00Z',
  '2026-03-01T13:37:11Z',
])('edgit-k8s at %s', time => {
  const now = Date.parse(time);
  const { store, incidents } = judgedPlatform('edgit-k8s', now);
  const of = (kind: KindId) => [...store.ofKind(kind)];

  it('has the scripted faults as its incidents, each by its root, and no other', () => {
    const found = incidents.map(({ root, reason }) => [named(root), reason]);
    const wanted = FAULTS.map(({ root, reason }) => [
      expect.stringMatching(root),
      reason,
    ]);
    expect(found).toHaveLength(FAULTS.length);
    expect(found).toEqual(expect.arrayContaining(wanted));
    expect(found[0]).toEqual(['Node /worker-151', 'NodeSilent']);
  });

  it.each(FAULTS)(
    'tells of $reason since when it is, and what it takes along',
    ({ root, reason, minutes, affects }) => {
      const incident = incidents.find(
        one => one.reason === reason && root.test(named(one.root)),
      )!;
      const affected = incident.affected.map(named);
      for (const one of affects) {
        expect(affected).toContainEqual(expect.stringMatching(one));
      }
      const since = Math.round((now - Date.parse(incident.since)) / MINUTE);
      expect(since).toBe(minutes ?? since);
    },
  );

  it('knows the health of everything else', () => {
    const strange = [...store.all()]
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
  const { store } = judgedPlatform('edgit-k8s', Date.now());
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
