import { ViewDefinition } from './view';

/**
 * From what uses a Secret back to where its values come from: the ExternalSecret that writes it, the store that this
 * reads through, and the path, mount and instance of Vault.
 * @public
 */
export const secretView: ViewDefinition = {
  id: 'secret',
  title: 'Secret',
  ranks: [
    {
      title: 'Used by',
      kinds: [
        '/Pod',
        'external-secrets.io/PushSecret',
        'networking.k8s.io/Ingress',
        'gateway.networking.k8s.io/Gateway',
        'postgresql.cnpg.io/Cluster',
        'dragonflydb.io/Dragonfly',
        'kafka.strimzi.io/Kafka',
        'source.toolkit.fluxcd.io/GitRepository',
        'source.toolkit.fluxcd.io/OCIRepository',
        'helm.toolkit.fluxcd.io/HelmRelease',
      ],
      limit: 12,
    },
    { title: 'Service account', kinds: ['/ServiceAccount'], limit: 5 },
    { title: 'Secret', kinds: ['/Secret'], limit: 12 },
    {
      title: 'Written by',
      kinds: [
        'external-secrets.io/ExternalSecret',
        'cert-manager.io/Certificate',
      ],
      limit: 12,
    },
    {
      title: 'Store',
      kinds: [
        'external-secrets.io/SecretStore',
        'external-secrets.io/ClusterSecretStore',
      ],
    },
    {
      title: 'Vault role',
      kinds: ['vault.socle.dev/KubernetesAuthRole'],
    },
    { title: 'Vault path', kinds: ['vault.socle.dev/SecretPath'], limit: 20 },
    { title: 'Vault mount', kinds: ['vault.socle.dev/Mount'] },
    { title: 'Vault', kinds: ['vault.socle.dev/Vault'] },
  ],
};
