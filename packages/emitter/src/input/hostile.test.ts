import { defaultConventions, emit, EmitKind, emitKinds, inputSchema } from '..';
import Ajv from 'ajv';
import { plain } from '../__testing__/plain-answers';

type Case = [kind: EmitKind, field: string, value: unknown, refused?: string];

/** The plain answers with one of them changed. */
function changed(kind: EmitKind, field: string, value: unknown): never {
  const copy = JSON.parse(JSON.stringify(plain[kind]));
  const keys = field.replace(/\[(\d+)\]/g, '.$1').split('.');
  const last = keys.pop() ?? '';
  let at = copy;
  for (const key of keys) {
    at[key] ??= {};
    at = at[key];
  }
  if (value === undefined) {
    delete at[last];
  } else {
    at[last] = value;
  }
  return copy as never;
}

const NAMES = [
  '../../etc/passwd',
  '..',
  '.',
  '',
  'a/b',
  'a\\b',
  '/abs',
  'C:\\x',
  'apps/../../x',
  '%2e%2e%2f',
  'ledger\n',
  'ledger\nkind: Secret',
  'ledger: x',
  'ledger # x',
  "ledger'",
  'ledger"',
  '{{ .Values.x }}',
  '${{ secrets.X }}',
  '$(reboot)',
  '`reboot`',
  ';reboot',
  '| reboot',
  'Ledger',
  'LEDGER',
  'lеdger', // Cyrillic е
  'ledgeꭈ',
  'ｌedger',
  'led\u200bger',
  'led\u202eger',
  'led ger',
  'led_ger',
  'led.ger',
  '-ledger',
  'ledger-',
  'led--ger',
  '1ledger',
  'ledger\u0000',
  'a'.repeat(54),
  'a'.repeat(10_000_000),
  'default',
  'root',
  'kube-system',
  'kube-anything',
  'argocd',
  'con',
  'aux',
  'com1',
  'constructor',
  '__proto__',
  null,
  17,
  true,
  ['ledger'],
  { name: 'ledger' },
  undefined,
];

const VERSIONS = [
  '^3.2.1',
  '~3.2',
  '3.x',
  '*',
  '>=3.0.0',
  '3.2.1 || 4.0.0',
  '3.2',
  '3',
  'latest',
  'HEAD',
  'main',
  '',
  '1 - 2',
  '3.2.1\n',
  3.2,
];

const IMAGES = [
  'nginx',
  'nginx:latest',
  'ghcr.io/acme/ledger',
  'ghcr.io/acme/ledger:latest',
  'ghcr.io/acme/../x:1',
  'ghcr.io/acme/Ledger:1',
  'ghcr.io/acme/ledger:1 # x',
  'ghcr.io/acme/ledger@sha256:abc',
  'harbor.apps.edgeprime.io/proxy-ghcr/acme/ledger:1.0.0',
];

const REPOSITORIES = [
  'http://charts.example.org',
  'file:///etc',
  'ssh://git@example.org/x',
  'git@example.org:x/y.git',
  'https://user:word@charts.example.org',
  'https://charts.example.org/../x',
  'https://charts.example.org/?x=1',
  'https://charts.example.org\nx',
  'https://сharts.example.org', // Cyrillic с
  'javascript:alert(1)',
  'https://localhost',
  '$(curl x)',
];

const HOSTS = [
  'evil.example.org',
  'a.b.apps.edgeprime.io',
  'apps.edgeprime.io',
  '*.apps.edgeprime.io',
  'lеdger.apps.edgeprime.io',
  'ledger.apps.edgeprime.io.evil.example.org',
  'ledger apps',
  'Ledger',
  'ledger/..',
  '$(x)',
  '-ledger',
  '',
];

