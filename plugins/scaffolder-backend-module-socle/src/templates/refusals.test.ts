import { JsonObject, JsonValue } from '@backstage/types';
import Ajv from 'ajv';
import { validate } from 'jsonschema';
import { answers as actionAnswers } from '../__testUtils__/answers';
import { templates } from './templates';

interface Template {
  spec: { parameters: object[]; steps: Array<{ action: string }> };
}
const all = templates() as Record<string, Template>;

const identity = {
  name: 'lantern',
  catalog: { owner: 'group:default/harbour', lifecycle: 'experimental' },
};
const form: Record<string, JsonObject> = {
  ...Object.fromEntries(
    ['helm-configs', 'helm-inline', 'wrapper-chart', 'raw-manifests'].map(
      pattern => [
        `new-service-${pattern}`,
        { ...actionAnswers[`app:${pattern}`], ...identity, preview: null },
      ],
    ),
  ),
  'add-a-secret': {
    app: 'lantern',
    purpose: 'mail',
    keys: ['user', 'password'],
    owner: 'group:default/harbour',
  },
};

/** As the scaffolder does before it stores a task: each page sees all answers. */
function problems(template: string, values: JsonObject): string[] {
  return all[template].spec.parameters.flatMap(page =>
    validate(values, page).errors.map(error => `${error}`),
  );
}

const compiled = Object.fromEntries(
  Object.entries(all).map(([name, { spec }]) => [
    name,
    spec.parameters.map(page =>
      new Ajv({ strict: false, allErrors: true }).compile(page),
    ),
  ]),
);

function problemsInBrowser(template: string, values: JsonObject): string[] {
  return compiled[template].flatMap(check => {
    check(values);
    return (check.errors ?? []).map(error => JSON.stringify(error));
  });
}

/** The answers with one of them replaced; `a.b` is a path. */
function having(base: JsonObject, path: string, value: JsonValue): JsonObject {
  const [first, ...rest] = path.split('.');
  const inner = (base[first] ?? {}) as JsonObject;
  return {
    ...base,
    [first]: rest.length > 0 ? having(inner, rest.join('.'), value) : value,
  };
}

it.each(Object.keys(all))('%s takes what a person may mean', template => {
  expect(problems(template, form[template])).toEqual([]);
  expect(problemsInBrowser(template, form[template])).toEqual([]);
});

const HELM = 'new-service-helm-configs';
const RAW = 'new-service-raw-manifests';

/** Whether the form and the backend both refuse an answer. */
function refused(template: string, path: string, value: JsonValue): boolean {
  const values = having(form[template], path, value);
  return [problems, problemsInBrowser].every(
    check => check(template, values).length > 0,
  );
}

const KEY = `-----BEGIN RSA ${'PRIVATE'} KEY-----\nMIIEpAIB\n`;
const GITHUB = `ghp_${'a1B2'.repeat(9)}`;
const JWT = `eyJhbGciOiJIUzI1NiJ9.${'eyJzdWIiOiIxMjM0NTY3ODkwIn0'}.dozjgNryP4J3jVmNHl0w`;

