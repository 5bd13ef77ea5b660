import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { demoClusters, demoRepositories } from '../demo/demo-clusters';
import { ClusterControl } from '../cluster-control';
import { startSimulator } from '../simulator';
import { fieldsAt, KubeObject, listAt, textAt } from '../storage/object';
import { client, commitOn, Hub } from './__testUtils__/hub';
import { GithubStandIn } from './github';

const root = `${__dirname}/../../../..`;
const run = promisify(execFile);
let hub: Hub;
let cluster: ClusterControl;

beforeAll(async () => {
  const repositories = demoRepositories(root);
  const github = await GithubStandIn.create({ repositories });
  const [fullName] = github.repositories();
  const [owner, repo] = fullName.split('/');
  const heads = { [fullName]: (await github.head(fullName)) ?? '' };
  const simulator = await startSimulator({
    clusters: demoClusters(root, Date.now(), heads),
    github,
    living: true,
    pace: 20,
  });
  const origin = `http://127.0.0.1:${simulator.port}`;
  const octokit = client(origin, github.token);
  hub = { simulator, github, origin, repo: { owner, repo }, octokit };
  cluster = simulator.cluster('edgit-k8s');
}, 60_000);
afterAll(() => hub.simulator.close());

const application = (name: string) =>
  cluster.get({
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    namespace: 'argocd',
    name,
  });
const inNamespace = (apiVersion: string, kind: string, namespace: string) =>
  cluster.list({ apiVersion, kind, namespace });

