import { SecretInput } from '../apps/app-input';
import { Conventions } from '../conventions/conventions';
import { Manifest, syncAnnotations } from '../emission/manifest';

/** Name of a Secret, and of the ExternalSecret that makes it. */
export function secretName(app: string, purpose: string): string {
  return `${app}-${purpose}`;
}

/** Path in Vault, below the mount. */
export function vaultPath(app: string, purpose: string): string {
  return `${app}/${purpose}`;
}

/**
 * An ExternalSecret with everything that the API server would fill in, so that Argo CD sees no difference between Git
 * and the cluster.
 */
export function externalSecret(
  app: string,
  namespace: string,
  { purpose, keys }: Pick<SecretInput, 'purpose' | 'keys'>,
  { secrets }: Conventions,
): Manifest {
  const name = secretName(app, purpose);
  return {
    apiVersion: 'external-secrets.io/v1',
    kind: 'ExternalSecret',
    metadata: { name, namespace, annotations: syncAnnotations(-3) },
    spec: {
      refreshPolicy: 'Periodic',
      refreshInterval: secrets.refreshInterval,
      secretStoreRef: { kind: secrets.store.kind, name: secrets.store.name },
      target: { name, creationPolicy: 'Owner', deletionPolicy: 'Retain' },
      data: keys.map(({ key, property }) => ({
        secretKey: key,
        remoteRef: {
          key: vaultPath(app, purpose),
          property: property ?? key,
          conversionStrategy: 'Default',
          decodingStrategy: 'None',
          metadataPolicy: 'None',
          ...(secrets.nullBytePolicy ? { nullBytePolicy: 'Ignore' } : {}),
        },
      })),
    },
  };
}