describe('literal secrets in values', () => {
  it.each([
    'password',
    'Password',
    'PASSWORD',
    'adminPassword',
    'postgres-password',
    'db_passwd',
    'rootpw_pwd',
    'pass',
    'dbPass',
    'passphrase',
    'secret',
    'clientSecret',
    'client-secret',
    'SECRET_KEY_BASE',
    'secretKey',
    'token',
    'apiToken',
    'api_token',
    'apiKey',
    'api-key',
    'APIKEY',
    'accessKey',
    'privateKey',
    'private_key',
    'encryptionKey',
    'signingKey',
    'masterKey',
    'sessionKey',
    'authKey',
    'licenseKey',
    'webhookUrl',
    'databaseUrl',
    'DATABASE_URL',
    'connectionString',
    'credentials',
    'dsn',
    'salt',
    'psk',
    'jwt',
    'htpasswd',
  ])('%s: anywhere', key => {
    const typed = 'Tr0mbone-Staple-77';
    expect(refused(HELM, 'values', { [key]: typed })).toBe(true);
    expect(refused(HELM, 'values', { deep: { in: [{ [key]: typed }] } })).toBe(
      true,
    );
    expect(
      refused('new-service-wrapper-chart', 'values', {
        lantern: { [key]: typed },
      }),
    ).toBe(true);
    expect(
      refused('new-service-helm-inline', 'values', { a: { [key]: 4711 } }),
    ).toBe(true);
  });

  it.each<[string, JsonValue]>([
    ['a private key', { ca: KEY }],
    ['a token of GitHub', { anything: GITHUB }],
    ['a JSON Web Token', { header: JWT }],
    ['a token of Vault', { addr: `hvs.${'CAESI'.repeat(5)}` }],
    [
      'an address with a password',
      { url: 'postgres://sue:Blu3b3rry@db:5432/x' },
    ],
    ['a variable', { env: [{ name: 'DB_PASSWORD', value: 'Tr0mbone' }] }],
    ['a number', { env: [{ name: 'PIN_TOKEN', value: 4711 }] }],
    ['an embedded file', { config: 'user: sue\npassword: Tr0mbone\n' }],
    ['the first line of one', { config: 'password: Tr0mbone\nuser: sue\n' }],
    [
      'an embedded ini file',
      { config: '[db]\nuser=sue\nadmin_password = "x1y2"\n' },
    ],
    [
      'an exported variable',
      { script: '#!/bin/sh\nexport API_TOKEN=abc123\n' },
    ],
    ['a lone variable', { line: 'DB_PASSWORD=Tr0mbone' }],
    ['an argument', { args: ['serve', '--admin-password=Tr0mbone'] }],
    ['a map of secrets', { secrets: { admin: 'Tr0mbone' } }],
    ['a map of tokens', { tokens: { ci: 'Tr0mbone' } }],
    ['string data', { extra: [{ kind: 'Secret', stringData: { a: 'b' } }] }],
    ['a bare key', { encryption: { key: 'Tr0mboneTr0mbone' } }],
    ['a command in a text', { name: '$(cat /etc/shadow)' }],
  ])('%s', (_, values) => {
    expect(refused(HELM, 'values', values)).toBe(true);
    expect(
      refused('new-service-helm-inline', 'values', { deep: [values] }),
    ).toBe(true);
  });

  it.each<[string, JsonObject]>([
    ['the name of a Secret', { auth: { existingSecret: 'lantern-admin' } }],
    ['its key', { auth: { existingSecretPasswordKey: 'password' } }],
    ['a reference', { password: '${DB_PASSWORD}', token: '' }],
    [
      'a variable from a Secret',
      {
        env: [
          {
            name: 'DB_PASSWORD',
            valueFrom: {
              secretKeyRef: { name: 'lantern-db', key: 'password' },
            },
          },
        ],
      },
    ],
    ['a switch', { secrets: { create: false }, token: null }],
    [
      'a list of tolerations',
      {
        tolerations: [
          { key: 'node-role.kubernetes.io/control-plane', operator: 'Exists' },
        ],
      },
    ],
    ['a text about passwords', { banner: 'Passwords are kept in Vault.' }],
    [
      'an embedded file with a reference',
      { config: 'user: sue\npassword: ${DB_PASSWORD}\n' },
    ],
    ['an address', { url: 'https://lantern.example.org:8443/a@b' }],
    ['a public key', { publicKey: 'ssh-ed25519 AAAA' }],
    [
      'plain settings',
      {
        replicaCount: 2,
        resources: { limits: { memory: '1Gi' } },
        keyspace: 'x',
        monkey: 'y',
        bypass: true,
      },
    ],
  ])('not %s', (_, values) => {
    expect(problems(HELM, having(form[HELM], 'values', values))).toEqual([]);
    expect(
      problemsInBrowser(HELM, having(form[HELM], 'values', values)),
    ).toEqual([]);
  });
});

