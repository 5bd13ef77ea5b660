import { chainViewOf } from './chain-view-of';

it.each([
  ['v1', 'PersistentVolumeClaim', 'storage'],
  ['longhorn.io/v1beta2', 'Volume', 'storage'],
  ['v1', 'Secret', 'secret'],
  ['external-secrets.io/v1', 'ClusterSecretStore', 'secret'],
  ['vault.socle.dev/v1', 'Vault', 'secret'],
  ['argoproj.io/v1alpha1', 'Application', 'delivery'],
  ['apps/v1', 'Deployment', 'delivery'],
  ['helm.toolkit.fluxcd.io/v2', 'HelmRelease', 'delivery'],
  ['postgresql.cnpg.io/v1', 'Cluster', 'data'],
  ['qdrant.socle.dev/v1', 'Qdrant', 'data'],
  ['v1', 'Node', undefined],
  ['example.dev/v1', 'Secret', undefined],
])('%s %s is shown by the view %s', (apiVersion, kind, view) => {
  expect(chainViewOf({ cluster: 'c', apiVersion, kind, name: 'x' })).toBe(view);
});
