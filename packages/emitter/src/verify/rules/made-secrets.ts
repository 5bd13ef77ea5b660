import { objectAt, stringAt } from '@socle/backstage-plugin-socle-model';
import { ReadDocument } from '../reading/read-file';
import { Repository } from '../reading/repository';

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
    } else if (
      ['Secret', 'SealedSecret', 'KafkaUser', 'BitwardenSecret'].includes(
        String(value.kind),
      )
    ) {
      names.add(name);
    }
  }
  return { names, byExternalSecret };
}
