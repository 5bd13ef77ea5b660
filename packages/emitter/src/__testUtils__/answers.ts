import fc from 'fast-check';
import { AppInput, ChartAppInput, EmitInputs, RawManifestsInput } from '..';
import {
  name,
  optional,
  port,
  text,
  values,
  valueText,
  version,
  word,
} from './words';

const secrets = fc.uniqueArray(
  fc.record({
    purpose: word(6),
    keys: fc.uniqueArray(
      fc.record(
        {
          key: fc.constantFrom('password', 'API_TOKEN', 'tls.crt', 'user'),
          property: fc.constantFrom('password', 'value'),
        },
        { requiredKeys: ['key'] },
      ),
      { minLength: 1, maxLength: 3, selector: one => one.key },
    ),
  }),
  { maxLength: 3, selector: one => one.purpose },
);

const volume = fc.record(
  {
    name: word(6),
    size: fc.constantFrom('1Gi', '20Gi', '2Ti', '500Mi'),
    storageClass: fc.constantFrom('longhorn', 'local-path'),
    accessMode: fc.constantFrom('ReadWriteOnce', 'ReadWriteMany' as const),
  },
  { requiredKeys: ['name', 'size'] },
);

const common = optional<Omit<AppInput, 'name'>>({
  title: text,
  description: text,
  namespace: word(10).map(one => `ns-${one}`),
  podSecurity: fc.constantFrom('restricted', 'baseline', 'privileged'),
  project: fc.constantFrom('platform', 'workloads'),
  level: fc.constantFrom('database', 'platform', 'workload'),
  stateful: fc.boolean(),
  network: fc.record(
    {
      from: fc.array(
        fc.record({
          namespace: word(8),
          ports: fc.array(port, { minLength: 1, maxLength: 2 }),
        }),
        { maxLength: 2 },
      ),
      egress: fc.array(
        fc.record(
          {
            namespace: word(8),
            podLabels: fc.constant({ 'app.kubernetes.io/name': 'db' }),
            ports: fc.array(port, { minLength: 1, maxLength: 2 }),
          },
          { requiredKeys: ['namespace', 'ports'] },
        ),
        { maxLength: 2 },
      ),
    },
    { requiredKeys: ['egress'] },
  ),
  catalog: fc.record(
    {
      owner: fc.constantFrom('group:default/shop', 'guests'),
      system: fc.constant('store'),
      lifecycle: fc.constantFrom('experimental', 'production' as const),
    },
    { requiredKeys: [] },
  ),
}) as fc.Arbitrary<Partial<AppInput>>;

const helmChart = fc.record({
  repository: fc.constantFrom(
    'https://charts.example.org',
    'https://charts.example.org/stable/',
    'oci://registry.example.org/charts',
  ),
  name: word(10),
  version,
});

const gitChart = fc.record({
  repository: fc.constant('https://git.example.org/acme/shop.git'),
  path: fc.constantFrom('charts/shop', 'deploy/helm'),
  revision: fc.constantFrom('v1.4.0', 'chart-2.0.1', 'a'.repeat(40)),
});

const chartApp = (chart: fc.Arbitrary<ChartAppInput['chart']>) =>
  fc
    .record({
      common,
      name,
      chart,
      values,
      secrets,
      volumes: fc.uniqueArray(volume, {
        maxLength: 2,
        selector: one => one.name,
      }),
      replicas: fc.constantFrom(undefined, 1, 2, 5),
      shipsCrds: fc.boolean(),
      route: fc.option(
        fc.record(
          {
            port,
            host: word(6),
            service: word(6),
            path: fc.constantFrom('/', '/api'),
            targetPort: port,
          },
          { requiredKeys: ['port'] },
        ),
        { nil: undefined },
      ),
      monitoring: fc.option(
        fc.record({ port: fc.constant('http'), portNumber: port }),
        { nil: undefined },
      ),
      form: fc.constantFrom('name', 'envFrom' as const),
    })
    .map(
      ({ common: shared, secrets: list, form, ...rest }): ChartAppInput => ({
        ...shared,
        ...rest,
        secrets: list.map(secret => ({
          ...secret,
          valuesForm: form,
          valuesPath:
            form === 'name'
              ? `wired.${secret.purpose}.existingSecret`
              : 'wired.extraEnvFrom',
        })),
      }),
    );

const rawApp = fc
  .record({
    common,
    name,
    image: fc.constantFrom(
      'nginx:1.27.3',
      'ghcr.io/acme/shop:1.4.2',
      `quay.io/acme/shop@sha256:${'0'.repeat(64)}`,
    ),
    ports: fc.uniqueArray(port, { minLength: 1, maxLength: 3 }),
    secrets,
    mount: fc.boolean(),
    volumes: fc.uniqueArray(volume, {
      maxLength: 2,
      selector: one => one.name,
    }),
    replicas: fc.constantFrom(undefined, 1, 3),
    routed: fc.boolean(),
    monitored: fc.boolean(),
    env: fc.uniqueArray(
      fc.record({
        name: fc.constantFrom('LOG_LEVEL', 'GREETING'),
        value: valueText,
      }),
      { maxLength: 2, selector: one => one.name },
    ),
    args: fc.array(
      valueText.filter(one => one.length < 200),
      { maxLength: 3 },
    ),
    more: fc.record(
      {
        healthPath: fc.constant('/healthz'),
        runAsUser: fc.integer({ min: 1, max: 65535 }),
        writableRoot: fc.boolean(),
      },
      { requiredKeys: [] },
    ),
  })
  .map(
    ({
      common: shared,
      name: app,
      image,
      ports,
      mount,
      volumes,
      replicas,
      routed,
      monitored,
      env,
      args,
      more,
      secrets: list,
    }): RawManifestsInput => ({
      ...shared,
      name: app,
      replicas,
      secrets: list.map(secret => ({
        ...secret,
        ...(mount ? { mountPath: `/secrets/${secret.purpose}` } : {}),
      })),
      volumes: volumes.map(one => ({
        ...one,
        mountPath: `/data/${one.name}`,
        ...(replicas === 3 ? { accessMode: 'ReadWriteMany' as const } : {}),
      })),
      ...(routed ? { route: { port: ports[0] } } : {}),
      ...(monitored
        ? { monitoring: { port: 'p0', portNumber: ports[0] } }
        : {}),
      workload: {
        ...more,
        image,
        env,
        args,
        ports: ports.map((one, index) => ({ name: `p${index}`, port: one })),
        resources: { cpu: '100m', memory: '64Mi', memoryLimit: '128Mi' },
      },
    }),
  );

/** Answers as people give them, for each of the four patterns. */
export const answers: {
  [K in
    | 'app:helm-configs'
    | 'app:helm-inline'
    | 'app:wrapper-chart'
    | 'app:raw-manifests']: fc.Arbitrary<EmitInputs[K]>;
} = {
  'app:helm-configs': chartApp(fc.oneof(helmChart, gitChart)),
  'app:helm-inline': chartApp(fc.oneof(helmChart, gitChart)),
  'app:wrapper-chart': chartApp(helmChart),
  'app:raw-manifests': rawApp,
};
