import { objectAt, stringAt } from '@socle/backstage-plugin-socle-model';
import { ReadDocument } from '../reading/read-file';
import { Repository } from '../reading/repository';

/** Kinds of other operators that bring a Secret, and where its name stands in the spec. */
const NAMED_IN_SPEC: Readonly<Record<string, readonly string[]>> = {
  VaultStaticSecret: ['destination', 'name'],
  VaultDynamicSecret: ['destination', 'name'],
  VaultPKISecret: ['destination', 'name'],
  InfisicalSecret: ['managedSecretReference', 'secretName'],
};

/** The Secrets that objects of the tree make: by ExternalSecrets, and by operators that leave some behind. */
export function madeSecrets({ manifests }: Repository): {
  names: Set<string>;
  byExternalSecret: Array<{ document: ReadDocument; name: string }>;
} {
  const names = new Set<string>();
  const byExternalSecret: Array<{ document: ReadDocument; name: string }> = [];
  for (const document of manifests) {
    const { value } = document;
    const name = stringAt(value, 'metadata', 'name') ?? '';
    const group = String(value.apiVersion).split('/')[0];
    if (value.kind === 'ExternalSecret') {
      const target = stringAt(value, 'spec', 'target', 'name') ?? name;
      names.add(target);
      byExternalSecret.push({ document, name: target });
    } else if (value.kind === 'ClusterExternalSecret') {
      const spec = objectAt(value, 'spec', 'externalSecretSpec');
      names.add(
        stringAt(spec, 'target', 'name') ??
          stringAt(value, 'spec', 'externalSecretName') ??
          name,
      );
    } else if (value.kind === 'Cluster' && group === 'postgresql.cnpg.io') {
      ['app', 'superuser', 'ca', 'server', 'replication'].forEach(suffix =>
        names.add(`${name}-${suffix}`),
      );
    } else if (value.kind === 'Certificate') {
      names.add(stringAt(value, 'spec', 'secretName') ?? name);
    } else if (value.kind === 'Kafka' && group === 'kafka.strimzi.io') {
      [
        'cluster-ca',
        'cluster-ca-cert',
        'clients-ca',
        'clients-ca-cert',
      ].forEach(suffix => names.add(`${name}-${suffix}`));
    } else if (value.kind === 'RabbitmqCluster') {
      names.add(`${name}-default-user`);
    } else if (Object.hasOwn(NAMED_IN_SPEC, String(value.kind))) {
      names.add(
        stringAt(value, 'spec', ...NAMED_IN_SPEC[String(value.kind)]) ?? name,
      );
    } else if (
      [
        'Secret',
        'SealedSecret',
        'ObjectBucketClaim',
        'OnePasswordItem',
        'SopsSecret',
        'KafkaUser',
        'BitwardenSecret',
      ].includes(String(value.kind))
    ) {
      names.add(name);
    }
  }
  return { names, byExternalSecret };
}