describe('literal secrets elsewhere', () => {
  it.each<[string, string, JsonValue]>([
    [RAW, 'workload.env', [{ name: 'DB_PASSWORD', value: 'Tr0mbone' }]],
    [RAW, 'workload.env', [{ name: 'GREETING', value: GITHUB }]],
    [RAW, 'workload.env', [{ name: 'GREETING', value: 'a', secret: 'x' }]],
    [RAW, 'workload.args', ['--token=Tr0mbone']],
    [RAW, 'workload.args', [KEY]],
    [RAW, 'workload.password', 'Tr0mbone'],
    [RAW, 'description', `Deployed with ${GITHUB}`],
    [HELM, 'title', JWT],
    [HELM, 'password', 'Tr0mbone'],
    [HELM, 'anything', 'Tr0mbone'],
    [HELM, 'catalog.token', 'Tr0mbone'],
    [HELM, 'chart.password', 'Tr0mbone'],
    [HELM, 'chart.repository', 'https://sue:Tr0mbone@charts.example.org'],
    [HELM, 'secrets', [{ purpose: 'db', keys: ['password'], value: 'x' }]],
    [HELM, 'secrets', [{ purpose: 'db', keys: ['password=Tr0mbone'] }]],
    [HELM, 'secrets', [{ purpose: 'db', keys: [{ password: 'Tr0mbone' }] }]],
    [HELM, 'preview', { password: 'Tr0mbone' }],
    ['add-a-secret', 'value', 'Tr0mbone'],
    ['add-a-secret', 'keys', ['password: Tr0mbone']],
    ['add-a-secret', 'keys', { password: 'Tr0mbone' }],
  ])('%s %s', (template, path, value) => {
    expect(refused(template, path, value)).toBe(true);
  });
});

describe('names and numbers that do harm', () => {
  const names: JsonValue[] = [
    '',
    'a',
    'A-Service',
    '-lantern',
    'lantern-',
    'lan--tern',
    '9lives',
    'lan tern',
    'lan.tern',
    'lan_tern',
    'lan/tern',
    '../lantern',
    '..',
    'lantern\n',
    'lantern\u0000',
    'lantern\u202e',
    'låntern',
    '${{ secrets.USER }}',
    '{{ name }}',
    '$(id)',
    '`id`',
    'lantern;id',
    'lantern"',
    "lantern'",
    'lantern: x',
    '*lantern',
    '&lantern',
    'x'.repeat(54),
    'x'.repeat(100_000),
    null,
    7,
    true,
    ['lantern'],
    { name: 'lantern' },
  ];
  it.each(names)('the name %j', name => {
    expect(refused(HELM, 'name', name)).toBe(true);
    expect(refused('add-a-secret', 'app', name)).toBe(true);
  });

  it.each(names.filter(name => name !== 'a'))('the purpose %j', name => {
    expect(refused('add-a-secret', 'purpose', name)).toBe(true);
  });

  it.each<[string, string, JsonValue]>([
    [HELM, 'namespace', 'kube system'],
    [HELM, 'chart.version', '^1.0.0'],
    [HELM, 'chart.version', 'latest'],
    [HELM, 'chart.version', '1.x'],
    [HELM, 'chart.repository', 'http://charts.example.org'],
    [HELM, 'chart.repository', 'file:///etc'],
    [HELM, 'chart.repository', 'https://charts.example.org/../x'],
    [HELM, 'chart.path', '../../x'],
    [HELM, 'route', { port: 0 }],
    [HELM, 'route', { port: 70000 }],
    [HELM, 'route', { port: '8080' }],
    [HELM, 'route', { port: 80, host: 'a b' }],
    [HELM, 'route', { port: 80, path: '/../x' }],
    [HELM, 'replicas', 1000],
    [HELM, 'catalog.owner', 'group:default/x\n  admin: true'],
    [HELM, 'volumes', [{ name: 'data', size: '10 GB' }]],
    [HELM, 'volumes', [{ name: 'data', size: '1Gi', storageClass: 'a/b' }]],
    [HELM, 'cluster', '../x'],
    [RAW, 'workload.image', 'nginx'],
    [RAW, 'workload.image', 'nginx:latest'],
    [RAW, 'workload.runAsUser', 0],
    [RAW, 'workload.args', ['$(curl evil)']],
  ])('%s %s %j', (template, path, value) => {
    expect(refused(template, path, value)).toBe(true);
  });
});