const LITERALS: Array<[path: string, value: unknown]> = [
  ['password', 'hunter2hunter2'],
  ['adminPassword', 'hunter2hunter2'],
  ['auth.rootPassword', 'hunter2hunter2'],
  ['db.passwd', 'hunter2hunter2'],
  ['db.pwd', 'hunter2hunter2'],
  ['db.pass', 'hunter2hunter2'],
  ['PASSPHRASE', 'hunter2hunter2'],
  ['token', 'abc'],
  ['api_token', 'abc'],
  ['apiKey', 'abc'],
  ['api-key', 'abc'],
  ['API_KEY', 'abc'],
  ['s3.accessKey', 'abc'],
  ['s3.secretKey', 'abc'],
  ['s3.secretAccessKey', 'abc'],
  ['oidc.clientSecret', 'abc'],
  ['secret', 'abc'],
  ['credentials', 'abc'],
  ['dsn', 'abc'],
  ['connectionString', 'abc'],
  ['connection_string', 'abc'],
  ['DATABASE_URL', 'abc'],
  ['privateKey', 'abc'],
  ['encryptionKey', 'abc'],
  ['secret_key_base', 'abc'],
  ['jwt', 'abc'],
  ['htpasswd', 'abc'],
  ['pin.password', 123456],
  ['password', ['hunter2hunter2']],
  ['secrets', { anything: 'hunter2hunter2' }],
  ['extraEnv', [{ name: 'DB_PASSWORD', value: 'hunter2hunter2' }]],
  ['extraArgs', ['--db-password=hunter2hunter2']],
  ['config', 'user = me\npassword = hunter2hunter2\n'],
  ['config', 'apiKey: hunter2hunter2\nother: 1\n'],
  ['note', `-----BEGIN RSA ${'PRIVATE'} KEY-----\nMII\n`],
  ['note', `ghp_${'a1'.repeat(20)}`],
  ['note', `AKIA${'A'.repeat(16)}`],
  ['note', `hvs.${'a1'.repeat(20)}`],
  ['note', 'postgres://me:hunter2@db:5432/x'],
  ['key', 'abcdefghijkl'],
];