/** Waits until something holds; tells what was there where it never does. */
async function until<T>(
  look: () => T,
  holds: (found: T) => boolean,
): Promise<T> {
  for (let tries = 0; tries < 200; tries += 1) {
    const found = look();
    if (holds(found)) return found;
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  throw new Error(`It never came: ${JSON.stringify(look())?.slice(0, 4000)}`);
}

/** Branch, commit, pull request, merge. */
async function deliver(
  branch: string,
  files: Record<string, string | null>,
): Promise<string> {
  await commitOn(hub, branch, files);
  const { octokit, repo } = hub;
  const { data } = await octokit.rest.pulls.create({
    ...repo,
    head: branch,
    base: 'main',
    title: branch,
  });
  const merged = await octokit.rest.pulls.merge({
    ...repo,
    pull_number: data.number,
  });
  return merged.data.sha;
}

const applicationYaml = (name: string, sources: string, more = '') => `
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: ${name}
  namespace: argocd
  finalizers: [resources-finalizer.argocd.argoproj.io]
spec:
  project: apps
  destination: { server: https://kubernetes.default.svc, namespace: ${name} }
  syncPolicy:
    automated: { prune: true, selfHeal: true }
    syncOptions: [CreateNamespace=true]
${more}${sources}
`;
const gitSource = (path: string, more = '') =>
  `{ repoURL: 'https://github.com/edgeprime/platform-gitops.git', targetRevision: main, path: ${path}${more} }`;

const healthOf = (name: string) =>
  textAt(application(name), 'status', 'health', 'status');
const syncOf = (name: string) =>
  textAt(application(name), 'status', 'sync', 'status');
const ready = (pods: KubeObject[]) =>
  pods.filter(pod =>
    listAt(pod, 'status', 'conditions').some(
      one =>
        textAt(one, 'type') === 'Ready' && textAt(one, 'status') === 'True',
    ),
  );

describe('the repository of the demo', () => {
  it('is where the Applications say they are', async () => {
    const head = await hub.github.head('edgeprime/platform-gitops');
    const [{ repository }] = hub.github.hosted;
    const paths = (
      await repository.entries(head ?? '', { recursive: true })
    ).map(({ path }) => path);
    const applications = cluster.list({
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Application',
    });
    const missing = applications.flatMap(({ metadata, spec }) =>
      [...listAt(spec, 'sources'), fieldsAt(spec, 'source')]
        .map(source => textAt(source, 'path'))
        .filter(path => path && !paths.includes(path))
        .map(path => `${metadata.name}: ${path}`),
    );
    expect(missing).toEqual(['paperless-ngx: apps/paperless-ngx/manifests']);
    expect(applications.length).toBeGreaterThan(40);
    for (const { metadata } of applications)
      if (metadata.name !== 'root')
        expect(paths).toContain(`apps/${metadata.name}/application.yaml`);
  });

  it('can be cloned', async () => {
    const url = `${hub.origin}/edgeprime/platform-gitops.git`;
    const { stdout } = await run('git', ['ls-remote', url, 'main']);
    expect(stdout).toContain('refs/heads/main');
  });
});

describe('after a merge', () => {
  it('an app of raw manifests appears, with everything that it asks for', async () => {
    const sha = await deliver('add-ledger', {
      'apps/ledger/application.yaml': applicationYaml(
        'ledger',
        `  source: ${gitSource(
          'apps/ledger',
          ", directory: { exclude: '{application.yaml,catalog-info.yaml}' }",
        )}`,
      ),
      'apps/ledger/catalog-info.yaml':
        'apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: { name: ledger }\n',
      'apps/ledger/deployment.yaml': `
apiVersion: apps/v1
kind: Deployment
metadata: { name: ledger }
spec:
  replicas: 2
  selector: { matchLabels: { app: ledger } }
  template:
    metadata: { labels: { app: ledger } }
    spec:
      containers:
        - name: ledger
          image: ghcr.io/example/ledger:1.0.0
          ports: [{ name: web, containerPort: 9000 }]
          envFrom: [{ secretRef: { name: ledger } }]
          volumeMounts: [{ name: books, mountPath: /books }]
      volumes: [{ name: books, persistentVolumeClaim: { claimName: books } }]
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: books }
spec: { accessModes: [ReadWriteMany], resources: { requests: { storage: 3Gi } } }
---
apiVersion: v1
kind: Service
metadata: { name: ledger }
spec: { selector: { app: ledger }, ports: [{ name: web, port: 80, targetPort: web }] }
`,
      'apps/ledger/route.yaml': `
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: ledger }
spec:
  parentRefs: [{ name: platform, namespace: gateway, sectionName: https }]
  hostnames: [ledger.exitthecloud.eu]
  rules: [{ backendRefs: [{ name: ledger, port: 80 }] }]
`,
      'apps/ledger/secret.yaml': `
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: ledger }
spec:
  secretStoreRef: { kind: ClusterSecretStore, name: vault-backend }
  target: { name: ledger }
  data: [{ secretKey: KEY, remoteRef: { key: ledger/app, property: key } }]
`,
    });
    // Nobody has written the path to Vault yet, and the pods wait for it.
    await until(
      () => healthOf('ledger'),
      health => health === 'Degraded',
    );
    const [waiting] = await until(
      () => inNamespace('v1', 'Pod', 'ledger'),
      pods =>
        pods.some(
          pod =>
            textAt(
              listAt(pod, 'status', 'containerStatuses')[0],
              'state',
              'waiting',
              'reason',
            ) === 'CreateContainerConfigError',
        ),
    );
    expect(waiting.metadata.ownerReferences?.[0].kind).toBe('ReplicaSet');
    cluster.writeVaultSecret('ledger/app', ['key']);

    await until(
      () => healthOf('ledger'),
      health => health === 'Healthy',
    );
    expect(application('ledger')).toMatchObject({
      metadata: {
        annotations: {
          'argocd.argoproj.io/tracking-id':
            'root:argoproj.io/Application:argocd/ledger',
        },
      },
      status: {
        sourceType: 'Directory',
        sync: { status: 'Synced', revision: sha },
        operationState: { phase: 'Succeeded' },
        history: [{ id: 0, revision: sha }],
        summary: { images: ['ghcr.io/example/ledger:1.0.0'] },
      },
    });
    const resources = listAt(application('ledger'), 'status', 'resources');
    expect(resources.map(one => textAt(one, 'kind')).sort()).toEqual([
      'Deployment',
      'ExternalSecret',
      'HTTPRoute',
      'PersistentVolumeClaim',
      'Service',
    ]);
    expect(ready(inNamespace('v1', 'Pod', 'ledger'))).toHaveLength(2);
    const [claim] = inNamespace('v1', 'PersistentVolumeClaim', 'ledger');
    expect(claim).toMatchObject({
      spec: { storageClassName: 'longhorn' },
      status: { phase: 'Bound', capacity: { storage: '3Gi' } },
    });
    const volume = cluster.get({
      apiVersion: 'longhorn.io/v1beta2',
      kind: 'Volume',
      namespace: 'longhorn-system',
      name: textAt(claim, 'spec', 'volumeName'),
    });
    expect(volume).toMatchObject({
      status: { state: 'attached', robustness: 'healthy' },
    });
    const [route] = inNamespace(
      'gateway.networking.k8s.io/v1',
      'HTTPRoute',
      'ledger',
    );
    expect(JSON.stringify(route.status)).not.toContain('"False"');
    const [secret] = inNamespace('v1', 'Secret', 'ledger');
    expect(Object.keys(secret.data as object)).toEqual(['KEY']);
    const slice = await until(
      () => inNamespace('discovery.k8s.io/v1', 'EndpointSlice', 'ledger')[0],
      found =>
        listAt(found, 'endpoints').filter(
          one => fieldsAt(one, 'conditions').ready === true,
        ).length === 2,
    );
    expect(slice.ports).toMatchObject([{ name: 'web', port: 9000 }]);
    expect(textAt(application('root'), 'status', 'sync', 'revision')).toBe(sha);
  }, 30_000);

  it('a new image rolls out, what is taken out is pruned, and the app goes with its file', async () => {
    const file = (tag: string, count: number) => `
apiVersion: apps/v1
kind: Deployment
metadata: { name: kiosk }
spec:
  replicas: ${count}
  selector: { matchLabels: { app: kiosk } }
  template:
    metadata: { labels: { app: kiosk } }
    spec: { containers: [{ name: kiosk, image: 'example/kiosk:${tag}' }] }
`;
    const config =
      'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: kiosk }\ndata: { a: b }\n';
    await deliver('add-kiosk', {
      'apps/kiosk/application.yaml': applicationYaml(
        'kiosk',
        `  source: ${gitSource('apps/kiosk/manifests')}`,
      ),
      'apps/kiosk/manifests/deployment.yaml': file('1', 1),
      'apps/kiosk/manifests/config.yaml': config,
    });
    await until(
      () => healthOf('kiosk'),
      health => health === 'Healthy',
    );
    await deliver('kiosk-2', {
      'apps/kiosk/manifests/deployment.yaml': file('2', 3),
      'apps/kiosk/manifests/config.yaml': null,
    });
    const pods = await until(
      () => ready(inNamespace('v1', 'Pod', 'kiosk')),
      found =>
        found.length === 3 &&
        found.every(pod => JSON.stringify(pod.spec).includes('kiosk:2')),
    );
    expect(pods).toHaveLength(3);
    expect(
      inNamespace('v1', 'ConfigMap', 'kiosk').map(
        ({ metadata }) => metadata.name,
      ),
    ).not.toContain('kiosk');
    expect(listAt(application('kiosk'), 'status', 'history')).toHaveLength(2);
    await deliver('no-kiosk', {
      'apps/kiosk/application.yaml': null,
      'apps/kiosk/manifests/deployment.yaml': null,
    });
    await until(
      () => application('kiosk'),
      found => found === undefined,
    );
    await until(
      () => inNamespace('v1', 'Pod', 'kiosk'),
      found => found.length === 0,
    );
  }, 30_000);

  it('charts become what their values say of image, replicas and data', async () => {
    const chart = `repoURL: 'https://charts.example.org', chart: beacon, targetRevision: 1.2.3`;
    await deliver('add-charts', {
      'apps/beacon/application.yaml': applicationYaml(
        'beacon',
        `  sources:
    - { ${chart}, helm: { releaseName: beacon, valueFiles: [$values/apps/beacon/values.yaml] } }
    - { repoURL: 'https://github.com/edgeprime/platform-gitops', targetRevision: main, ref: values }
    - ${gitSource('apps/beacon/configs')}`,
      ),
      'apps/beacon/values.yaml':
        'image: { repository: example/beacon, tag: v9 }\nreplicaCount: 2\n',
      'apps/beacon/configs/config.yaml':
        'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: beacon }\n',
      'apps/buoy/application.yaml': applicationYaml(
        'buoy',
        `  source: ${gitSource(
          'apps/buoy',
          ', helm: { releaseName: buoy, valueFiles: [values.yaml] }',
        )}`,
      ),
      'apps/buoy/Chart.yaml':
        'apiVersion: v2\nname: buoy\nversion: 0.1.0\ndependencies: [{ name: float, version: 4.5.6, repository: "https://charts.example.org" }]\n',
      'apps/buoy/values.yaml':
        'float: { image: { repository: example/float, tag: "7" }, persistence: { size: 1Gi } }\n',
      'apps/buoy/templates/config.yaml':
        'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: "{{ .Release.Name }}-config" }\n',
    });
    await until(
      () => [healthOf('beacon'), healthOf('buoy')],
      found => found.every(health => health === 'Healthy'),
    );
    expect(ready(inNamespace('v1', 'Pod', 'beacon'))).toHaveLength(2);
    expect(application('beacon')).toMatchObject({
      status: {
        sourceTypes: ['Helm', 'Directory', 'Directory'],
        sync: {
          status: 'Synced',
          revisions: ['1.2.3', expect.any(String), expect.any(String)],
        },
        summary: { images: ['example/beacon:v9'] },
      },
    });
    expect(application('buoy')).toMatchObject({
      status: { sourceType: 'Helm', summary: { images: ['example/float:7'] } },
    });
    expect(
      inNamespace('v1', 'ConfigMap', 'buoy').map(
        ({ metadata }) => metadata.name,
      ),
    ).toContain('buoy-config');
    expect(inNamespace('v1', 'PersistentVolumeClaim', 'buoy')).toHaveLength(1);
  }, 30_000);

  it('what nobody touched stays as it was, faults and all', async () => {
    const before = application('matomo');
    const sha = await deliver('note', { 'README.md': 'Another word\n' });
    await until(
      () => textAt(application('matomo'), 'status', 'sync', 'revision'),
      revision => revision === sha,
    );
    expect(syncOf('matomo')).toBe('OutOfSync');
    expect(healthOf('matomo')).toBe(
      textAt(before, 'status', 'health', 'status'),
    );
    expect(syncOf('paperless-ngx')).toBe('Unknown');
    expect(inNamespace('apps/v1', 'Deployment', 'keycloak')).toEqual([]);
  }, 30_000);

  it.each([
    [
      'broken YAML',
      'rust',
      'apiVersion: v1\nkind: ConfigMap\nmetadata: {\n',
      'Failed to unmarshal "config.yaml"',
    ],
    [
      'no folder',
      'fog',
      undefined,
      'apps/fog/manifests: app path does not exist',
    ],
  ])('%s is a ComparisonError', async (_name, name, text, message) => {
    await deliver(`add-${name}`, {
      [`apps/${name}/application.yaml`]: applicationYaml(
        name,
        `  source: ${gitSource(`apps/${name}/manifests`)}`,
      ),
      ...(text ? { [`apps/${name}/manifests/config.yaml`]: text } : {}),
    });
    const found = await until(
      () => application(name),
      one => listAt(one, 'status', 'conditions').length > 0,
    );
    expect(found).toMatchObject({
      status: {
        sync: { status: 'Unknown' },
        conditions: [
          {
            type: 'ComparisonError',
            message: expect.stringContaining(message),
          },
        ],
      },
    });
  });

  it('the folder that Argo CD missed is found once it has its name again', async () => {
    const [{ repository }] = hub.github.hosted;
    const head = (await repository.resolve('main')) ?? '';
    const files = await repository.files(head, 'apps/paperless-ngx/kubernetes');
    await deliver(
      'mend-paperless',
      Object.fromEntries(
        files.flatMap(({ path, text }) => [
          [path, null],
          [path.replace('/kubernetes/', '/manifests/'), text],
        ]),
      ),
    );
    await until(
      () => syncOf('paperless-ngx'),
      sync => sync === 'Synced',
    );
    expect(application('paperless-ngx')?.status).not.toHaveProperty(
      'conditions',
    );
  }, 30_000);
});
