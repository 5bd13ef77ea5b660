import { groupOf, ResourceRef } from '@socle/backstage-plugin-socle-common';

/** The kinds that a chain is drawn for, by view and group; '' is the core group. */
const SHOWN: Record<string, Record<string, readonly string[]>> = {
  storage: {
    '': ['PersistentVolumeClaim', 'PersistentVolume'],
    'longhorn.io': ['Volume', 'Engine', 'Replica', 'ShareManager'],
  },
  secret: {
    '': ['Secret'],
    'external-secrets.io': [
      'ExternalSecret',
      'SecretStore',
      'ClusterSecretStore',
    ],
    'vault.socle.dev': ['Vault', 'Mount', 'SecretPath', 'KubernetesAuthRole'],
  },
  data: {
    'postgresql.cnpg.io': ['Cluster'],
    'dragonflydb.io': ['Dragonfly'],
    'kafka.strimzi.io': [
      'Kafka',
      'KafkaConnect',
      'KafkaMirrorMaker2',
      'KafkaBridge',
    ],
    'pingcap.com': ['TidbCluster'],
    'core.pingcap.com': ['Cluster'],
    'pd.socle.dev': ['Cluster'],
    'qdrant.socle.dev': ['Qdrant'],
    'surrealdb.socle.dev': ['SurrealDB'],
  },
  delivery: {
    'argoproj.io': ['Application', 'ApplicationSet'],
    apps: ['Deployment', 'StatefulSet', 'DaemonSet'],
    'kustomize.toolkit.fluxcd.io': ['Kustomization'],
    'helm.toolkit.fluxcd.io': ['HelmRelease'],
    'source.toolkit.fluxcd.io': [
      'GitRepository',
      'OCIRepository',
      'HelmRepository',
      'Bucket',
    ],
  },
};

/** The view that shows the chain a resource stands in; undefined where none is drawn for its kind. */
export function chainViewOf(ref: ResourceRef): string | undefined {
  const group = groupOf(ref.apiVersion);
  return Object.keys(SHOWN).find(view =>
    SHOWN[view][group]?.includes(ref.kind),
  );
}