const OTHER: Case[] = [
  ['app:helm-configs', 'namespace', 'kube-system'],
  ['app:helm-configs', 'namespace', 'default'],
  ['app:helm-configs', 'namespace', '../x'],
  ['app:helm-configs', 'project', 'default'],
  ['app:helm-configs', 'project', 'no-such'],
  ['app:helm-configs', 'level', 'first'],
  ['app:helm-configs', 'replicas', 0],
  ['app:helm-configs', 'replicas', 1e9],
  ['app:helm-configs', 'replicas', '2'],
  ['app:helm-configs', 'replicas', Number.NaN],
  ['app:helm-configs', 'route.port', 0],
  ['app:helm-configs', 'route.port', 65536],
  ['app:helm-configs', 'route.port', 80.5],
  ['app:helm-configs', 'route.path', '/../x'],
  ['app:helm-configs', 'route.path', 'x'],
  ['app:helm-configs', 'route.service', 'a b'],
  ['app:helm-configs', 'title', 'a\nb'],
  ['app:helm-configs', 'title', '\u202eevil'],
  ['app:helm-configs', 'description', '{{ x }}'],
  ['app:helm-configs', 'description', '$(x)'],
  ['app:helm-configs', 'description', 'x'.repeat(1000)],
  ['app:helm-configs', 'unknown', 1],
  ['app:helm-configs', 'values', 'a: 1'],
  ['app:helm-configs', 'values.big', 'x'.repeat(10_000_000), 'values'],
  ['app:helm-configs', 'values.shell', '$(rm -rf /)'],
  ['app:helm-configs', 'values.bell', 'a\u0007b'],
  ['app:helm-configs', 'values.existingSecret', 'of-somebody-else'],
  ['app:helm-configs', 'chart.path', 'charts/x', 'chart.revision'],
  [
    'app:helm-configs',
    'chart',
    { repository: 'https://x.example.org' },
    'chart.name',
  ],
  ['app:helm-configs', 'secrets[0].valuesPath', undefined],
  ['app:helm-configs', 'secrets[0].valuesPath', 'replicaCount.x'],
  ['app:helm-configs', 'secrets[0].valuesPath', 'a.__proto__.b'],
  ['app:helm-configs', 'secrets[0].purpose', '../x'],
  ['app:helm-configs', 'secrets[0].keys', []],
  ['app:helm-configs', 'secrets[0].keys[0].value', 'hunter2'],
  ['app:helm-configs', 'secrets[0].keys[0].key', 'a b'],
  ['app:helm-inline', 'chart.revision', 'main'],
  ['app:helm-inline', 'chart.revision', 'HEAD'],
  ['app:helm-inline', 'chart.revision', 'v1..2'],
  ['app:helm-inline', 'chart.path', '../x'],
  ['app:helm-inline', 'chart.path', '/x'],
  ['app:helm-inline', 'chart.repository', 'oci://registry.example.org/x'],
  ['app:wrapper-chart', 'chart.path', 'charts/x'],
  ['app:wrapper-chart', 'chart.name', 'a..b'],
  ['app:raw-manifests', 'workload.resources.cpu', 'lots'],
  ['app:raw-manifests', 'workload.resources.memoryLimit', '1e9'],
  ['app:raw-manifests', 'workload.ports', []],
  ['app:raw-manifests', 'workload.ports[0].name', 'HTTP'],
  ['app:raw-manifests', 'workload.runAsUser', 0],
  ['app:raw-manifests', 'workload.env[0].name', 'A=B'],
  [
    'app:raw-manifests',
    'workload.env[0].name',
    'DB_PASSWORD',
    'workload.env[0].name',
  ],
  [
    'app:raw-manifests',
    'workload.args',
    ['$(cat /etc/shadow)'],
    'workload.args[0]',
  ],
  [
    'app:raw-manifests',
    'workload.args',
    ['--token=hunter2hunter2'],
    'workload.args.0',
  ],
  ['app:raw-manifests', 'workload.privileged', true],
  ['app:raw-manifests', 'route.port', 9999],
  ['app:raw-manifests', 'volumes[0].mountPath', '/data/../etc'],
  ['app:raw-manifests', 'volumes[0].mountPath', '/tmp'],
  ['app:raw-manifests', 'volumes[0].size', '0Gi'],
  ['app:raw-manifests', 'volumes[0].accessMode', 'Any'],
  ['app:raw-manifests', 'replicas', 3, 'volumes[0].accessMode'],
  ['vault:path', 'keys', []],
  ['vault:path', 'keys', ['a', 'a'], 'keys'],
  ['vault:path', 'keys', ['password=hunter2'], 'keys[0]'],
  ['vault:path', 'value', 'hunter2'],
  ['vault:path', 'purpose', '*'],
  ['vault:path', 'purpose', 'a/b'],
  ['vault:path', 'namespace', '*'],
  ['vault:path', 'serviceAccount', '*'],
  ['vault:path', 'owner', '"\n}'],
  ['vault:path', 'owner', '${file("/etc/passwd")}'],
  ['external-secret', 'pattern', 'E'],
  ['external-secret', 'value', 'x'],
  ['http-route', 'host', 'evil.example.org'],
  [
    'network-policy',
    'from',
    [{ namespace: '*', ports: [1] }],
    'from[0].namespace',
  ],
  [
    'network-policy',
    'egress',
    [{ namespace: 'x', ports: [] }],
    'egress[0].ports',
  ],
  ['volume', 'size', '10'],
  ['volume', 'name', '../x'],
  ['catalog-info', 'catalog.owner', 'a b'],
  ['catalog-info', 'catalog.lifecycle', 'done'],
];

const CASES: Case[] = [
  ...NAMES.map((value): Case => ['app:helm-configs', 'name', value]),
  ...NAMES.slice(0, 20).map((value): Case => ['vault:path', 'app', value]),
  ...VERSIONS.map(
    (value): Case => ['app:wrapper-chart', 'chart.version', value],
  ),
  ...IMAGES.map(
    (value): Case => ['app:raw-manifests', 'workload.image', value],
  ),
  ...REPOSITORIES.map(
    (value): Case => ['app:helm-inline', 'chart.repository', value],
  ),
  ...HOSTS.map((value): Case => ['app:helm-configs', 'route.host', value]),
  ...LITERALS.map(
    ([path, value]): Case => ['app:helm-inline', `values.${path}`, value],
  ),
  ...OTHER,
];

