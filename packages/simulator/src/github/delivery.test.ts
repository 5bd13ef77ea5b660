import { fieldsAt, listAt, textAt } from '../storage/object';
import {
  applicationYaml,
  Delivery,
  gitSource,
  until,
} from './__testUtils__/delivery';

let delivery: Delivery;
beforeAll(async () => {
  delivery = await Delivery.start();
}, 60_000);
afterAll(() => delivery.close());

describe('after a merge', () => {
  it('an app of raw manifests appears, with everything that it asks for', async () => {
    const sha = await delivery.merge('add-ledger', {
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
      () => delivery.health('ledger'),
      health => health === 'Degraded',
    );
    const [waiting] = await until(
      () => delivery.list('v1', 'Pod', 'ledger'),
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
    delivery.cluster.writeVaultSecret('ledger/app', ['key']);

    await until(
      () => delivery.health('ledger'),
      health => health === 'Healthy',
    );
    expect(delivery.application('ledger')).toMatchObject({
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
    const resources = listAt(
      delivery.application('ledger'),
      'status',
      'resources',
    );
    expect(resources.map(one => textAt(one, 'kind')).sort()).toEqual([
      'Deployment',
      'ExternalSecret',
      'HTTPRoute',
      'PersistentVolumeClaim',
      'Service',
    ]);
    expect(delivery.readyPods('ledger')).toHaveLength(2);
    const [claim] = delivery.list('v1', 'PersistentVolumeClaim', 'ledger');
    expect(claim).toMatchObject({
      spec: { storageClassName: 'longhorn' },
      status: { phase: 'Bound', capacity: { storage: '3Gi' } },
    });
    const volume = delivery.cluster.get({
      apiVersion: 'longhorn.io/v1beta2',
      kind: 'Volume',
      namespace: 'longhorn-system',
      name: textAt(claim, 'spec', 'volumeName'),
    });
    expect(volume).toMatchObject({
      status: { state: 'attached', robustness: 'healthy' },
    });
    const [route] = delivery.list(
      'gateway.networking.k8s.io/v1',
      'HTTPRoute',
      'ledger',
    );
    expect(JSON.stringify(route.status)).not.toContain('"False"');
    const [secret] = delivery.list('v1', 'Secret', 'ledger');
    expect(Object.keys(secret.data as object)).toEqual(['KEY']);
    const slice = await until(
      () => delivery.list('discovery.k8s.io/v1', 'EndpointSlice', 'ledger')[0],
      found =>
        listAt(found, 'endpoints').filter(
          one => fieldsAt(one, 'conditions').ready === true,
        ).length === 2,
    );
    expect(slice.ports).toMatchObject([{ name: 'web', port: 9000 }]);
    expect(
      textAt(delivery.application('root'), 'status', 'sync', 'revision'),
    ).toBe(sha);
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
    await delivery.merge('add-kiosk', {
      'apps/kiosk/application.yaml': applicationYaml(
        'kiosk',
        `  source: ${gitSource('apps/kiosk/manifests')}`,
      ),
      'apps/kiosk/manifests/deployment.yaml': file('1', 1),
      'apps/kiosk/manifests/config.yaml': config,
    });
    await until(
      () => delivery.health('kiosk'),
      health => health === 'Healthy',
    );
    await delivery.merge('kiosk-2', {
      'apps/kiosk/manifests/deployment.yaml': file('2', 3),
      'apps/kiosk/manifests/config.yaml': null,
    });
    const pods = await until(
      () => delivery.readyPods('kiosk'),
      found =>
        found.length === 3 &&
        found.every(pod => JSON.stringify(pod.spec).includes('kiosk:2')),
    );
    expect(pods).toHaveLength(3);
    expect(
      delivery
        .list('v1', 'ConfigMap', 'kiosk')
        .map(({ metadata }) => metadata.name),
    ).not.toContain('kiosk');
    expect(
      listAt(delivery.application('kiosk'), 'status', 'history'),
    ).toHaveLength(2);
    await delivery.merge('no-kiosk', {
      'apps/kiosk/application.yaml': null,
      'apps/kiosk/manifests/deployment.yaml': null,
    });
    await until(
      () => delivery.application('kiosk'),
      found => found === undefined,
    );
    await until(
      () => delivery.list('v1', 'Pod', 'kiosk'),
      found => found.length === 0,
    );
  }, 30_000);

  it('charts become what their values say of image, replicas and data', async () => {
    const chart = `repoURL: 'https://charts.example.org', chart: beacon, targetRevision: 1.2.3`;
    await delivery.merge('add-charts', {
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
      () => [delivery.health('beacon'), delivery.health('buoy')],
      found => found.every(health => health === 'Healthy'),
    );
    expect(delivery.readyPods('beacon')).toHaveLength(2);
    expect(delivery.application('beacon')).toMatchObject({
      status: {
        sourceTypes: ['Helm', 'Directory', 'Directory'],
        sync: {
          status: 'Synced',
          revisions: ['1.2.3', expect.any(String), expect.any(String)],
        },
        summary: { images: ['example/beacon:v9'] },
      },
    });
    expect(delivery.application('buoy')).toMatchObject({
      status: { sourceType: 'Helm', summary: { images: ['example/float:7'] } },
    });
    expect(
      delivery
        .list('v1', 'ConfigMap', 'buoy')
        .map(({ metadata }) => metadata.name),
    ).toContain('buoy-config');
    expect(delivery.list('v1', 'PersistentVolumeClaim', 'buoy')).toHaveLength(
      1,
    );
  }, 30_000);
});
