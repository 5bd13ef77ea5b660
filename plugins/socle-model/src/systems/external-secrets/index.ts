import { defineSystem } from '../../definition/system';
import { CAUSES_FR } from './causes.fr';
import { clusterExternalSecret } from './cluster-external-secret';
import { externalSecret } from './external-secret';
import { generators } from './generator';
import { pushSecret } from './push-secret';
import { clusterSecretStore, secretStore } from './secret-store';

/** @public External Secrets Operator: brings values from Vault and others into Secrets. */
export const externalSecrets = defineSystem({
  id: 'external-secrets',
  title: 'External Secrets',
  area: 'secrets',
  layer: 'platform',
  description:
    'Fetches values from Vault, OpenBao and other providers into Kubernetes Secrets.',
  kinds: [
    externalSecret,
    clusterExternalSecret,
    secretStore,
    clusterSecretStore,
    pushSecret,
    ...generators,
  ],
  images: ['external-secrets/external-secrets'],
  docs: 'https://external-secrets.io',
  translations: {
    fr: {
      description:
        'Va chercher des valeurs dans Vault, OpenBao et d’autres fournisseurs pour en faire des Secrets Kubernetes.',
      causes: CAUSES_FR,
    },
  },
});
