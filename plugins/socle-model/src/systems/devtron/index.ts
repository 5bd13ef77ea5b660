import { defineSystem } from '../../definition/system';

/** @public Devtron: recognised by its images; what it deploys shows as the Applications and workloads that it makes. */
export const devtron = defineSystem({
  id: 'devtron',
  title: 'Devtron',
  area: 'delivery',
  layer: 'platform',
  description:
    'A delivery dashboard over Argo CD and Helm; recognised where it runs.',
  kinds: [],
  images: [
    'devtron/hyperion',
    'devtron/devtron',
    'devtron/dashboard',
    'devtron/kubelink',
    'devtron/kubewatch',
    'devtron/git-sensor',
    'devtron/lens',
    'devtron/image-scanner',
    'devtron/notifier',
    'devtron/chart-sync',
    'devtron/inception',
  ],
  docs: 'https://docs.devtron.ai',
  translations: {
    fr: {
      description:
        'Tableau de bord de livraison au-dessus d’Argo CD et de Helm ; reconnu là où il tourne.',
      causes: {},
    },
  },
});
