import { findLiterals } from './find-literals';
import { isSensitiveKey } from './sensitive-keys';

describe('names of secrets', () => {
  it.each([
    'password',
    'PASSWORD',
    'dbPassword',
    'DB_PASSWORD',
    'db-pass',
    'dbPass',
    'clientSecret',
    'client_secret',
    'accessToken',
    'apiKey',
    'API-KEY',
    'AWS_SECRET_ACCESS_KEY',
    'secret_key_base',
    'connectionString',
    'DSN',
    'SENTRY_DSN',
    'sshPrivateKey',
  ])('%s is one', key => expect(isSensitiveKey(key)).toBe(true));

  it.each([
    'bypass',
    'compass',
    'compat',
    'passwordKey',
    'secretName',
    'secretKeyRef',
    'existingSecret',
    'existingSecretPasswordKey',
    'imagePullSecret',
    'passwordFromSecret',
    'publicKey',
    'tokenTTL',
    'max_tokens',
    'passwordPolicy',
    'topologyKey',
    'tokenEndpoint',
    'secretsManager',
    'assault',
    'keyboard',
    'keys',
  ])('%s is none', key => expect(isSensitiveKey(key)).toBe(false));
});

describe('values that are no secrets', () => {
  it.each([
    { auth: { existingSecret: 'ledger-admin', passwordKey: 'password' } },
    { auth: { password: '' } },
    { auth: { password: null, token: false } },
    { password: '${DB_PASSWORD}' },
    { password: '$(DB_PASSWORD)' },
    { password: '{{ .Values.x }}' },
    { password: '<SET-BY-PIPELINE>' },
    { credentials: '/var/secrets/google/credentials.json' },
    {
      env: [
        {
          name: 'DB_PASSWORD',
          valueFrom: { secretKeyRef: { name: 'db', key: 'password' } },
        },
      ],
    },
    {
      tolerations: [
        { key: 'node-role.kubernetes.io/control-plane', operator: 'Exists' },
      ],
    },
    { secrets: [{ name: 'registry' }] },
    { secrets: { name: 'ledger-admin', create: false } },
    {
      volumes: [
        {
          secret: { secretName: 'db', items: [{ key: 'tls.key', path: 'a' }] },
        },
      ],
    },
    {
      data: [
        {
          secretKey: 'password',
          remoteRef: { key: 'a/b', property: 'password' },
        },
      ],
    },
    { automountServiceAccountToken: true },
    { repository: 'https://charts.example.org' },
    { url: 'postgres://db:5432/x' },
    { url: 'postgres://$(USER):$(PASSWORD)@db:5432/x' },
    { config: 'user = me\npassword = ${DB_PASSWORD}\n' },
    { config: 'auth:\n  password:\n    from: file\n' },
    { args: ['--token-file=/run/token', '--password=$(PASSWORD)'] },
    { maxTokens: 4096 },
    { adminPassword: { key: 'k8s/argocd/prd/admin' } },
    { databaseUrl: 'jdbc:postgresql://db:5432/x' },
    { config: 'db-url=jdbc:postgresql://db:5432/x\nlog=1\n' },
    { spec: { credentials: { source: 'Secret' } } },
    { fromConnectionSecretKey: 'endpoint' },
    { name: 'app-sk-abcdefghijklmnopqrstuvwxyz' },
    { name: 'sk-abcdefghijklmnopqrstuvwxyz' },
    { name: 'glpat-abcdefghijklmnopqrstuvwxyz' },
  ])('%j', value => expect(findLiterals(value)).toEqual([]));

  it('names of Secrets that are known', () => {
    const value = { tls: { secret: 'ledger-tls' } };
    expect(findLiterals(value)).toHaveLength(1);
    expect(findLiterals(value, new Set(['ledger-tls']))).toEqual([]);
  });
});

describe('addresses that are secrets', () => {
  it.each([
    { databaseUrl: 'postgres://me:hunter2@db:5432/x' },
    { databaseUrl: 'jdbc:postgresql://db/x?user=me&password=hunter2' },
    { webhookUrl: 'https://hooks.example.org/services/T00/B00/XXXX' },
  ])('%j', value => expect(findLiterals(value)).toHaveLength(1));
});
