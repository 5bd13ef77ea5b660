import { loadAll } from 'js-yaml';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SystemRegistry } from '../../definition/registry';
import { ResourceStore } from '../../graph/store';
import { RawObject } from '../../reading/raw';
import { systems } from '..';
import { externalSecrets } from '.';

const registry = new SystemRegistry([externalSecrets]);

function linksIn(file: string): string[] {
  const store = new ResourceStore(registry);
  const text = readFileSync(join(__dirname, '__fixtures__', file), 'utf8');
  return loadAll(text).flatMap(raw => {
    const resource = store.apply(raw as RawObject);
    return resource
      ? store
          .linksOf(resource)
          .filter(({ rel }) => !rel.startsWith('remote'))
          .map(
            ({ rel, to, depends }) =>
              `${resource.meta.name} ${rel} ${to} ${depends ?? '-'}`,
          )
      : [];
  });
}

it.each([
  [
    'an ExternalSecret to its store, its Secret and its Application',
    'healthy-tracked-by-argo-cd.yaml',
    [
      'tracked store external-secrets.io/ClusterSecretStore//bao target',
      'tracked creates /Secret/billing/tracked -',
      'tracked managedBy argoproj.io/Application/argocd/billing source',
    ],
  ],
  [
    'to the store that an entry names instead',
    'degraded-store-not-usable.yaml',
    [
      'billing-db store external-secrets.io/ClusterSecretStore//bao target',
      'billing-db creates /Secret/billing/billing-db -',
      'bao provider endpoint:bao.vault-system.svc:8200 target',
      'bao mount vaultMount:bao.vault-system.svc:8200/team target',
      'bao role vaultRole:bao.vault-system.svc:8200/kubernetes/eso target',
      'bao usesServiceAccount /ServiceAccount/eso-system/eso -',
    ],
  ],
  [
    'to a store of its own namespace, also where no entry uses the one that it names',
    'healthy-fetched-once.yaml',
    [
      'ci-token store external-secrets.io/SecretStore/build/local target',
      'ci-token creates /Secret/build/ci-token -',
      'seed-value store external-secrets.io/SecretStore/build/local target',
      'seed-value creates /Secret/build/seed-value -',
      'seed-value generator generators.external-secrets.io/Password/build/long target',
    ],
  ],
  [
    'to another kind that it writes',
    'healthy-other-kind-written.yaml',
    [
      'portal-config store external-secrets.io/SecretStore/portal/local target',
      'portal-config creates /ConfigMap/portal/portal-settings -',
    ],
  ],
  [
    'a store to its credentials, beside it or where it says',
    'healthy-stores-valid.yaml',
    [
      'bao provider endpoint:bao.vault-system.svc:8200 target',
      'bao mount vaultMount:bao.vault-system.svc:8200/team target',
      'bao role vaultRole:bao.vault-system.svc:8200/k8s-blue/eso target',
      'bao usesServiceAccount /ServiceAccount/eso-system/eso -',
      'local provider endpoint:bao.vault-system.svc:8200 target',
      'local usesSecret /Secret/billing/bao-role -',
      'local usesSecret /Secret/billing/bao-approle -',
    ],
  ],
  [
    'not to credentials that each namespace brings itself',
    'healthy-store-with-credentials-of-each-namespace.yaml',
    [
      'bao-by-namespace provider endpoint:bao.vault-system.svc:8200 target',
      'bao-by-namespace mount vaultMount:bao.vault-system.svc:8200/team target',
    ],
  ],
  [
    'a PushSecret to its source and its stores',
    'healthy-pushed.yaml',
    [
      'made-here store external-secrets.io/ClusterSecretStore//bao target',
      'made-here pushes /Secret/billing/made-here target',
    ],
  ],
])('links %s', (_title, file, links) => {
  expect(linksIn(file)).toEqual(links);
});

it('looks for a key in Vault with the mount in it and without, and in each folder on the way', () => {
  const store = new ResourceStore(registry);
  const resource = store.apply({
    apiVersion: 'external-secrets.io/v1',
    kind: 'ExternalSecret',
    metadata: { name: 'a', namespace: 'b' },
    spec: {
      data: [{ remoteRef: { key: '/team/data/billing/db', property: 'x' } }],
      dataFrom: [{ extract: { key: 'data/plain' } }],
    },
  })!;
  expect(
    store
      .linksOf(resource)
      .filter(({ rel }) => rel.startsWith('remote'))
      .map(({ rel, to, depends }) => `${rel} ${to} ${depends ?? '-'}`),
  ).toEqual([
    'remote vaultPath:*/*/team/data/billing/db target',
    'remote vaultPath:*/team/billing/db target',
    'remote vaultPath:*/*/plain target',
    'remote vaultPath:*/data/plain target',
    'remoteFolder vaultFolder:*/team/data/billing -',
    'remoteFolder vaultFolder:*/team/data -',
    'remoteFolder vaultFolder:*/team -',
    'remoteFolder vaultFolder:* -',
    'remoteFolder vaultFolder:team/billing -',
    'remoteFolder vaultFolder:team -',
    'remoteFolder vaultFolder:data -',
  ]);
});

it('names why a key is not read, as Vault tells it', () => {
  const store = new ResourceStore(new SystemRegistry(systems));
  const text = readFileSync(
    join(__dirname, '__fixtures__', 'degraded-gone-in-vault.yaml'),
    'utf8',
  );
  loadAll(text).forEach(raw => store.apply(raw as RawObject));
  store.settle(Date.UTC(2026, 8, 15, 12));
  const messageOf = (name: string) =>
    store.get('external-secrets.io/ExternalSecret', 'billing', name)?.verdict
      .message;
  expect(messageOf('deleted')).toBe(
    'What it reads at team/data/billing/db is gone, so that the next refresh fails: Its newest version, 3, was deleted at 2026-09-15T10:00:00Z: reading it gives nothing.',
  );
  expect(messageOf('no-such-name')).toContain(
    'the folder team/billing holds no bd.',
  );
  expect(messageOf('never-there')).toBe(
    'Never synced: could not get secret data from provider: of team/data/biling/db Vault says: the folder team holds no biling/.',
  );
});

it('names the store that does not let the namespace in', () => {
  const store = new ResourceStore(registry);
  const text = readFileSync(
    join(
      __dirname,
      '__fixtures__',
      'failed-store-lets-in-other-namespaces.yaml',
    ),
    'utf8',
  );
  loadAll(text).forEach(raw => store.apply(raw as RawObject));
  store.settle(Date.UTC(2026, 8, 15, 12));
  expect(
    store.get('external-secrets.io/ExternalSecret', 'guest', 'outside')!.verdict
      .message,
  ).toBe(
    'Never synced: could not get secret data from provider: the ClusterSecretStore bao lets in only the namespaces billing, portal.',
  );
});
