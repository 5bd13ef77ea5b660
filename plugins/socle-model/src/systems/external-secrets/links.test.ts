import { loadAll } from 'js-yaml';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SystemRegistry } from '../../definition/registry';
import { ResourceStore } from '../../graph/store';
import { RawObject } from '../../reading/raw';
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
      'bao usesServiceAccount /ServiceAccount/eso-system/eso -',
      'local usesSecret /Secret/billing/bao-role -',
      'local usesSecret /Secret/billing/bao-approle -',
    ],
  ],
  [
    'not to credentials that each namespace brings itself',
    'healthy-store-with-credentials-of-each-namespace.yaml',
    [],
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
