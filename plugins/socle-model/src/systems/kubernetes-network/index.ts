import { defineSystem } from '../../definition/system';
import { CAUSES_FR } from './causes.fr';
import { ingress } from './ingress';
import { ingressClass } from './ingress-class';
import { networkPolicy } from './network-policy';

/** @public What Kubernetes itself has for the network: Ingresses, their classes, and network policies. */
export const kubernetesNetwork = defineSystem({
  id: 'kubernetes-network',
  title: 'Ingress and network policies',
  area: 'network',
  layer: 'platform',
  description:
    'Says which host and path lead to which Service, through which controller, and which pods may talk to each other.',
  kinds: [ingress, ingressClass, networkPolicy],
  docs: 'https://kubernetes.io/docs/concepts/services-networking/ingress/',
  translations: {
    fr: {
      title: 'Ingress et politiques réseau',
      description:
        'Dit quel hôte et quel chemin mènent à quel Service, par quel contrôleur, et quels pods peuvent se parler.',
      causes: CAUSES_FR,
    },
  },
});
