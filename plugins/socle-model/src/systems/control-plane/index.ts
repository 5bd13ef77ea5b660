import { defineSystem } from '../../definition/system';
import { apiServer } from './api-server';
import { CAUSES_FR } from './causes.fr';
import { controlPlane as controlPlaneKind } from './control-plane';
import { etcdCluster } from './etcd-cluster';
import { controlPlaneProbe } from './probe';

export const controlPlane = defineSystem({
  id: 'control-plane',
  title: 'Control plane',
  area: 'cluster',
  layer: 'infrastructure',
  description:
    'The API server with its own checks, etcd behind it, and the schedulers and controller managers that lead the cluster.',
  kinds: [controlPlaneKind, apiServer, etcdCluster],
  probes: [controlPlaneProbe],
  images: ['kube-apiserver'],
  docs: 'https://kubernetes.io/docs/reference/using-api/health-checks/',
  translations: {
    fr: {
      title: 'Plan de contrôle',
      description:
        'Le serveur d’API et ses propres contrôles, l’etcd derrière lui, et les ordonnanceurs et gestionnaires de contrôleurs qui dirigent le cluster.',
      causes: CAUSES_FR,
    },
  },
});