const shown = (value: unknown) =>
  (JSON.stringify(value) ?? 'nothing').slice(0, 60);

describe('hostile and wrong answers', () => {
  it('are two hundred and more', () => {
    expect(CASES.length).toBeGreaterThan(200);
  });

  it.each(emitKinds)('%s: the plain answers are taken', kind => {
    expect(emit(kind, plain[kind] as never).refusals).toEqual([]);
  });

  it.each(CASES.map(one => [...one.slice(0, 2), shown(one[2]), one] as const))(
    '%s: %s %s',
    (_kind, _field, _shown, [kind, field, value, refused]) => {
      const started = Date.now();
      const { files, order, refusals } = emit(
        kind,
        changed(kind, field, value),
      );
      expect(files).toEqual([]);
      expect(order).toEqual([]);
      const fields = refusals.map(one => one.field);
      expect(fields.length).toBeGreaterThan(0);
      expect(fields.some(one => one.startsWith(refused ?? field))).toBeTruthy();
      for (const { problem, allowed } of refusals) {
        expect(problem).not.toMatch(/hunter2/);
        expect(allowed).not.toBe('');
      }
      expect(Date.now() - started).toBeLessThan(1000);
    },
  );

  it('a host that another route has', () => {
    const existing = new Map([
      [
        'apps/other/http-route.yaml',
        'apiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\nmetadata: { name: other }\nspec:\n  hostnames:\n    - ledger.apps.edgeprime.io\n',
      ],
    ]);
    const result = emit(
      'app:helm-configs',
      plain['app:helm-configs'],
      defaultConventions,
      existing,
    );
    expect(result.files).toEqual([]);
    expect(result.refusals[0]).toMatchObject({ field: 'route.host' });
  });

  it('a namespace that another file makes', () => {
    const existing = new Map([
      [
        'apps/other/namespace.yaml',
        'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: ledger\n',
      ],
    ]);
    const result = emit(
      'app:wrapper-chart',
      plain['app:wrapper-chart'],
      defaultConventions,
      existing,
    );
    expect(result.refusals[0]).toMatchObject({ field: 'namespace' });
  });

  it.each([
    null,
    undefined,
    'text',
    [],
    Object.assign(Object.create(null), { name: () => 1 }),
  ])('an input that is no plain object: %j', input => {
    expect(emit('app:wrapper-chart', input as never).refusals).not.toEqual([]);
  });

  it('a circle', () => {
    const values: Record<string, unknown> = {};
    values.self = values;
    const input = { ...plain['app:helm-inline'], values };
    expect(emit('app:helm-inline', input).refusals[0].field).toBe('values');
  });
});

describe('the schema alone, as a form checks it', () => {
  const ajv = new Ajv({ strict: false, allErrors: false });

  it.each(emitKinds)('%s: takes the plain answers', kind => {
    expect(ajv.validate(inputSchema(kind), plain[kind])).toBe(true);
  });

  it.each(
    LITERALS.filter(([path]) => !/^(secrets|extra|config|key)/.test(path)),
  )('refuses a literal under %s', (path, value) => {
    const input = changed('app:helm-inline', `values.${path}`, value);
    // A list under such a key is left to the emitter.
    expect(ajv.validate(inputSchema('app:helm-inline'), input)).toBe(
      Array.isArray(value),
    );
  });

  it('says the same as our own check of it', () => {
    for (const [kind, field, value] of CASES) {
      const input = changed(kind, field, value) as unknown;
      const large = JSON.stringify(input).length > 1_000_000;
      if (!large && !ajv.validate(inputSchema(kind), input)) {
        expect(emit(kind, input as never).files).toEqual([]);
      }
    }
  });
});
