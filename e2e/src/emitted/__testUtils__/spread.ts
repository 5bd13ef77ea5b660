import fc from 'fast-check';
import {
  AppInput,
  ChartAppInput,
  Conventions,
  conventionsFrom,
  defaultConventions,
  emit,
  EmitInputs,
  EmittedFile,
  RawManifestsInput,
} from '@socle/emitter';
import { answers } from '@socle/emitter/src/__testUtils__/answers';
import { plain } from '@socle/emitter/src/__testUtils__/plain-answers';
import { upstreamCharts } from './chart-repository';

/** Where charts are said to be; the test serves them elsewhere. */
export const CHARTS = 'https://charts.example.org';

type AppKind = keyof typeof answers;
export const appKinds = Object.keys(answers) as AppKind[];

/** An app as it would be proposed. */
export interface EmittedApp {
  kind: AppKind;
  input: ChartAppInput | RawManifestsInput;
  files: EmittedFile[];
}

const PER_PATTERN = Number(process.env.SOCLE_RUNS ?? 9);

/** Everything that can be asked of an app at once. */
const everything: Partial<AppInput> = {
  title: 'Till: "the first" #1',
  description: 'Sells, and counts — what is left.',
  podSecurity: 'baseline',
  level: 'database',
  stateful: true,
  replicas: 3,
  route: { port: 8080, path: '/api', targetPort: 9090 },
  network: {
    from: [{ namespace: 'shop', ports: [8080, 9090] }],
    egress: [
      {
        namespace: 'stock',
        podLabels: { 'app.kubernetes.io/name': 'db' },
        ports: [5432],
      },
    ],
    internet: true,
  },
  volumes: [
    {
      name: 'data',
      size: '20Gi',
      accessMode: 'ReadWriteMany',
      storageClass: 'longhorn',
    },
  ],
  monitoring: {
    port: 'http',
    portNumber: 9090,
    path: '/metrics',
    interval: '30s',
  },
  catalog: { owner: 'group:default/shop', system: 'store' },
};

const keys = [{ key: 'password' }, { key: 'tls.crt', property: 'certificate' }];

/** A platform that has agreed on other things. */
const elsewhere = conventionsFrom({
  gitops: {
    repository: 'https://git.example.org/acme/gitops.git',
    namespace: 'gitops',
    configsFolder: 'manifests',
  },
  domains: [{ name: 'apps.example.org', listener: 'web-tls' }],
  gateway: { name: 'edge', namespace: 'edge' },
  network: { cilium: false },
  secrets: {
    store: { kind: 'SecretStore', name: 'vault' },
    refreshInterval: '30m0s',
  },
  images: {
    rewrite: 'manifest',
    registry: 'registry.example.org',
    proxies: { 'ghcr.io': 'mirror-ghcr' },
  },
  storage: { className: 'local-path' },
  vault: {
    mount: 'kv/apps',
    authMount: 'kubernetes/blue',
    tokenTtlSeconds: 60,
  },
});

function fullAnswers(kind: AppKind, prefix: string): EmittedApp['input'] {
  const name = `${prefix}-${kind.slice('app:'.length)}`;
  const secret = { purpose: 'admin', keys };
  return kind === 'app:raw-manifests'
    ? {
        ...everything,
        name,
        podSecurity: 'restricted',
        volumes: [{ ...everything.volumes![0], mountPath: '/data' }],
        secrets: [
          { purpose: 'env', keys: [{ key: 'API_TOKEN' }] },
          { ...secret, mountPath: '/secrets/admin' },
        ],
        workload: {
          ...plain[kind].workload,
          ports: [
            { name: 'http', port: 8080 },
            { name: 'metrics', port: 9090 },
          ],
          healthPath: '/healthz',
          runAsUser: 1000,
          command: ['/bin/till'],
          args: ['--listen', ':8080', 'yes'],
        },
      }
    : {
        ...everything,
        name,
        shipsCrds: true,
        chart: { repository: CHARTS, ...upstreamCharts[0] },
        values: { replicaCount: 3, image: { tag: '1.10' }, on: 'off' },
        secrets: [
          { ...secret, valuesPath: 'auth.existingSecret' },
          {
            purpose: 'env',
            keys: [{ key: 'API_TOKEN' }],
            valuesPath: 'extraEnvFrom',
            valuesForm: 'envFrom',
          },
        ],
      };
}

/** Apps over the four patterns: answers at random, always the same ones, and one that asks for everything. */
export function spreadOfApps(): EmittedApp[] {
  return appKinds.flatMap((kind, at) => {
    const sampled = fc.sample(
      answers[kind] as fc.Arbitrary<EmittedApp['input']>,
      { numRuns: PER_PATTERN, seed: 20 + at },
    );
    const toEmit = (input: EmittedApp['input'], conventions?: Conventions) => {
      const { files, refusals } = emit(kind, input as never, conventions);
      if (refusals.length > 0) {
        throw new Error(`${input.name}: ${JSON.stringify(refusals)}`);
      }
      return { kind, input, files };
    };
    return [
      ...sampled.map(withKnownChart).map(input => toEmit(input)),
      toEmit(fullAnswers(kind, 'full')),
      toEmit(fullAnswers(kind, 'elsewhere'), elsewhere),
    ];
  });
}

function withKnownChart(
  input: EmittedApp['input'],
  at: number,
): EmittedApp['input'] {
  const chart = upstreamCharts[at % upstreamCharts.length];
  return 'chart' in input
    ? { ...input, chart: { repository: CHARTS, ...chart } }
    : input;
}

/** Single objects that are added to an app that is there. */
export function singleObjects(): EmittedFile[] {
  const kinds = [
    'external-secret',
    'http-route',
    'network-policy',
    'volume',
    'database',
    'cache',
    'topic',
    'bucket',
    'collection',
    'backup',
  ] as const;
  return kinds.flatMap(kind => emit(kind, plain[kind] as never).files);
}

const names = ['ledger', 'ab', 'till-of-the-north-2', 'x0'];
const properties = [
  ['password'],
  ['username', 'password'],
  ['tls.crt', 'tls.key', 'API_TOKEN', 'a_b-c'],
];

/** Paths in Vault with names of many lengths, since what is aligned follows them. */
export function spreadOfVaultPaths(): Map<string, string> {
  const inputs: EmitInputs['vault:path'][] = names.flatMap((app, at) =>
    properties.map((some, index) => ({
      app,
      purpose: ['admin', 'db-root', 'o'][index],
      keys: some,
      owner: ['group:default/ledger', 'user:ops/kim', 'guests'][index],
      ...(at % 2 ? { namespace: `of-${app}`, serviceAccount: 'reader' } : {}),
    })),
  );
  return new Map(
    inputs
      .flatMap((input, at) => {
        const conventions = at < 9 ? defaultConventions : elsewhere;
        const { files, refusals } = emit('vault:path', input, conventions);
        if (refusals.length > 0) throw new Error(JSON.stringify(refusals));
        return files;
      })
      .filter(({ path }) => path.endsWith('.tf'))
      .map(({ path, content }) => [path, content]),
  );
}
