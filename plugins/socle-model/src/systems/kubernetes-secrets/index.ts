import { defineSystem } from '../../definition/system';
import { secret } from './secret';
import { serviceAccount } from './service-account';

/** @public Secrets and the accounts that use them, without any value. */
export const kubernetesSecrets = defineSystem({
  id: 'kubernetes-secrets',
  title: 'Kubernetes Secrets',
  area: 'secrets',
  layer: 'platform',
  description:
    'Secrets by name, owner and key names, and ServiceAccounts; values are never read.',
  kinds: [secret, serviceAccount],
  docs: 'https://kubernetes.io/docs/concepts/configuration/secret/',
  translations: {
    fr: {
      title: 'Secrets Kubernetes',
      description:
        'Les Secrets par leur nom, leur propriétaire et le nom de leurs clés, et les ServiceAccounts ; les valeurs ne sont jamais lues.',
      causes: {},
    },
  },
});
